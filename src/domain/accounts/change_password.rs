//! Changes a person's password, by the old one.

use super::password::{about, confirm, hash_chosen};
use super::security_notice;
use crate::domain::actor::Actor;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, Password, Principal, Target};
use crate::store::queries::{one_time_tokens, users};

/// Puts `new` in the place of `current`. Every other session ends, every link that was mailed before
/// is void, and the person is told by mail.
///
/// # Errors
/// `Forbidden` for a wrong `current`, `RateLimited` after too many of them, `Invalid` for a weak `new`.
pub async fn change_password(
    app: &App,
    principal: &Principal,
    current: Password,
    new: Password,
) -> Result<(), Error> {
    let stored = confirm(app, principal, &current).await?;
    let fresh = hash_chosen(app, "new", &new, &about(&principal.identity.user)).await?;
    let (caller, session_id) = (principal.user_id(), principal.identity.session.id);
    let client = principal.client.clone();
    app.change(Actor::of(principal), move |change| {
        if users::find_password_hash(change.tx, caller)?.as_deref() != Some(stored.as_str()) {
            return Err(Forbidden::WrongPassword.into());
        }
        let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
        users::update_password_hash(change.tx, caller, Some(&fresh), change.now)?;
        lockout::forget(change, &Account::of(Guess::Password, caller))?;
        one_time_tokens::spend_tokens_of_user(change.tx, caller, change.now)?;
        end_sessions(change, caller, Some(session_id))?;
        change.record(Action::PasswordChanged, Target::User(caller), None)?;
        Ok(security_notice::write(change, &user, SecurityEvent::PasswordChanged, Some(&client))?)
    })
    .await
}
