//! An operator who calls. Whoever is none is refused before anything of their request is read.

use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use super::caller::Caller;
use crate::domain::policy;
use crate::model::Principal;
use crate::web::refusal::Refusal;

/// An operator, by a session. The operation asks again, in its transaction.
pub struct Operator(pub Principal);

#[async_trait]
impl<'r> FromRequest<'r> for Operator {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Caller(principal) = try_outcome!(Caller::from_request(request).await);
        match policy::require_operator_session(&principal) {
            Ok(()) => Outcome::Success(Self(principal)),
            Err(error) => Outcome::Error((Refusal::from(error).leave_for_catcher(request), ())),
        }
    }
}
