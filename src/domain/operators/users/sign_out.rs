//! Signs a person out everywhere.

use super::require_other;
use crate::domain::actor::Actor;
use crate::domain::operators::notice;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, Principal, Target, UserId};

/// Ends every session of a person, and tells them by mail. Their API keys go on.
///
/// # Errors
/// `Forbidden` for anybody but an operator, and for one's own account; `NotFound`.
pub async fn sign_out(app: &App, principal: &Principal, id: UserId) -> Result<(), Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let user = require_other(change.tx, &operator, id)?;
        end_sessions(change, id, None)?;
        change.record(Action::UserSignedOut, Target::User(id), None)?;
        Ok(notice::write(change, Some(&operator), &user, OperatorDeed::SignedOut)?)
    })
    .await
}
