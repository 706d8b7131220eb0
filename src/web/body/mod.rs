//! Reading a JSON body: its type, its size, its time, and then all its faults at once.
//!
//! A handler asks for [`Body<T>`]; `T` says with [`FromBody`] which members it has and what each must
//! be. Reading goes on after a fault, so that a person who fills in a form sees everything that is
//! wrong with it. Duplicate members are faults: they hide attacks. What else a body may be is up to the
//! surface that reads it: see [`BodyRules`].

mod fields;
mod node;
pub mod readers;

pub use fields::{Fields, Reason};
pub use node::Node;

use std::marker::PhantomData;

use rocket::data::{self, Data, FromData, ToByteUnit};
use rocket::http::ContentType;
use rocket::outcome::Outcome;
use rocket::{Request, async_trait};

use super::refusal::Refusal;
use super::settings::WebSettings;

/// A body that has been read, by the rules `R` of a surface.
pub struct Body<T, R = NativeRules>(pub T, Vec<u8>, PhantomData<R>);

impl<T, R> Body<T, R> {
    /// The body as it came.
    pub fn bytes(&self) -> &[u8] {
        &self.1
    }
}

/// How a surface reads bodies.
pub trait BodyRules: Send + 'static {
    /// The largest body it takes, in KiB.
    const MOST_KIB: u32;
    /// What it makes of members that it does not know.
    const UNKNOWN: Unknown;

    /// What a body of this type says.
    ///
    /// # Errors
    /// `UnsupportedMediaType`, `MalformedJson`.
    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal>;
}

/// What becomes of members that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// They are faults: typos, mostly.
    Refused,
    /// They are passed over.
    Ignored,
}

/// How the native API reads bodies: JSON, and nothing unknown.
pub struct NativeRules;

impl BodyRules for NativeRules {
    // More than the largest body there is: 200 invitations, each with a message.
    const MOST_KIB: u32 = 256;
    const UNKNOWN: Unknown = Unknown::Refused;

    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal> {
        if content_type.is_some_and(is_json) { parse_json(body) } else { Err(Refusal::UnsupportedMediaType) }
    }
}

/// How most dialects read bodies: JSON, whatever else is in it; and nothing at all for an empty object, whatever type it
/// is said to have, as their clients send it.
pub struct DialectRules;

impl BodyRules for DialectRules {
    const MOST_KIB: u32 = 64;
    const UNKNOWN: Unknown = Unknown::Ignored;

    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal> {
        if body.is_empty() {
            return Ok(Node::Object(Vec::new()));
        }
        if content_type.is_some_and(is_json) { parse_json(body) } else { Err(Refusal::UnsupportedMediaType) }
    }
}

/// What a body must be.
pub trait FromBody: Sized {
    /// Reads each member; `None` once a fault was found, after all of them have been looked at.
    fn read(fields: &mut Fields) -> Option<Self>;
}

#[async_trait]
impl<'r, T: FromBody, R: BodyRules> FromData<'r> for Body<T, R> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match read::<T, R>(request, data).await {
            Ok((value, bytes)) => Outcome::Success(Self(value, bytes, PhantomData)),
            Err(refusal) => Outcome::Error((refusal.leave_for_catcher(request), ())),
        }
    }
}

async fn read<T: FromBody, R: BodyRules>(
    request: &Request<'_>,
    data: Data<'_>,
) -> Result<(T, Vec<u8>), Refusal> {
    let (node, bytes) = parse::<R>(request, data).await?;
    let value = Fields::read_all(node, R::UNKNOWN).map_err(Refusal::InvalidBody)?;
    Ok((value, bytes))
}

/// Reads a body, in its time and up to its size, and what it says.
///
/// # Errors
/// `BodyTooSlow`, `BodyTooLarge`, `BadRequest`, and what [`BodyRules::parse`] refuses.
pub(super) async fn parse<R: BodyRules>(
    request: &Request<'_>,
    data: Data<'_>,
) -> Result<(Node, Vec<u8>), Refusal> {
    let timeout =
        request.rocket().state::<WebSettings>().map_or(super::build::BODY_TIMEOUT, |s| s.body_timeout);
    let reading = data.open(R::MOST_KIB.kibibytes()).into_bytes();
    let bytes = match tokio::time::timeout(timeout, reading).await {
        Err(_) => return Err(Refusal::BodyTooSlow),
        Ok(Err(_)) => return Err(Refusal::BadRequest),
        Ok(Ok(bytes)) if !bytes.is_complete() => return Err(Refusal::BodyTooLarge),
        Ok(Ok(bytes)) => bytes.into_inner(),
    };
    Ok((R::parse(request.content_type(), &bytes)?, bytes))
}

/// What a JSON text says.
///
/// # Errors
/// `MalformedJson`.
pub fn parse_json(body: &[u8]) -> Result<Node, Refusal> {
    serde_json::from_slice(body).map_err(|error| Refusal::MalformedJson(told(&error)))
}

/// Whether a body is said to be JSON in UTF-8.
pub fn is_json(content_type: &ContentType) -> bool {
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
