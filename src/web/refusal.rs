//! What every surface may have to refuse, before each says it in its own shape.
//!
//! Rocket does not hand a guard's error to anybody, so a guard leaves its refusal beside the request, and the
//! catcher of the surface that was called finds it there.

use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

use rocket::Request;
use rocket::http::{ContentType, Header, Method, Status};
use rocket::response::{self, Response};
use serde::Serialize;

use super::guards::request_id::RequestId;
use super::methods::allowed_methods;
use crate::domain::Error;
use crate::domain::error::{Conflict, InvalidField};

/// What is refused: by an operation, or before one was reached. Its `Display` is a plain sentence that any
/// surface may show.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// An operation refused.
    Operation(Error),
    /// The body is no JSON.
    MalformedJson(String),
    /// The body's members can't be.
    InvalidBody(Vec<InvalidField>),
    /// The query's parameters can't be.
    InvalidQuery(Vec<InvalidField>),
    /// Headers that the call takes can't be.
    InvalidHeader(Vec<InvalidField>),
    /// The body is not said to be JSON.
    UnsupportedMediaType,
    /// The body is too large.
    BodyTooLarge,
    /// The body took too long.
    BodyTooSlow,
    /// There is no such path.
    PathNotFound,
    /// The path has other methods.
    MethodNotAllowed(String),
    /// The request can't be understood.
    BadRequest,
    /// A form that none of our pages sent, or one from before a sign-in.
    ForeignForm,
    /// Rocket refused it for a reason that has no case of its own.
    Other(Status),
}

/// What a guard left.
struct LeftByGuard(Mutex<Option<Refusal>>);

impl Refusal {
    /// Leaves this refusal for the catcher that will answer the request. The status answered here does no
    /// more than send Rocket there.
    pub fn leave_for_catcher(self, request: &Request<'_>) -> Status {
        let left = request.local_cache(|| LeftByGuard(Mutex::new(None)));
        if let Ok(mut left) = left.0.lock() {
            *left = Some(self);
        }
        Status::BadRequest
    }

    /// Why a request came to a catcher: what a guard left, else what Rocket's status stands for.
    pub fn of_caught(status: Status, request: &Request<'_>) -> Self {
        let left = request.local_cache(|| LeftByGuard(Mutex::new(None)));
        let left = left.0.lock().ok().and_then(|left| left.clone());
        left.unwrap_or_else(|| Self::of_status(status, request))
    }

    /// The HTTP status, wherever a surface does not document another one.
    pub fn status(&self) -> Status {
        match self {
            Self::Operation(error) => match error {
                Error::Unauthenticated(_) | Error::TwoFactorRequired { .. } => Status::Unauthorized,
                Error::Forbidden(_) => Status::Forbidden,
                Error::NotFound(_) => Status::NotFound,
                Error::Conflict(Conflict::ChangedMeanwhile) => Status::PreconditionFailed,
                Error::Conflict(_) | Error::SoleOwner { .. } => Status::Conflict,
                Error::Invalid(_) => Status::UnprocessableEntity,
                Error::Expired(_) => Status::Gone,
                Error::RateLimited { .. } => Status::TooManyRequests,
                Error::Unavailable => Status::ServiceUnavailable,
                Error::Internal(_) => Status::InternalServerError,
            },
            Self::MalformedJson(_) | Self::BadRequest => Status::BadRequest,
            Self::InvalidBody(_) | Self::InvalidQuery(_) | Self::InvalidHeader(_) => {
                Status::UnprocessableEntity
            }
            Self::UnsupportedMediaType => Status::UnsupportedMediaType,
            Self::BodyTooLarge => Status::PayloadTooLarge,
            Self::BodyTooSlow => Status::RequestTimeout,
            Self::ForeignForm => Status::Forbidden,
            Self::PathNotFound => Status::NotFound,
            Self::MethodNotAllowed(_) => Status::MethodNotAllowed,
            Self::Other(status) => *status,
        }
    }

    /// The stable word.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Operation(error) => error.code(),
            Self::MalformedJson(_) => "malformed_json",
            Self::InvalidBody(_) | Self::InvalidQuery(_) | Self::InvalidHeader(_) => "invalid_values",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::BodyTooLarge => "body_too_large",
            Self::BodyTooSlow => "body_too_slow",
            Self::PathNotFound => "path_not_found",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::BadRequest => "bad_request",
            Self::ForeignForm => "foreign_form",
            Self::Other(status) if status.class().is_server_error() => "internal",
            Self::Other(_) => "refused",
        }
    }

    /// Answers this refusal in a surface's shape, with what goes along with it whatever the shape. Logs a fault of ours,
    /// once: this is the edge.
    ///
    /// # Errors
    /// 500 for a body that can't be written.
    pub fn respond(
        &self,
        request: &Request<'_>,
        status: Status,
        media_type: ContentType,
        body: &impl Serialize,
    ) -> response::Result<'static> {
        let request_id = RequestId::of(request).to_string();
        self.log_fault(request);
        let json = serde_json::to_vec(body).map_err(|_| Status::InternalServerError)?;
        let mut response = Response::build();
        response
            .status(status)
            .header(media_type)
            // Where Rocket can't read the request line, no fairing names the answer.
            .header(Header::new("X-Request-Id", request_id))
            .sized_body(json.len(), std::io::Cursor::new(json));
        if let Some(seconds) = self.retry_after() {
            response.header(Header::new("Retry-After", seconds.to_string()));
        }
        if status == Status::Unauthorized {
            response.header(Header::new("WWW-Authenticate", "Bearer"));
        }
        // A surface may say that there is no such path instead.
        if let (Self::MethodNotAllowed(allowed), Status::MethodNotAllowed) = (self, status) {
            response.header(Header::new("Allow", allowed.clone()));
        }
        response.ok()
    }

    /// After how many seconds it is worth trying again (RFC 9110 §10.2.3).
    pub fn retry_after(&self) -> Option<u64> {
        let after = match self {
            Self::Operation(Error::RateLimited { retry_after }) => *retry_after,
            Self::Operation(Error::Unavailable) => Duration::from_secs(1),
            _ => return None,
        };
        Some((after.as_secs() + u64::from(after.subsec_nanos() > 0)).max(1))
    }

    /// Logs a fault of ours: where it becomes an answer, and nowhere else.
    pub fn log_fault(&self, request: &Request<'_>) {
        if let Self::Operation(Error::Internal(source)) = self {
            let request_id = RequestId::of(request).to_string();
            tracing::error!(request_id, error = %source, "A request failed on our side.");
        }
    }

    fn of_status(status: Status, request: &Request<'_>) -> Self {
        match status.code {
            // 422 without a guard's word: an id in the path is no id, so it names nothing.
            404 | 422 => {
                let allowed = allowed_methods(request);
                if allowed.is_empty() || allowed.contains(&request.method()) {
                    Self::PathNotFound
                } else {
                    Self::not_allowed(&allowed)
                }
            }
            // 400 without a guard's word: Rocket could not read the path, or does not know the method, which it
            // then takes for GET, and does not tell which of the two. Where there is such a path, it is the method.
            400 if request.method() == Method::Get => {
                let allowed = allowed_methods(request);
                if allowed.is_empty() { Self::BadRequest } else { Self::not_allowed(&allowed) }
            }
            400 => Self::BadRequest,
            413 => Self::BodyTooLarge,
            415 => Self::UnsupportedMediaType,
            _ => Self::Other(status),
        }
    }

    fn not_allowed(allowed: &[Method]) -> Self {
        let names: Vec<&str> = allowed.iter().map(|method| method.as_str()).collect();
        Self::MethodNotAllowed(names.join(", "))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operation(error) => error.fmt(f),
            Self::MalformedJson(reason) => write!(f, "The body is not valid JSON: {reason}."),
            Self::InvalidBody(_) => f.write_str("Some members of the body can't be used."),
            Self::InvalidQuery(_) => f.write_str("Some parameters of the query can't be used."),
            Self::InvalidHeader(_) => f.write_str("Some headers can't be used."),
            Self::UnsupportedMediaType => f.write_str("Send the body as `Content-Type: application/json`."),
            Self::BodyTooLarge => f.write_str("The body is larger than this API takes."),
            Self::BodyTooSlow => f.write_str("The body took too long to arrive. Send it again."),
            Self::PathNotFound => f.write_str("There is nothing at this path."),
            Self::MethodNotAllowed(allowed) => write!(f, "This path takes {allowed}."),
            Self::BadRequest => f.write_str("The request can't be understood."),
            Self::ForeignForm => {
                f.write_str("This form is too old, or came from another site. Open its page again.")
            }
            Self::Other(status) if status.class().is_server_error() => {
                f.write_str("Something went wrong on our side.")
            }
            Self::Other(status) => write!(f, "The request was refused ({status})."),
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Operation(error)
    }
}
