//! Reading a JSON body: its type, its size, its time, and then all its faults at once.
//!
//! A handler asks for [`Body<T>`]; `T` says with [`FromBody`] which members it has and what each must
//! be. Reading goes on after a fault, so that a person who fills in a form sees everything that is
//! wrong with it. Duplicate and unknown members are faults: the first hide attacks, the second typos.

mod fields;
mod node;
pub mod readers;

pub use fields::{Fields, Reason};
pub use node::Node;

use rocket::data::{self, Data, FromData, ToByteUnit};
use rocket::http::{ContentType, Status};
use rocket::outcome::Outcome;
use rocket::{Request, async_trait};

use super::problem::{Problem, Refusal};
use super::settings::WebSettings;

/// More than the largest body there is (200 invitations, each with a message).
const MAX_KIB: u32 = 256;

/// A body that has been read.
pub struct Body<T>(pub T);

/// What a body must be.
pub trait FromBody: Sized {
    /// Reads each member; `None` once a fault was found, after all of them have been looked at.
    fn read(fields: &mut Fields) -> Option<Self>;
}

#[async_trait]
impl<'r, T: FromBody> FromData<'r> for Body<T> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match read(request, data).await {
            Ok(value) => Outcome::Success(Self(value)),
            Err(refusal) => {
                let problem = Problem::new(refusal);
                let status: Status = problem.status();
                problem.leave_for_catcher(request);
                Outcome::Error((status, ()))
            }
        }
    }
}

async fn read<T: FromBody>(request: &Request<'_>, data: Data<'_>) -> Result<T, Refusal> {
    if !request.content_type().is_some_and(is_json) {
        return Err(Refusal::UnsupportedMediaType);
    }
    let timeout =
        request.rocket().state::<WebSettings>().map_or(super::build::BODY_TIMEOUT, |s| s.body_timeout);
    let reading = data.open(MAX_KIB.kibibytes()).into_bytes();
    let bytes = match tokio::time::timeout(timeout, reading).await {
        Err(_) => return Err(Refusal::BodyTooSlow),
        Ok(Err(_)) => return Err(Refusal::BadRequest),
        Ok(Ok(bytes)) if !bytes.is_complete() => return Err(Refusal::BodyTooLarge),
        Ok(Ok(bytes)) => bytes.into_inner(),
    };
    let node: Node = serde_json::from_slice(&bytes).map_err(|error| Refusal::MalformedJson(told(&error)))?;
    Fields::read_all(node).map_err(Refusal::InvalidBody)
}

fn is_json(content_type: &ContentType) -> bool {
    content_type.top() == "application"
        && content_type.sub() == "json"
        && content_type.params().all(|(name, value)| name != "charset" || value.eq_ignore_ascii_case("utf-8"))
}

/// What is wrong, and where; never the text itself, which may be a secret.
fn told(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Eof => "it ends too early",
        _ => "it can't be read",
    };
    format!("{what} at line {}, column {}", error.line(), error.column())
}
