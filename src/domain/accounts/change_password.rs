//! Changes a person's password, by the old one or, through some faces, by a session alone.

use super::password::{Chooser, confirm_for, hash_chosen, is_still_confirmed};
use super::security_notice;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::Deed;
use crate::domain::error::Unauthenticated;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, ClientInfo, Password, Principal, SessionId, Target, User};
use crate::store::StoreError;
use crate::store::queries::{one_time_tokens, users};

/// How often a change starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Puts `new` in the place of `current`; some faces take none. Every other session ends, every link that was mailed before
/// is void, and the person is told by mail. Answers the person as they are then.
///
/// # Errors
/// `Forbidden` without a session, for a wrong `current` or for none where one is needed, `RateLimited` after too many
/// wrong ones, `Invalid` for a weak `new`.
pub async fn change_password(
    app: &App,
    principal: &Principal,
    current: Option<Password>,
    new: Password,
) -> Result<User, Error> {
    policy::require_session(principal)?;
    let fresh =
        hash_chosen(app, app.customs(&principal.client), "new", &new, &Chooser::of(&principal.identity.user))
            .await?;
    for _ in 0..ATTEMPTS {
        let stored = confirm_for(app, principal, Deed::SetPassword, current.as_ref()).await?;
        if let Some(user) = replace(app, principal, stored, fresh.clone()).await? {
            return Ok(user);
        }
    }
    Err(Error::Unavailable)
}

/// Replaces the stored hash; `None` when it changed since it was checked.
async fn replace(
    app: &App,
    principal: &Principal,
    stored: Option<String>,
    fresh: String,
) -> Result<Option<User>, Error> {
    let (caller, session_id) = (principal.user_id(), policy::require_session(principal)?.id);
    let client = principal.client.clone();
    app.change(Actor::of(principal), move |change| {
        if let Some(stored) = &stored
            && !is_still_confirmed(change, caller, stored)?
        {
            return Ok(None);
        }
        let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
        put_in_place(change, &user, session_id, &fresh, &client)?;
        Ok(Some(users::find_user(change.tx, caller)?.unwrap_or(user)))
    })
    .await
}

/// Puts another password in place, with what follows. The session that it was chosen in goes on.
pub(super) fn put_in_place(
    change: &mut Change<'_>,
    user: &User,
    session_id: SessionId,
    fresh: &str,
    client: &ClientInfo,
) -> Result<(), StoreError> {
    users::update_password_hash(change.tx, user.id, Some(fresh), change.now)?;
    one_time_tokens::spend_links_of_user(change.tx, user.id, change.now)?;
    end_sessions(change, user.id, Some(session_id))?;
    change.record(Action::PasswordChanged, Target::User(user.id), None)?;
    security_notice::write(change, user, SecurityEvent::PasswordChanged, Some(client))
}
