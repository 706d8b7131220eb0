//! Refusals in pm415's shape: those of Boom, with `"success": false`. The messages are pm415's, to the letter,
//! wherever its documents or its sources have one; several of them repeat what was sent.

use rocket::Request;
use rocket::http::Status;
use rocket::response::{self, Responder};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::Error;
use crate::domain::accounts::password::TOO_WEAK;
use crate::domain::error::{
    Conflict, EMAIL_DOMAIN_NOT_ALLOWED, Expired, Forbidden, InvalidField, Missing, Unauthenticated,
};
use crate::model::ValueError as _;
use crate::model::password::{MIN_CHARS, PasswordError};
use crate::web::dialects::pm415::wire::json_utf_8;
use crate::web::refusal::Refusal;

/// A refusal on its way out, and what was called.
#[derive(Clone, Debug)]
pub struct Failure {
    refusal: Refusal,
    call: Call,
}

/// What was called, with what its messages repeat of the request.
#[derive(Clone, Debug)]
pub enum Call {
    /// `POST /api/account/login`
    Login {
        /// The address, as sent.
        email: String,
    },
    /// `POST /api/account/forgotpassword`
    ForgotPassword {
        /// The address, as sent.
        email: String,
    },
    /// `POST /api/account/register`
    Register {
        /// The address, as sent.
        email: String,
        /// The org to found, as sent.
        organization: String,
    },
    /// `PUT /api/user`
    UpdateUser {
        /// The address, as sent.
        email: String,
    },
    /// `POST /api/org`, `PUT /api/org/<id>`
    NameOrg {
        /// The name, as sent.
        name: String,
    },
    /// `POST /api/org/switch/<id>`
    Switch {
        /// The number of the org, as sent.
        id: String,
    },
    /// `POST /api/org/<id>/invitelink`
    InviteLink {
        /// The address, as sent.
        email: String,
        /// What the org is called.
        organization: String,
    },
    /// `GET /api/org/invite?token=`
    Invitation,
    /// `GET /api/org/invite`
    InvitationWithoutToken,
    /// Anything that has no messages of its own.
    Other,
}

/// A refusal as JSON, as Boom has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FailureBody {
    /// The HTTP status.
    pub status_code: u16,
    /// The status in words.
    #[schema(example = "Bad Request")]
    pub error: &'static str,
    /// What happened.
    #[schema(example = "\"Password\" is required")]
    pub message: String,
    /// Always false.
    #[schema(example = false)]
    pub success: bool,
}

/// A status, and a message for people.
type Said = (Status, String);

impl Failure {
    /// What a call refuses.
    pub fn new(refusal: impl Into<Refusal>, call: Call) -> Self {
        Self { refusal: refusal.into(), call }
    }

    fn said(&self) -> Said {
        match &self.refusal {
            Refusal::Operation(error) => self.said_of(error),
            Refusal::MalformedJson(_) => {
                (Status::BadRequest, "Invalid request payload JSON format".to_owned())
            }
            Refusal::InvalidBody(faults) | Refusal::InvalidQuery(faults) | Refusal::InvalidHeader(faults) => {
                (Status::BadRequest, message_of_faults(faults))
            }
            Refusal::UnsupportedMediaType => plain(Status::UnsupportedMediaType),
            Refusal::BodyTooLarge => plain(Status::PayloadTooLarge),
            Refusal::BodyTooSlow => plain(Status::RequestTimeout),
            Refusal::PathNotFound => plain(Status::NotFound),
            Refusal::MethodNotAllowed(_) => plain(Status::MethodNotAllowed),
            Refusal::BadRequest | Refusal::ForeignForm => plain(Status::BadRequest),
            Refusal::Other(Status::UnprocessableEntity) if matches!(self.call, Call::UpdateUser { .. }) => {
                (Status::UnprocessableEntity, "Confirmation must match password".to_owned())
            }
            Refusal::Other(status) if status.class().is_server_error() => internal(),
            Refusal::Other(status) => plain(*status),
        }
    }

    fn said_of(&self, error: &Error) -> Said {
        match error {
            Error::Unauthenticated(why) => (Status::Unauthorized, message_of_stranger(*why).to_owned()),
            Error::Forbidden(why) => self.said_of_forbidden(*why),
            Error::NotFound(what) => self.said_of_missing(*what),
            Error::Conflict(what) => (Status::Conflict, self.message_of_conflict(*what)),
            Error::SoleOwner { .. } => (Status::Conflict, error.to_string()),
            Error::Invalid(faults) => (Status::BadRequest, message_of_values(faults)),
            Error::Expired(what) => self.said_of_expired(*what),
            Error::RateLimited { .. } => (Status::TooManyRequests, error.to_string()),
            Error::TwoFactorRequired { .. } => (Status::Forbidden, Forbidden::TwoFactorElsewhere.to_string()),
            Error::Unavailable => (Status::ServiceUnavailable, error.to_string()),
            Error::Internal(_) => internal(),
        }
    }

    fn said_of_forbidden(&self, why: Forbidden) -> Said {
        let message = match why {
            Forbidden::NotActivated | Forbidden::Suspended | Forbidden::EmailNotVerified => {
                "User not confirmed or inactive".to_owned()
            }
            Forbidden::RoleTooLow | Forbidden::RoleAboveOwn => {
                "Organization admin privileges required".to_owned()
            }
            Forbidden::WrongPassword => "Unable to login user".to_owned(),
            Forbidden::WrongAccount => {
                let message = match &self.call {
                    Call::Login { .. } => "Invitation email mismatch",
                    _ => "Email is incorrect",
                };
                return (Status::UnprocessableEntity, message.to_owned());
            }
            Forbidden::SessionRequired
            | Forbidden::ScopeMissing(_)
            | Forbidden::IpNotAllowed
            | Forbidden::PasswordRequired
            | Forbidden::WrongCode
            | Forbidden::SignUpClosed
            | Forbidden::TwoFactorElsewhere
            | Forbidden::TwoFactorSetUpRequired
            | Forbidden::EmailDomainNotAllowed
            | Forbidden::OperatorRequired
            | Forbidden::OwnAccount
            | Forbidden::SupportLogin
            | Forbidden::SupportNotAllowed => why.to_string(),
        };
        (Status::Forbidden, message)
    }

    fn said_of_missing(&self, what: Missing) -> Said {
        match what {
            Missing::Org => {
                let message = match &self.call {
                    Call::Switch { id } => format!("Organization with ID {id} not found."),
                    Call::InviteLink { .. } => "Organization not found".to_owned(),
                    _ => "Organization not found.".to_owned(),
                };
                (Status::NotFound, message)
            }
            Missing::Member => (Status::NotFound, "User not found".to_owned()),
            Missing::User => match &self.call {
                Call::Login { email } | Call::ForgotPassword { email } => {
                    (Status::NotFound, format!("User with email {email} not found."))
                }
                _ => (Status::NotFound, "User not found".to_owned()),
            },
            Missing::Token | Missing::Invitation => self.said_of_token(),
            Missing::Session => {
                let why = Unauthenticated::NotSignedIn;
                (Status::Unauthorized, message_of_stranger(why).to_owned())
            }
            Missing::ApiKey
            | Missing::Passkey
            | Missing::Transfer
            | Missing::Job
            | Missing::SignUpDomain
            | Missing::Letter => plain(Status::NotFound),
        }
    }

    fn message_of_conflict(&self, what: Conflict) -> String {
        match (what, &self.call) {
            (Conflict::EmailAddressTaken | Conflict::AccountExists, Call::Register { email, .. }) => {
                format!("User with email {email} already exists")
            }
            (Conflict::EmailAddressTaken, Call::UpdateUser { email }) => {
                format!("Email {email} already registered")
            }
            (Conflict::OrgNameTaken, Call::Register { organization, .. }) => {
                format!("Organization {organization} already exists.")
            }
            (Conflict::OrgNameTaken, Call::NameOrg { name }) => {
                format!("Organization with name {name} already exists")
            }
            (Conflict::AlreadyMember, Call::InviteLink { email, organization }) => {
                format!("User {email} already have access to organization {organization}")
            }
            (Conflict::AlreadyMember | Conflict::InvitationNotPending, _) => {
                "Invitation already accepted".to_owned()
            }
            (Conflict::LastOwner, _) => "At least one admin must remains in".to_owned(),
            (
                Conflict::EmailAddressTaken
                | Conflict::AccountExists
                | Conflict::OrgNameTaken
                | Conflict::UsernameTaken
                | Conflict::TwoFactorOn
                | Conflict::TwoFactorOff
                | Conflict::TwoFactorNotSetUp
                | Conflict::TooManyApiKeys
                | Conflict::TooManyPasskeys
                | Conflict::PasskeysNotOffered
                | Conflict::MemberNotEligible
                | Conflict::TransferNotOpen
                | Conflict::ChangedMeanwhile
                | Conflict::IdempotencyKeyUsed
                | Conflict::TransferVoid
                | Conflict::UserNotActive
                | Conflict::LastOperator
                | Conflict::LetterNotQueued
                | Conflict::JobNotScheduled,
                _,
            ) => what.to_string(),
        }
    }

    fn said_of_expired(&self, what: Expired) -> Said {
        match what {
            Expired::InvitationAccepted => (Status::Conflict, "Invitation already accepted".to_owned()),
            Expired::OrgGone => match &self.call {
                Call::Login { .. } => (Status::NotFound, "Invitation organization incorrect".to_owned()),
                Call::Register { .. } => (Status::NotFound, "Organization not found".to_owned()),
                _ => self.said_of_token(),
            },
            Expired::TokenSpent
            | Expired::TokenExpired
            | Expired::InvitationRevoked
            | Expired::InvitationDeclined
            | Expired::TransferDeclined
            | Expired::TransferCancelled => self.said_of_token(),
        }
    }

    /// A token that can't be used, for whatever reason.
    fn said_of_token(&self) -> Said {
        let message = match &self.call {
            Call::Login { .. } | Call::InvitationWithoutToken => "Bad data",
            Call::Register { .. } | Call::Invitation => "Invitation token invalid or expired",
            _ => TOKEN_UNUSABLE,
        };
        (Status::UnprocessableEntity, message.to_owned())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::new(error, Call::Other)
    }
}

/// What is said of a link that can't be used.
pub const TOKEN_UNUSABLE: &str = "Token is invalid or expired.";

fn message_of_stranger(why: Unauthenticated) -> &'static str {
    match why {
        Unauthenticated::NotSignedIn | Unauthenticated::SessionExpired | Unauthenticated::ApiKeyExpired => {
            "Authentication required"
        }
        Unauthenticated::WrongCredentials | Unauthenticated::WrongCode | Unauthenticated::WrongPasskey => {
            "Unable to login user"
        }
    }
}

/// Why an operation can't take a value; Joi tells of the first one alone.
fn message_of_values(faults: &[InvalidField]) -> String {
    let Some(fault) = faults.first() else { return Status::BadRequest.reason_lossy().to_owned() };
    let label = label_of(&fault.path);
    match fault.code {
        code if code == PasswordError::TooShort.code() => {
            format!("{label} length must be at least {MIN_CHARS} characters long")
        }
        TOO_WEAK => format!("{label} is too weak: {}", fault.detail),
        EMAIL_DOMAIN_NOT_ALLOWED => format!("{label} must be a valid email"),
        _ => format!("{label} contains an invalid value"),
    }
}

/// The first fault of what is known; members that are not are told of only when there is no other.
fn message_of_faults(faults: &[InvalidField]) -> String {
    if let Some(fault) = faults.iter().find(|fault| fault.code != "unknown_field") {
        return match fault.code {
            "duplicate_field" => "Invalid request payload JSON format".to_owned(),
            _ if fault.path.is_empty() => "\"value\" must be an object".to_owned(),
            _ => fault.detail.clone(),
        };
    }
    let unknown = faults.iter().map(|fault| {
        let name = fault.path.replace("~1", "/").replace("~0", "~");
        format!("\"{name}\" is not allowed")
    });
    unknown.collect::<Vec<_>>().join(",")
}

/// What pm415 calls an input of an operation.
fn label_of(path: &str) -> String {
    match path {
        "email" => "\"Email\"".to_owned(),
        "password" => "\"Password\"".to_owned(),
        other => format!("\"{other}\""),
    }
}

/// A status that says all there is to say.
fn plain(status: Status) -> Said {
    (status, status.reason_lossy().to_owned())
}

fn internal() -> Said {
    (Status::InternalServerError, "An internal server error occurred".to_owned())
}

impl<'r> Responder<'r, 'static> for Failure {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let (status, message) = self.said();
        let body =
            FailureBody { status_code: status.code, error: status.reason_lossy(), message, success: false };
        let mut response = self.refusal.respond(request, status, json_utf_8(), &body)?;
        // Boom sends none.
        response.remove_header("WWW-Authenticate");
        Ok(response)
    }
}
