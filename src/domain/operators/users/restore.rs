//! Opens a suspended account again.

use super::require_other;
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::operators::notice;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, Principal, Target, User, UserId, UserState};
use crate::store::queries::users;

/// Opens a suspended account again, with the API keys it has; the person is told by mail. An account that is open
/// stays as it is.
///
/// # Errors
/// `Forbidden` for anybody but an operator, and for one's own account; `NotFound`; `Conflict` while the account waits
/// to be activated or deleted.
pub async fn restore(app: &App, principal: &Principal, id: UserId) -> Result<User, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let user = require_other(change.tx, &operator, id)?;
        match user.state {
            UserState::Active => return Ok(user),
            UserState::Pending | UserState::Deleting => return Err(Conflict::UserNotActive.into()),
            UserState::Suspended => {}
        }
        users::update_state(change.tx, id, UserState::Active, change.now)?;
        change.record(Action::UserRestored, Target::User(id), None)?;
        notice::write(change, Some(&operator), &user, OperatorDeed::Restored)?;
        Ok(users::find_user(change.tx, id)?.unwrap_or(user))
    })
    .await
}
