//! Turns off a second factor whose app and recovery codes are lost.

use super::require_other;
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::operators::notice;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, Principal, Target, User, UserId};
use crate::store::queries::{authenticators, one_time_tokens, recovery_codes, users};

/// Turns a person's second factor off, ends every session of theirs, and voids the links and half sign-ins of before.
/// The password alone signs in from then on. They are told by mail, with a link that shuts out whoever asked for it in
/// their name.
///
/// # Errors
/// `Forbidden` for anybody but an operator, and for one's own account; `NotFound`; `Conflict` when no second factor is
/// on.
pub async fn reset_two_factor(app: &App, principal: &Principal, id: UserId) -> Result<User, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let user = require_other(change.tx, &operator, id)?;
        if !user.two_factor {
            return Err(Conflict::TwoFactorOff.into());
        }
        authenticators::delete_authenticators(change.tx, id)?;
        recovery_codes::delete_recovery_codes(change.tx, id)?;
        users::update_two_factor(change.tx, id, false, change.now)?;
        lockout::forget(change, &Account::of(Guess::Code, id))?;
        one_time_tokens::spend_links_of_user(change.tx, id, change.now)?;
        end_sessions(change, id, None)?;
        change.record(Action::TwoFactorReset, Target::User(id), None)?;
        notice::write(change, Some(&operator), &user, OperatorDeed::TwoFactorReset)?;
        Ok(users::find_user(change.tx, id)?.unwrap_or(user))
    })
    .await
}
