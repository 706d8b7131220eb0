//! Tells whether a person has a second factor.

use crate::domain::{App, Error, policy};
use crate::model::{Principal, Timestamp};
use crate::store::queries::{authenticators, recovery_codes};

/// What is known of a person's second factor.
#[derive(Clone, Copy, Debug)]
pub struct TwoFactor {
    /// Since when signing in asks for it.
    pub enabled_at: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes_left: i64,
}

/// Tells whether the caller has a second factor.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn show(app: &App, principal: &Principal) -> Result<TwoFactor, Error> {
    let caller = policy::require_session(principal)?.user_id;
    app.store
        .read(move |tx| {
            let enabled = authenticators::find_enabled_authenticator(tx, caller)?;
            Ok(TwoFactor {
                enabled_at: enabled.and_then(|authenticator| authenticator.enabled_at),
                recovery_codes_left: recovery_codes::count_unspent_recovery_codes(tx, caller)?,
            })
        })
        .await
}
