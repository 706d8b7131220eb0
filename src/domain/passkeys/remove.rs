//! Removes passkeys: one by its person, all when what they stand on falls.

use crate::domain::accounts::password::{confirm, require_still_confirmed};
use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, PasskeyId, Password, Principal, Target, UserId};
use crate::store::StoreError;
use crate::store::queries::{passkeys, users};

/// Removes one of the caller's passkeys, and tells them by mail. Their device may go on offering it.
///
/// # Errors
/// `Forbidden` for a wrong password, `RateLimited` after too many; `NotFound` for a passkey that is not theirs.
pub async fn remove(
    app: &App,
    principal: &Principal,
    id: PasskeyId,
    password: Password,
) -> Result<(), Error> {
    let stored = confirm(app, principal, &password).await?;
    let (user_id, client) = (principal.user_id(), principal.client.clone());
    app.change(Actor::of(principal), move |change| {
        require_still_confirmed(change, user_id, Some(&stored))?;
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        if !passkeys::delete_passkey(change.tx, id, user_id)? {
            return Err(Missing::Passkey.into());
        }
        change.record(Action::PasskeyRemoved, Target::User(user_id), None)?;
        Ok(security_notice::write(change, &user, SecurityEvent::PasskeyRemoved, Some(&client))?)
    })
    .await
}

/// Removes all of a person's passkeys: whoever added them may not have been the person.
pub(in crate::domain) fn remove_all(change: &mut Change<'_>, user_id: UserId) -> Result<(), StoreError> {
    for _ in passkeys::list_passkeys(change.tx, user_id)? {
        change.record(Action::PasskeyRemoved, Target::User(user_id), None)?;
    }
    passkeys::delete_passkeys(change.tx, user_id)
}
