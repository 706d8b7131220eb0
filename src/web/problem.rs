//! Refusals of the native API: RFC 9457 `application/problem+json`, one stable code for each.
//!
//! Handlers return a [`Problem`]; what a guard refuses, the catchers make one of. Whatever is refused thus
//! has the same shape.

use std::time::Duration;

use rocket::Request;
use rocket::http::{ContentType, Status};
use rocket::response::{self, Responder};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::guards::request_id::RequestId;
use super::refusal::Refusal;
use super::settings::WebSettings;
use crate::domain::Error;
use crate::domain::error::InvalidField;
use crate::model::Org;

/// A refusal on its way out.
#[derive(Clone, Debug)]
pub struct Problem(Refusal);

/// A refusal as JSON (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// The reference page of this code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do, for people.
    pub detail: String,
    /// The stable word for what happened, for programs.
    #[schema(example = "invalid_values")]
    pub code: &'static str,
    /// Names this request in the log; left out where it was refused before it was read.
    #[schema(required = false)]
    pub request_id: String,
    /// Where a second factor is asked for: to be shown again with the code, within five minutes. A secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// Where orgs stand in the way: which.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orgs: Vec<ProblemOrgBody>,
    /// For bad input: every fault of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemErrorBody>,
}

/// An org that stands in the way.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemOrgBody {
    /// The org's id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

/// One fault of an input.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemErrorBody {
    /// Where: a JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or `header:Name` for a header.
    pub pointer: String,
    /// The stable word for what is wrong.
    #[schema(example = "password_too_short")]
    pub code: &'static str,
    /// What would do, for people.
    pub detail: String,
}

impl Problem {
    /// Wraps a refusal.
    pub fn new(refusal: Refusal) -> Self {
        Self(refusal)
    }

    /// The HTTP status.
    pub fn status(&self) -> Status {
        self.0.status()
    }

    /// The stable word.
    pub fn code(&self) -> &'static str {
        self.0.code()
    }

    /// A sentence for people.
    pub fn detail(&self) -> String {
        self.0.to_string()
    }

    /// One of every refusal, for the reference.
    pub fn samples() -> Vec<Self> {
        use crate::domain::error::{Conflict, Expired, Forbidden, Missing, Unauthenticated};
        let operations = [
            Unauthenticated::ALL.map(Error::from).to_vec(),
            Forbidden::ALL.map(Error::from).to_vec(),
            Missing::ALL.map(Error::from).to_vec(),
            Conflict::ALL.map(Error::from).to_vec(),
            Expired::ALL.map(Error::from).to_vec(),
            vec![
                Error::TwoFactorRequired { challenge: String::new() },
                Error::SoleOwner { orgs: Vec::new() },
                Error::RateLimited { retry_after: Duration::from_mins(1) },
                Error::Unavailable,
            ],
        ];
        let before_one = [
            Refusal::MalformedJson("it ends too early at line 1, column 2".to_owned()),
            Refusal::InvalidBody(Vec::new()),
            Refusal::UnsupportedMediaType,
            Refusal::BodyTooLarge,
            Refusal::BodyTooSlow,
            Refusal::PathNotFound,
            Refusal::MethodNotAllowed("GET, HEAD".to_owned()),
            Refusal::BadRequest,
            Refusal::ForeignForm,
            Refusal::Other(Status::InternalServerError),
        ];
        operations.concat().into_iter().map(Self::from).chain(before_one.map(Self)).collect()
    }

    fn errors(&self) -> Vec<ProblemErrorBody> {
        let (prefix, fields) = match &self.0 {
            Refusal::Operation(Error::Invalid(fields)) | Refusal::InvalidBody(fields) => ("/", fields),
            Refusal::InvalidQuery(fields) => ("?", fields),
            Refusal::InvalidHeader(fields) => ("header:", fields),
            _ => return Vec::new(),
        };
        let present = |field: &InvalidField| ProblemErrorBody {
            pointer: if field.path.is_empty() { String::new() } else { format!("{prefix}{}", field.path) },
            code: field.code,
            detail: field.detail.clone(),
        };
        fields.iter().map(present).collect()
    }

    fn challenge(&self) -> Option<String> {
        match &self.0 {
            Refusal::Operation(Error::TwoFactorRequired { challenge }) => Some(challenge.clone()),
            _ => None,
        }
    }

    fn orgs(&self) -> Vec<ProblemOrgBody> {
        let present = |org: &Org| ProblemOrgBody { id: org.id.uuid(), name: org.name.as_str().to_owned() };
        match &self.0 {
            Refusal::Operation(Error::SoleOwner { orgs }) => orgs.iter().map(present).collect(),
            _ => Vec::new(),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(Refusal::Operation(error))
    }
}

impl<'r> Responder<'r, 'static> for Problem {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let status = self.status();
        let public_url =
            request.rocket().state::<WebSettings>().map_or("", |settings| settings.public_url.as_str());
        let body = ProblemBody {
            kind: format!("{public_url}/docs/errors#{}", self.code()),
            title: status.reason_lossy(),
            status: status.code,
            detail: self.detail(),
            code: self.code(),
            request_id: RequestId::of(request).to_string(),
            challenge: self.challenge(),
            orgs: self.orgs(),
            errors: self.errors(),
        };
        self.0.respond(request, status, ContentType::new("application", "problem+json"), &body)
    }
}
