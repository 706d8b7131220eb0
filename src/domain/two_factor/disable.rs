//! Turns a second factor off.

use super::{SecondFactor, check};
use crate::domain::accounts::password::{confirm_for, require_still_confirmed};
use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::customs::Deed;
use crate::domain::error::{Conflict, Forbidden, Unauthenticated};
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, Password, Principal, Target, User};
use crate::store::queries::{authenticators, recovery_codes, users};

/// Turns the caller's second factor off, and ends their other sessions. Answers the caller as they are then.
///
/// # Errors
/// `Forbidden` for a wrong password or code, `RateLimited` after too many; `Conflict` when none is on.
pub async fn disable(
    app: &App,
    principal: &Principal,
    password: Option<Password>,
    factor: SecondFactor,
) -> Result<User, Error> {
    let stored = confirm_for(app, principal, Deed::TwoFactor, password.as_ref()).await?;
    let (caller, session_id) = (principal.user_id(), policy::require_session(principal)?.id);
    let client = principal.client.clone();
    let user = app
        .change(Actor::of(principal), move |change| {
            require_still_confirmed(change, caller, stored.as_deref())?;
            let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
            if !user.two_factor {
                return Err(Conflict::TwoFactorOff.into());
            }
            if !check(change, &client, &user, &factor)? {
                return Ok(None);
            }
            authenticators::delete_authenticators(change.tx, caller)?;
            recovery_codes::delete_recovery_codes(change.tx, caller)?;
            users::update_two_factor(change.tx, caller, false, change.now)?;
            end_sessions(change, caller, Some(session_id))?;
            change.record(Action::TwoFactorDisabled, Target::User(caller), None)?;
            security_notice::write(change, &user, SecurityEvent::TwoFactorDisabled, Some(&client))?;
            Ok(Some(users::find_user(change.tx, caller)?.unwrap_or(user)))
        })
        .await?;
    user.ok_or(Forbidden::WrongCode.into())
}
