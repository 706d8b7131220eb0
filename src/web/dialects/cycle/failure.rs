//! Refusals in Cycle's shape: an error object with one of Cycle's codes, beside `"data": null`.

use rocket::Request;
use rocket::http::{ContentType, Status};
use rocket::response::{self, Responder};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::Error;
use crate::domain::error::{Conflict, Expired, Forbidden, InvalidField, Missing, Unauthenticated};
use crate::web::refusal::Refusal;

/// A refusal on its way out.
#[derive(Clone, Debug)]
pub struct Failure {
    refusal: Refusal,
    call: Call,
}

/// The calls that say some refusals in a way of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Call {
    /// Any other.
    #[default]
    Any,
    /// changePassword.
    ChangePassword,
    /// updateAccountInvite.
    AnswerInvite,
}

/// What is answered in place of data.
#[derive(Debug, Serialize, ToSchema)]
pub struct FailureBody {
    /// What happened.
    pub error: ErrorBody,
    /// Always null.
    #[schema(value_type = Option<Object>)]
    pub data: (),
}

/// A refusal.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorBody {
    /// The HTTP status.
    pub status: u16,
    /// The stable word for what happened, for programs; it begins with the status.
    #[schema(example = "401.auth-invalid")]
    pub code: String,
    /// The status in words.
    pub title: &'static str,
    /// What happened and what to do, for people.
    pub detail: String,
    /// The member that can't be: a JSON pointer (RFC 6901) into the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/name/first")]
    pub source: Option<String>,
    /// What else helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<ExtraBody>,
}

/// What else helps.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExtraBody {
    /// The scope that the API key lacks.
    #[schema(example = "account:read")]
    pub capability: &'static str,
}

/// A code of Cycle's: a status, and the word for one of its cases.
type Code = (Status, &'static str);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, call: Call::Any }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::of(error, Call::Any)
    }
}

impl Failure {
    /// What an operation refused to a call.
    pub fn of(error: Error, call: Call) -> Self {
        Self { refusal: error.into(), call }
    }

    fn code(&self) -> Code {
        match &self.refusal {
            Refusal::Operation(error) => code_of(error, self.call),
            Refusal::InvalidBody(faults) | Refusal::InvalidQuery(faults) | Refusal::InvalidHeader(faults) => {
                code_of_faults(faults)
            }
            Refusal::UnsupportedMediaType => (Status::UnsupportedMediaType, "invalid-content-type"),
            // Cycle knows neither 413 nor 405 nor 408.
            Refusal::BodyTooLarge => (Status::UnprocessableEntity, "max-exceeded"),
            Refusal::PathNotFound | Refusal::MethodNotAllowed(_) => (Status::NotFound, "uri"),
            Refusal::Other(status) if status.class().is_server_error() => {
                (Status::InternalServerError, "unknown")
            }
            Refusal::MalformedJson(_)
            | Refusal::BodyTooSlow
            | Refusal::BadRequest
            | Refusal::ForeignForm
            | Refusal::Other(_) => (Status::BadRequest, "invalid-syntax"),
        }
    }

    /// The faults of a body, a query or a header; Cycle tells of the first one alone.
    fn first_fault(&self) -> Option<&InvalidField> {
        match &self.refusal {
            Refusal::Operation(Error::Invalid(faults))
            | Refusal::InvalidBody(faults)
            | Refusal::InvalidQuery(faults)
            | Refusal::InvalidHeader(faults) => faults.first(),
            _ => None,
        }
    }

    fn detail(&self) -> String {
        match (&self.refusal, self.first_fault()) {
            (Refusal::InvalidQuery(_) | Refusal::InvalidHeader(_), Some(fault)) => {
                format!("`{}`: {}", fault.path, fault.detail)
            }
            (_, Some(fault)) => fault.detail.clone(),
            (refusal, None) => refusal.to_string(),
        }
    }

    fn extra(&self) -> Option<ExtraBody> {
        match &self.refusal {
            Refusal::Operation(Error::Forbidden(Forbidden::ScopeMissing(scope))) => {
                Some(ExtraBody { capability: scope.as_str() })
            }
            _ => None,
        }
    }

    fn source(&self) -> Option<String> {
        match (&self.refusal, self.first_fault()) {
            (Refusal::Operation(Error::Forbidden(Forbidden::WrongPassword)), _)
                if self.call == Call::ChangePassword =>
            {
                Some("/current".to_owned())
            }
            // A pointer leads into the body; the detail names a parameter or a header.
            (Refusal::InvalidQuery(_) | Refusal::InvalidHeader(_), _) => None,
            (_, fault) => {
                fault.filter(|fault| !fault.path.is_empty()).map(|fault| format!("/{}", fault.path))
            }
        }
    }
}

fn code_of(error: &Error, call: Call) -> Code {
    match error {
        Error::Unauthenticated(why) => match why {
            Unauthenticated::NotSignedIn | Unauthenticated::WrongCredentials => {
                (Status::Unauthorized, "auth-invalid")
            }
            Unauthenticated::SessionExpired | Unauthenticated::ApiKeyExpired => {
                (Status::Unauthorized, "auth-expired")
            }
            Unauthenticated::WrongCode | Unauthenticated::WrongPasskey => (Status::Forbidden, "2fa-failed"),
        },
        Error::Forbidden(why) => (Status::Forbidden, word_for_forbidden(*why)),
        Error::NotFound(what) => match what {
            Missing::Org => (Status::NotFound, "hub"),
            Missing::Member => (Status::NotFound, "hub.membership"),
            Missing::Invitation => (Status::NotFound, "hub.invitation"),
            Missing::Transfer | Missing::SignUpDomain | Missing::Letter | Missing::Passkey => {
                (Status::NotFound, "uri")
            }
            Missing::Session => (Status::Unauthorized, "auth-invalid"),
            Missing::ApiKey => (Status::NotFound, "hub.api-key"),
            Missing::Job => (Status::NotFound, "job"),
            Missing::Token => (Status::NotFound, "email-verification"),
            Missing::User => (Status::NotFound, "account"),
        },
        Error::Conflict(what) => match what {
            Conflict::UsernameTaken
            | Conflict::EmailAddressTaken
            | Conflict::AccountExists
            | Conflict::AlreadyMember
            | Conflict::OrgNameTaken => (Status::Conflict, "duplicate-found"),
            Conflict::LastOwner
            | Conflict::TwoFactorOn
            | Conflict::TwoFactorOff
            | Conflict::TwoFactorNotSetUp
            | Conflict::InvitationNotPending
            | Conflict::MemberNotEligible
            | Conflict::TransferNotOpen
            | Conflict::ChangedMeanwhile
            | Conflict::IdempotencyKeyUsed
            | Conflict::TransferVoid
            | Conflict::UserNotActive
            | Conflict::LastOperator
            | Conflict::LetterNotQueued
            | Conflict::JobNotScheduled
            | Conflict::PasskeysNotOffered => (Status::Forbidden, "invalid-state"),
            Conflict::TooManyApiKeys | Conflict::TooManyPasskeys => {
                (Status::UnprocessableEntity, "max-exceeded")
            }
        },
        Error::SoleOwner { .. } => (Status::Forbidden, "invalid-state"),
        Error::Invalid(faults) => code_of_faults(faults),
        Error::Expired(what) => match what {
            Expired::TokenSpent | Expired::TokenExpired => match call {
                Call::AnswerInvite => (Status::NotFound, "hub.invitation"),
                Call::Any | Call::ChangePassword => (Status::NotFound, "email-verification"),
            },
            Expired::InvitationAccepted | Expired::InvitationRevoked | Expired::InvitationDeclined => {
                (Status::NotFound, "hub.invitation")
            }
            Expired::TransferDeclined | Expired::TransferCancelled => (Status::NotFound, "uri"),
            Expired::OrgGone => (Status::NotFound, "hub"),
        },
        Error::RateLimited { .. } => (Status::TooManyRequests, "rate-limiting"),
        Error::TwoFactorRequired { .. } => (Status::Forbidden, "2fa-required"),
        Error::Unavailable => (Status::ServiceUnavailable, "not-ready"),
        Error::Internal(_) => (Status::InternalServerError, "unknown"),
    }
}

fn word_for_forbidden(why: Forbidden) -> &'static str {
    match why {
        Forbidden::SessionRequired
        | Forbidden::PasswordRequired
        | Forbidden::SignUpClosed
        | Forbidden::EmailDomainNotAllowed => "not-allowed",
        Forbidden::RoleTooLow
        | Forbidden::RoleAboveOwn
        | Forbidden::ScopeMissing(_)
        | Forbidden::OperatorRequired
        | Forbidden::OwnAccount
        | Forbidden::SupportLogin
        | Forbidden::SupportNotAllowed => "permissions",
        Forbidden::IpNotAllowed => "invalid-ip",
        Forbidden::NotActivated | Forbidden::EmailNotVerified => "not-approved",
        Forbidden::WrongPassword | Forbidden::WrongAccount => "mismatch",
        Forbidden::WrongCode => "2fa-failed",
        Forbidden::Suspended => "invalid-state",
        Forbidden::TwoFactorSetUpRequired | Forbidden::TwoFactorElsewhere => "2fa-required",
    }
}

fn code_of_faults(faults: &[InvalidField]) -> Code {
    let is_missing = faults.first().is_some_and(|fault| fault.code == "required");
    (Status::UnprocessableEntity, if is_missing { "missing-argument" } else { "invalid-argument" })
}

impl<'r> Responder<'r, 'static> for Failure {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let (status, word) = self.code();
        let error = ErrorBody {
            status: status.code,
            code: format!("{}.{word}", status.code),
            title: status.reason_lossy(),
            detail: self.detail(),
            source: self.source(),
            extra: self.extra(),
        };
        self.refusal.respond(request, status, ContentType::JSON, &FailureBody { error, data: () })
    }
}
