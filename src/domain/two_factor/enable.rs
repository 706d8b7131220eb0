//! Turns a second factor on, by a first code of it.

use super::code::{make_recovery_codes, open};
use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Forbidden, Unauthenticated};
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, Principal, Target};
use crate::store::queries::{authenticators, users};

/// Turns the caller's second factor on, ends their other sessions, and answers recovery codes.
///
/// # Errors
/// `Conflict` when none is set up, or one is on; `Forbidden` for a wrong code, `RateLimited` after too many.
pub async fn enable(app: &App, principal: &Principal, code: String) -> Result<Vec<String>, Error> {
    let (caller, session_id) = (principal.user_id(), policy::require_session(principal)?.id);
    let client = principal.client.clone();
    let codes = app
        .change(Actor::of(principal), move |change| {
            let account = Account::of(Guess::Code, caller);
            lockout::require_open(change.tx, &account, change.now)?;
            let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
            if user.two_factor {
                return Err(Conflict::TwoFactorOn.into());
            }
            let pending = authenticators::find_pending_authenticator(change.tx, caller)?
                .ok_or(Conflict::TwoFactorNotSetUp)?;
            let Some(step) = open(change, &pending, &user)?.step_of(&code, change.now) else {
                lockout::count_wrong(change, &account)?;
                return Ok(None);
            };
            lockout::forget(change, &account)?;
            if !authenticators::enable_authenticator(change.tx, pending.id, step, change.now)? {
                return Err(Conflict::TwoFactorOn.into());
            }
            users::update_two_factor(change.tx, caller, true, change.now)?;
            end_sessions(change, caller, Some(session_id))?;
            change.record(Action::TwoFactorEnabled, Target::User(caller), None)?;
            security_notice::write(change, &user, SecurityEvent::TwoFactorEnabled, Some(&client))?;
            Ok(Some(make_recovery_codes(change, caller)?))
        })
        .await?;
    codes.ok_or(Forbidden::WrongCode.into())
}
