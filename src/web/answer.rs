//! Answers of the native API, and the shapes of values that every resource writes alike.

use jiff::Timestamp;
use rocket::Request;
use rocket::http::{ContentType, Header, Status};
use rocket::response::{self, Responder, status};
use rocket::serde::json::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::Problem;
use crate::domain::once::Outcome;

/// 200 with a resource, or a refusal.
pub type ApiResult<T> = Result<Json<T>, Problem>;

/// 201 with what was made, or a refusal.
pub type CreatedResult<T> = Result<Created<T>, Problem>;

/// 202 with the job that follows, or a refusal.
pub type AcceptedResult<T> = Result<Accepted<T>, Problem>;

/// 204, or a refusal.
pub type DoneResult = Result<Done, Problem>;

/// 200 with a resource and its entity tag (RFC 9110 §8.8.3), or a refusal.
pub type TaggedResult<T> = Result<Tagged<T>, Problem>;

/// 200 with a resource, and the version that it has.
pub struct Tagged<T> {
    /// The resource.
    pub body: T,
    /// Its version.
    pub version: i64,
}

impl<'r, T: Serialize> Responder<'r, 'static> for Tagged<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let mut response = Json(self.body).respond_to(request)?;
        response.set_header(Header::new("ETag", entity_tag(self.version)));
        Ok(response)
    }
}

/// The strong entity tag of a version.
pub fn entity_tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// 201 with what was made.
pub struct Created<T>(pub T);

impl<'r, T: Serialize> Responder<'r, 'static> for Created<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        status::Custom(Status::Created, Json(self.0)).respond_to(request)
    }
}

/// 201 with what was made, now or when the call first came, or a refusal.
pub type MadeOnceResult<T> = Result<MadeOnce<T>, Problem>;

/// 201 with what was made, now or when the call first came.
pub struct MadeOnce<T>(pub Outcome<T>);

impl<'r, T: Serialize> Responder<'r, 'static> for MadeOnce<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        match self.0 {
            Outcome::Done(made) => Created(made).respond_to(request),
            Outcome::DoneBefore(answer) => {
                let answer = status::Custom(Status::Created, (ContentType::JSON, answer));
                let mut response = answer.respond_to(request)?;
                response.set_header(Header::new("Idempotent-Replayed", "true"));
                Ok(response)
            }
        }
    }
}

/// 202 with the job that follows.
pub struct Accepted<T>(pub T);

impl<'r, T: Serialize> Responder<'r, 'static> for Accepted<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        status::Custom(Status::Accepted, Json(self.0)).respond_to(request)
    }
}

/// 204: done, and nothing to say.
pub struct Done;

impl<'r> Responder<'r, 'static> for Done {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        Status::NoContent.respond_to(request)
    }
}

/// RFC 3339, UTC, milliseconds: `2026-11-22T10:00:00.000Z`.
pub fn time(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageBody<T: ToSchema> {
    /// The items, the newest first.
    pub items: Vec<T>,
    /// Give it as `cursor` to get the next part; null at the end.
    pub next_cursor: Option<String>,
}
