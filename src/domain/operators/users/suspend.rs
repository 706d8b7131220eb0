//! Shuts an account.

use super::require_other;
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::operators::notice;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, Principal, Target, User, UserId, UserState};
use crate::store::queries::users;

/// Shuts an account: every session ends, API keys are refused, nobody signs in. What the person belongs to stays, an
/// org that only they own too. They are told by mail. An account that is shut already stays as it is.
///
/// # Errors
/// `Forbidden` for anybody but an operator, and for one's own account; `NotFound`; `Conflict` while the account waits
/// to be activated or deleted.
pub async fn suspend(app: &App, principal: &Principal, id: UserId) -> Result<User, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let user = require_other(change.tx, &operator, id)?;
        match user.state {
            UserState::Suspended => return Ok(user),
            UserState::Pending | UserState::Deleting => return Err(Conflict::UserNotActive.into()),
            UserState::Active => {}
        }
        users::update_state(change.tx, id, UserState::Suspended, change.now)?;
        end_sessions(change, id, None)?;
        change.record(Action::UserSuspended, Target::User(id), None)?;
        notice::write(change, Some(&operator), &user, OperatorDeed::Suspended)?;
        Ok(users::find_user(change.tx, id)?.unwrap_or(user))
    })
    .await
}
