//! Makes new recovery codes; the old ones are void.

use super::code::make_recovery_codes;
use super::{SecondFactor, check};
use crate::domain::accounts::password::{confirm, require_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Forbidden, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Action, Password, Principal, Target};
use crate::store::queries::users;

/// Makes new recovery codes for the caller, in place of all before.
///
/// # Errors
/// `Forbidden` for a wrong password or code, `RateLimited` after too many; `Conflict` when no second
/// factor is on.
pub async fn regenerate_recovery_codes(
    app: &App,
    principal: &Principal,
    password: Password,
    factor: SecondFactor,
) -> Result<Vec<String>, Error> {
    let stored = confirm(app, principal, &password).await?;
    let (caller, client) = (principal.user_id(), principal.client.clone());
    let codes = app
        .change(Actor::of(principal), move |change| {
            require_still_confirmed(change, caller, Some(&stored))?;
            let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
            if !user.two_factor {
                return Err(Conflict::TwoFactorOff.into());
            }
            if !check(change, &client, &user, &factor)? {
                return Ok(None);
            }
            change.record(Action::RecoveryCodesRegenerated, Target::User(caller), None)?;
            Ok(Some(make_recovery_codes(change, caller)?))
        })
        .await?;
    codes.ok_or(Forbidden::WrongCode.into())
}
