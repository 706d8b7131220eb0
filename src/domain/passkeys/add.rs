//! Adds a passkey that a device has made.

use super::PasskeyAnswer;
use super::ask::MOST;
use super::ceremony::{open, relying_party};
use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Unauthenticated};
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, KeyName, Passkey, Principal, Target};
use crate::store::queries::{passkeys, users};

/// Adds the passkey that answers [`super::ask::for_a_new_one`], for which the password was asked, and tells the person by
/// mail.
///
/// # Errors
/// `Unauthenticated` for an answer that is not right, `Expired` for one that comes twice or late; `Conflict` with as many
/// passkeys as can be; `Forbidden` without a session.
pub async fn add(
    app: &App,
    principal: &Principal,
    name: KeyName,
    answer: PasskeyAnswer,
) -> Result<Passkey, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let ceremony = open(app, &answer.ceremony, app.clock.now())?;
    ceremony.require_for(Some(user_id.uuid()))?;
    let made = relying_party(app)?
        .judge_made(&ceremony.state, &answer.credential)
        .map_err(|_| Unauthenticated::WrongPasskey)?;
    let client = principal.client.clone();
    app.change(Actor::of(principal), move |change| {
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        if passkeys::list_passkeys(change.tx, user_id)?.len() >= MOST {
            return Err(Conflict::TooManyPasskeys.into());
        }
        ceremony.spend(change, user_id)?;
        let passkey = Passkey {
            id: change.id(),
            user_id,
            credential_id: made.credential_id.clone(),
            credential: made.credential.clone(),
            name: name.clone(),
            created_at: change.now,
            last_used_at: None,
        };
        if !passkeys::insert_passkey(change.tx, &passkey)? {
            return Err(Unauthenticated::WrongPasskey.into());
        }
        change.record(Action::PasskeyAdded, Target::User(user_id), None)?;
        security_notice::write(change, &user, SecurityEvent::PasskeyAdded, Some(&client))?;
        Ok(passkey)
    })
    .await
}
