//! Refusals in Backstack's shape: an error object that tells for whom its words are.

use rocket::Request;
use rocket::http::{ContentType, Status};
use rocket::response::{self, Responder};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use utoipa::ToSchema;

use crate::domain::Error;
use crate::domain::accounts::password::PASSWORD_IS_USERNAME;
use crate::domain::error::{Conflict, Expired, Forbidden, InvalidField, Missing, Unauthenticated};
use crate::web::refusal::Refusal;

/// What people are told of what is not their fault.
const TRY_LATER: &str = "An error occurred. Please try again later.";

/// Members that a program fills in, not a person.
const BY_PROGRAMS: [&str; 3] = ["domain_id", "account_id", "token"];

/// A refusal on its way out.
#[derive(Clone, Debug)]
pub struct Failure(Refusal);

/// A refusal.
#[derive(Debug, serde::Serialize, ToSchema)]
pub struct FailureBody {
    /// What happened.
    pub error: ErrorBody,
}

/// What happened.
#[derive(Debug, serde::Serialize, ToSchema)]
pub struct ErrorBody {
    /// The path that was called.
    #[schema(example = "/v1/auth/signup")]
    pub url: String,
    /// The method, in lower case.
    #[schema(example = "post")]
    pub request_method: String,
    /// Who can do something about it: `user`, `codebase` or `system`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The HTTP status.
    pub code: u16,
    /// For people; always the same where they can do nothing about it.
    pub message: String,
    /// What is wrong with each member, by its name; `[]` for nothing.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub fields: FieldsBody,
    /// For whoever wrote the program.
    pub dev_message: String,
}

/// What is wrong with each member.
#[derive(Debug)]
pub struct FieldsBody(Vec<(String, String)>);

impl Serialize for FieldsBody {
    /// Clients ask for the `length` of nothing, so that is a list.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() {
            return serializer.serialize_seq(Some(0))?.end();
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, message) in &self.0 {
            map.serialize_entry(name, message)?;
        }
        map.end()
    }
}

/// Who can do something about a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    User,
    Codebase,
    System,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Codebase => "codebase",
            Self::System => "system",
        }
    }
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
    fn judgement(&self) -> (Status, Kind) {
        match &self.0 {
            Refusal::Operation(error) => judgement_of(error),
            Refusal::InvalidBody(faults) => (Status::BadRequest, kind_of_faults(faults)),
            Refusal::MalformedJson(_)
            | Refusal::InvalidQuery(_)
            | Refusal::InvalidHeader(_)
            | Refusal::BadRequest
            | Refusal::ForeignForm => (Status::BadRequest, Kind::Codebase),
            Refusal::UnsupportedMediaType => (Status::UnsupportedMediaType, Kind::Codebase),
            Refusal::BodyTooLarge => (Status::PayloadTooLarge, Kind::Codebase),
            Refusal::BodyTooSlow => (Status::RequestTimeout, Kind::System),
            Refusal::PathNotFound => (Status::NotFound, Kind::Codebase),
            Refusal::MethodNotAllowed(_) => (Status::MethodNotAllowed, Kind::Codebase),
            Refusal::Other(status) if status.class().is_server_error() => {
                (Status::InternalServerError, Kind::System)
            }
            Refusal::Other(status) => (*status, Kind::Codebase),
        }
    }

    /// What is wrong with each member.
    fn fields(&self) -> Vec<(String, String)> {
        let faults = match &self.0 {
            Refusal::Operation(Error::Invalid(faults)) | Refusal::InvalidBody(faults) => faults,
            Refusal::Operation(error) => return field_of(error).into_iter().collect(),
            _ => return Vec::new(),
        };
        let mut fields: Vec<(String, String)> = Vec::new();
        for fault in faults.iter().filter(|fault| !fault.path.is_empty()) {
            if fields.iter().all(|(name, _)| *name != fault.path) {
                fields.push((fault.path.clone(), words_for(fault)));
            }
        }
        fields
    }

    /// What happened, in words.
    fn told(&self) -> String {
        match &self.0 {
            Refusal::Operation(Error::Invalid(faults)) | Refusal::InvalidBody(faults) => {
                let is_missing = faults.iter().any(|fault| fault.code == "required");
                let told =
                    if is_missing { "Required values are missing." } else { "Some values can't be used." };
                told.to_owned()
            }
            Refusal::Operation(Error::TwoFactorRequired { .. }) => Forbidden::TwoFactorElsewhere.to_string(),
            Refusal::Other(Status { code: 403 }) => {
                "With the cookie, a request is sent with the `Origin` of the service.".to_owned()
            }
            refusal => refusal.to_string(),
        }
    }
}

fn judgement_of(error: &Error) -> (Status, Kind) {
    match error {
        Error::Unauthenticated(why) => match why {
            Unauthenticated::NotSignedIn
            | Unauthenticated::SessionExpired
            | Unauthenticated::ApiKeyExpired => (Status::Unauthorized, Kind::Codebase),
            // There is nothing that says whose session it would be: a form was filled in.
            Unauthenticated::WrongCode
            | Unauthenticated::WrongPasskey
            | Unauthenticated::WrongCredentials => (Status::BadRequest, Kind::User),
        },
        Error::Forbidden(why) => match why {
            Forbidden::SessionRequired
            | Forbidden::ScopeMissing(_)
            | Forbidden::IpNotAllowed
            | Forbidden::RoleTooLow
            | Forbidden::RoleAboveOwn
            | Forbidden::WrongAccount
            | Forbidden::PasswordRequired
            | Forbidden::OperatorRequired
            | Forbidden::OwnAccount
            | Forbidden::SupportLogin
            | Forbidden::SupportNotAllowed => (Status::Forbidden, Kind::Codebase),
            Forbidden::TwoFactorSetUpRequired | Forbidden::EmailDomainNotAllowed => {
                (Status::Forbidden, Kind::User)
            }
            Forbidden::SignUpClosed => (Status::BadRequest, Kind::Codebase),
            Forbidden::NotActivated
            | Forbidden::WrongPassword
            | Forbidden::WrongCode
            | Forbidden::Suspended
            | Forbidden::EmailNotVerified
            | Forbidden::TwoFactorElsewhere => (Status::BadRequest, Kind::User),
        },
        Error::NotFound(what) => match what {
            Missing::Org => (Status::BadRequest, Kind::Codebase),
            Missing::Token | Missing::User => (Status::BadRequest, Kind::User),
            Missing::Session => (Status::Unauthorized, Kind::Codebase),
            Missing::Member
            | Missing::Invitation
            | Missing::ApiKey
            | Missing::Passkey
            | Missing::Transfer
            | Missing::Job
            | Missing::SignUpDomain
            | Missing::Letter => (Status::NotFound, Kind::Codebase),
        },
        Error::Conflict(what) => match what {
            Conflict::UsernameTaken
            | Conflict::EmailAddressTaken
            | Conflict::AccountExists
            | Conflict::OrgNameTaken
            | Conflict::LastOwner
            | Conflict::TwoFactorOn
            | Conflict::TwoFactorOff
            | Conflict::TwoFactorNotSetUp => (Status::BadRequest, Kind::User),
            Conflict::AlreadyMember
            | Conflict::InvitationNotPending
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
            | Conflict::JobNotScheduled => (Status::Conflict, Kind::Codebase),
        },
        Error::Invalid(faults) => (Status::BadRequest, kind_of_faults(faults)),
        Error::Expired(what) => match what {
            Expired::TokenSpent
            | Expired::TokenExpired
            | Expired::InvitationAccepted
            | Expired::InvitationRevoked
            | Expired::InvitationDeclined
            | Expired::TransferDeclined
            | Expired::TransferCancelled
            | Expired::OrgGone => (Status::BadRequest, Kind::User),
        },
        Error::SoleOwner { .. } | Error::TwoFactorRequired { .. } => (Status::BadRequest, Kind::User),
        Error::RateLimited { .. } => (Status::TooManyRequests, Kind::User),
        Error::Unavailable => (Status::ServiceUnavailable, Kind::System),
        Error::Internal(_) => (Status::InternalServerError, Kind::System),
    }
}

fn kind_of_faults(faults: &[InvalidField]) -> Kind {
    let is_by_program =
        |fault: &InvalidField| fault.path.is_empty() || BY_PROGRAMS.contains(&fault.path.as_str());
    if faults.iter().all(is_by_program) { Kind::Codebase } else { Kind::User }
}

/// The member that a case of an operation is about.
fn field_of(error: &Error) -> Option<(String, String)> {
    let (name, message) = match error {
        Error::Conflict(Conflict::UsernameTaken) => ("username", "This username is taken.".to_owned()),
        Error::Conflict(Conflict::EmailAddressTaken | Conflict::AccountExists) => {
            ("email", "This email address is taken.".to_owned())
        }
        Error::NotFound(Missing::User) => ("email", error.to_string()),
        Error::NotFound(Missing::Org) => ("account_id", error.to_string()),
        _ => return None,
    };
    Some((name.to_owned(), message))
}

fn words_for(fault: &InvalidField) -> String {
    match (fault.path.as_str(), fault.code) {
        (_, "required" | "empty") => "This value is required.".to_owned(),
        ("username" | "password", "too_short" | "password_too_short") => {
            "Must be at least 8 characters.".to_owned()
        }
        ("username", PASSWORD_IS_USERNAME) => "Cannot be your password".to_owned(),
        (_, PASSWORD_IS_USERNAME) => "Cannot be your username".to_owned(),
        _ => fault.detail.clone(),
    }
}

impl<'r> Responder<'r, 'static> for Failure {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let (status, kind) = self.judgement();
        let told = self.told();
        let error = ErrorBody {
            url: request.uri().path().to_string(),
            request_method: request.method().as_str().to_ascii_lowercase(),
            kind: kind.as_str(),
            code: status.code,
            message: if kind == Kind::User { told.clone() } else { TRY_LATER.to_owned() },
            fields: FieldsBody(self.fields()),
            dev_message: told,
        };
        self.0.respond(request, status, ContentType::JSON, &FailureBody { error })
    }
}
