//! Questions to passkeys. Asking changes nothing but what counts the passwords and codes that are shown for it.

use super::Asked;
use super::ceremony::{relying_party, seal};
use crate::domain::accounts::password::{confirm, require_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Forbidden, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::two_factor::{SecondFactor, check};
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, Passkey, Password, Principal, Purpose, UserId};
use crate::store::Read;
use crate::store::queries::{passkeys, users};

/// As many passkeys as a person can have.
pub(super) const MOST: usize = 20;

/// Asks for a new passkey of the caller. It will stand for both factors, so it takes both where there are two.
///
/// # Errors
/// `Forbidden` for a wrong password or code, `RateLimited` after too many; `Invalid` without the code that it takes;
/// `Conflict` with as many passkeys as can be, and where there are none.
pub async fn for_a_new_one(
    app: &App,
    principal: &Principal,
    password: Password,
    factor: Option<SecondFactor>,
) -> Result<Asked, Error> {
    let stored = confirm(app, principal, &password).await?;
    let (user_id, client) = (principal.user_id(), principal.client.clone());
    let confirmed = app
        .change(Actor::of(principal), move |change| {
            require_still_confirmed(change, user_id, Some(&stored))?;
            let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
            let known = list(change.tx, user_id)?;
            if known.len() >= MOST {
                return Err(Conflict::TooManyPasskeys.into());
            }
            if user.two_factor {
                let detail = "Give a code of your authenticator app, or a recovery code.";
                let factor = factor.as_ref().ok_or_else(|| Error::invalid("code", "required", detail))?;
                if !check(change, &client, &user, factor)? {
                    return Ok(None);
                }
            }
            Ok(Some((user, known)))
        })
        .await?;
    let (user, known) = confirmed.ok_or(Forbidden::WrongCode)?;
    let known = known.into_iter().map(|passkey| passkey.credential_id).collect();
    let asked = relying_party(app)?
        .ask_to_make(user_id.uuid(), user.email.address.as_str(), &user.name.full(), known)
        .map_err(Error::internal)?;
    Ok(seal(app, Some(user_id.uuid()), asked))
}

/// Asks for any passkey of this service, for somebody to sign in with.
///
/// # Errors
/// `Conflict` where there are none.
pub fn for_any(app: &App) -> Result<Asked, Error> {
    let asked = relying_party(app)?.ask_for_any().map_err(Error::internal)?;
    Ok(seal(app, None, asked))
}

/// Asks for a passkey as the second factor of somebody who has shown their password; `None` where they have none.
///
/// # Errors
/// `NotFound` and `Expired` (the challenge), `RateLimited`.
pub async fn for_second_factor(
    app: &App,
    client: &ClientInfo,
    challenge: &str,
) -> Result<Option<Asked>, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let Ok(party) = relying_party(app) else { return Ok(None) };
    let (digest, now) = (one_time::presented(challenge)?, app.clock.now());
    let (user_id, known) = app
        .store
        .read(move |tx| {
            let token = one_time::require_usable(tx, &digest, &[Purpose::TwoFactorChallenge], now)?;
            let user = users::find_user(tx, UserId::new(token.subject_id))?.ok_or(Missing::Token)?;
            Ok::<_, Error>((user.id, list(tx, user.id)?))
        })
        .await?;
    if known.is_empty() {
        return Ok(None);
    }
    let known: Vec<Vec<u8>> = known.into_iter().map(|passkey| passkey.credential).collect();
    let asked = party.ask_for_one_of(&known).map_err(Error::internal)?;
    Ok(Some(seal(app, Some(user_id.uuid()), asked)))
}

fn list(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<Passkey>, Error> {
    Ok(passkeys::list_passkeys(tx, user_id)?)
}
