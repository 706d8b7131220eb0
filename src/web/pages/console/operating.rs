//! An operator who looks. Whoever is none is refused before anything of their request is read.

use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use crate::domain::policy;
use crate::model::Principal;
use crate::web::pages::frame::SignedIn;
use crate::web::refusal::Refusal;

/// An operator, by a session of their own. The operation asks again, in its transaction.
pub(super) struct Operating<'r>(pub(super) &'r Principal);

#[async_trait]
impl<'r> FromRequest<'r> for Operating<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let me = try_outcome!(SignedIn::from_request(request).await);
        match policy::require_operator_session(me.principal) {
            Ok(()) => Outcome::Success(Self(me.principal)),
            Err(error) => Outcome::Error((Refusal::from(error).leave_for_catcher(request), ())),
        }
    }
}
