//! A bearer where the token of a letter serves beside that of a session.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use super::bearer::bearer_of;
use super::caller::Caller;
use crate::domain::one_time;
use crate::model::Principal;

/// What was shown as the bearer: told apart by its form.
pub enum Shown<'r> {
    /// The token of a letter. Nobody has looked at it yet.
    OneTime(&'r str),
    /// The token of a session, or an API key: a signed-in caller.
    Caller(Principal),
}

#[async_trait]
impl<'r> FromRequest<'r> for Shown<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match bearer_of(request).filter(|text| one_time::has_form(text)) {
            Some(token) => Outcome::Success(Self::OneTime(token)),
            None => Caller::from_request(request).await.map(|Caller(principal)| Self::Caller(principal)),
        }
    }
}
