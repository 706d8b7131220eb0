//! Refusals in this dialect's shape: `{"message": …}`.
//!
//! No document of this API tells an error. The shape and most statuses are those of the same team's next API; every
//! message is ours.

use rocket::Request;
use rocket::http::{ContentType, Status};
use rocket::response::{self, Responder};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::Error;
use crate::domain::accounts::password::TOO_WEAK;
use crate::domain::error::{Conflict, Forbidden, InvalidField, Missing, Unauthenticated};
use crate::web::refusal::Refusal;

const WRONG_CREDENTIALS: &str = "The email address or the password is wrong.";
const PASSWORD_RULE: &str = "A password has at least 8 characters, with a lower-case and an upper-case letter, a digit and a special character.";

/// A refusal on its way out.
#[derive(Clone, Debug)]
pub struct Failure(Refusal);

/// What is answered in place of what was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct FailureBody {
    /// What happened and what to do, for people.
    #[schema(example = "The email address or the password is wrong.")]
    pub message: String,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error.into())
    }
}

impl Failure {
    fn status(&self) -> Status {
        match &self.0 {
            Refusal::Operation(error) => status_of(error),
            Refusal::MalformedJson(_)
            | Refusal::InvalidBody(_)
            | Refusal::InvalidQuery(_)
            | Refusal::InvalidHeader(_)
            | Refusal::BadRequest
            | Refusal::ForeignForm => Status::BadRequest,
            Refusal::UnsupportedMediaType => Status::UnsupportedMediaType,
            Refusal::BodyTooLarge => Status::PayloadTooLarge,
            Refusal::BodyTooSlow => Status::RequestTimeout,
            Refusal::PathNotFound => Status::NotFound,
            Refusal::MethodNotAllowed(_) => Status::MethodNotAllowed,
            Refusal::Other(status) => *status,
        }
    }

    /// Of several faults the first one is told.
    fn message(&self) -> String {
        match &self.0 {
            Refusal::Operation(Error::Invalid(faults))
            | Refusal::InvalidBody(faults)
            | Refusal::InvalidQuery(faults)
            | Refusal::InvalidHeader(faults) => {
                faults.first().map_or_else(|| self.0.to_string(), message_of_fault)
            }
            Refusal::Operation(error) => message_of(error),
            Refusal::MalformedJson(_)
            | Refusal::UnsupportedMediaType
            | Refusal::BodyTooLarge
            | Refusal::BodyTooSlow
            | Refusal::PathNotFound
            | Refusal::MethodNotAllowed(_)
            | Refusal::BadRequest
            | Refusal::ForeignForm
            | Refusal::Other(_) => self.0.to_string(),
        }
    }
}

fn status_of(error: &Error) -> Status {
    match error {
        // A wrong password counts as at sign-in: it is part of the credentials.
        Error::Unauthenticated(_) | Error::Expired(_) | Error::Forbidden(Forbidden::WrongPassword) => {
            Status::Unauthorized
        }
        Error::Forbidden(_) | Error::TwoFactorRequired { .. } => Status::Forbidden,
        Error::NotFound(what) => match what {
            Missing::Session | Missing::Token | Missing::User => Status::Unauthorized,
            Missing::Org
            | Missing::Member
            | Missing::Invitation
            | Missing::Transfer
            | Missing::ApiKey
            | Missing::Passkey
            | Missing::Job
            | Missing::SignUpDomain
            | Missing::Letter => Status::NotFound,
        },
        Error::Conflict(_) | Error::SoleOwner { .. } => Status::Conflict,
        Error::Invalid(_) => Status::BadRequest,
        Error::RateLimited { .. } => Status::TooManyRequests,
        Error::Unavailable => Status::ServiceUnavailable,
        Error::Internal(_) => Status::InternalServerError,
    }
}

fn message_of(error: &Error) -> String {
    match error {
        Error::Unauthenticated(Unauthenticated::WrongCredentials)
        | Error::Forbidden(Forbidden::WrongPassword)
        | Error::NotFound(Missing::User) => WRONG_CREDENTIALS.to_owned(),
        // There is no refreshing an expired token here.
        Error::Unauthenticated(Unauthenticated::SessionExpired) => {
            "The token has expired. Sign in again.".to_owned()
        }
        Error::Forbidden(Forbidden::WrongAccount) => "This is another account.".to_owned(),
        Error::Conflict(Conflict::EmailAddressTaken | Conflict::AccountExists) => {
            "An account with this email address exists already.".to_owned()
        }
        Error::TwoFactorRequired { .. } => Forbidden::TwoFactorElsewhere.to_string(),
        Error::Unauthenticated(_)
        | Error::Forbidden(_)
        | Error::NotFound(_)
        | Error::Conflict(_)
        | Error::SoleOwner { .. }
        | Error::Invalid(_)
        | Error::Expired(_)
        | Error::RateLimited { .. }
        | Error::Unavailable
        | Error::Internal(_) => error.to_string(),
    }
}

/// A call takes one password to choose at most, so its rule names no member.
fn message_of_fault(fault: &InvalidField) -> String {
    match fault.code {
        "password_too_short" | "password_without_kinds" => PASSWORD_RULE.to_owned(),
        TOO_WEAK => fault.detail.clone(),
        "required" => format!("`{}` is required.", fault.path),
        _ if fault.path.is_empty() => fault.detail.clone(),
        _ => format!("`{}`: {}", fault.path, fault.detail),
    }
}

impl<'r> Responder<'r, 'static> for Failure {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        self.0.respond(request, self.status(), ContentType::JSON, &FailureBody { message: self.message() })
    }
}
