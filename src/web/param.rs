//! What is read from a path or a query.

use std::str::FromStr;

use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromParam, FromRequest};
use rocket::{Request, async_trait};

use super::problem::{Problem, Refusal};
use crate::domain::error::InvalidField;
use crate::model::id::Id;
use crate::model::{InvitationState, PageRequest};

/// An id in a path. Anything else than an id names nothing, so it answers 404 like an unknown one.
pub struct Param<T>(pub T);

impl<Of> FromParam<'_> for Param<Id<Of>> {
    type Error = uuid::Error;

    fn from_param(text: &str) -> Result<Self, Self::Error> {
        Id::from_str(text).map(Self)
    }
}

const MAX_LIMIT: u32 = 200;
const DEFAULT_LIMIT: u32 = 50;

/// `?limit=` and `?cursor=`.
pub struct PageQuery(pub PageRequest);

#[async_trait]
impl<'r> FromRequest<'r> for PageQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let mut errors = Vec::new();
        let limit = match query(request, "limit") {
            None => DEFAULT_LIMIT,
            Some(text) => {
                text.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit)).unwrap_or_else(|| {
                    let detail = format!("`limit` is a whole number from 1 to {MAX_LIMIT}.");
                    errors.push(InvalidField::new("limit", "out_of_range", detail));
                    DEFAULT_LIMIT
                })
            }
        };
        let after = query(request, "cursor").and_then(|text| {
            let cursor = uuid::fmt::Hyphenated::from_str(text).ok();
            if cursor.is_none() {
                let detail = "Give `next_cursor` of the page before, as it was.";
                errors.push(InvalidField::new("cursor", "cursor_unknown", detail));
            }
            cursor.map(uuid::fmt::Hyphenated::into_uuid)
        });
        refuse_or(request, errors, Self(PageRequest { limit, after }))
    }
}

/// `?state=` of invitations.
pub struct StateQuery(pub Option<InvitationState>);

#[async_trait]
impl<'r> FromRequest<'r> for StateQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Some(word) = query(request, "state") else { return Outcome::Success(Self(None)) };
        let state = InvitationState::parse(word);
        let errors = if state.is_some() {
            Vec::new()
        } else {
            let detail = "`state` is one of pending, accepted, declined, revoked, expired.";
            vec![InvalidField::new("state", "unknown_value", detail)]
        };
        refuse_or(request, errors, Self(state))
    }
}

/// `?keep_current=`.
pub struct KeepCurrentQuery(pub bool);

#[async_trait]
impl<'r> FromRequest<'r> for KeepCurrentQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let (keep, errors) = match query(request, "keep_current") {
            None | Some("false") => (false, Vec::new()),
            Some("true") => (true, Vec::new()),
            Some(_) => {
                let detail = "`keep_current` is `true` or `false`.";
                (false, vec![InvalidField::new("keep_current", "unknown_value", detail)])
            }
        };
        refuse_or(request, errors, Self(keep))
    }
}

/// The value of a query parameter; of a repeated one, the last.
pub fn query<'r>(request: &'r Request<'_>, name: &str) -> Option<&'r str> {
    request.query_fields().filter(|field| field.name == name).map(|field| field.value).last()
}

fn refuse_or<T>(request: &Request<'_>, errors: Vec<InvalidField>, value: T) -> request::Outcome<T, ()> {
    if errors.is_empty() {
        Outcome::Success(value)
    } else {
        Problem::new(Refusal::InvalidQuery(errors)).leave_for_catcher(request);
        Outcome::Error((Status::UnprocessableEntity, ()))
    }
}
