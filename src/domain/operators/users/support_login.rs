//! Signs an operator in as a person, to help them, by their leave.

use super::require_other;
use crate::domain::actor::Actor;
use crate::domain::error::Forbidden;
use crate::domain::operators::notice;
use crate::domain::sessions::start::{self, SignedIn};
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, Principal, Target, UserId};

/// Starts a session as a person who allows it. It ends after a short while, however much it is used, and at once when the
/// person takes their leave back or the operator is one no longer. It reaches nothing that one signs in with
/// ([`policy::require_session`]), what is done in it is audited as the operator's, and the person is told by mail.
///
/// # Errors
/// `Forbidden` for anybody but an operator, for one's own account, and for whoever does not allow it, is suspended, or is
/// an operator too; `NotFound`; `Unauthenticated` for an account that waits to be deleted.
pub async fn support_login(app: &App, principal: &Principal, id: UserId) -> Result<SignedIn, Error> {
    let caller = principal.clone();
    let started = app
        .change(Actor::of(principal), move |change| {
            let operator = policy::require_operator(change.tx, &caller)?;
            let user = require_other(change.tx, &operator, id)?;
            if !user.allow_support_login || user.operator {
                return Err(Forbidden::SupportNotAllowed.into());
            }
            policy::require_active(&user)?;
            change.record(Action::SupportLogin, Target::User(id), None)?;
            let started = start::start_support_session(change, &caller.client, &user, operator.id)?;
            notice::write(change, Some(&operator), &user, OperatorDeed::SupportLogin)?;
            Ok(started)
        })
        .await?;
    Ok(started.sign(app))
}
