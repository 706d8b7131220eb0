//! A person's authenticator app.

use super::{AuthenticatorId, Timestamp, UserId};

/// An authenticator: set up, and in force once it is enabled.
#[derive(Clone)]
pub struct Authenticator {
    /// Its id.
    pub id: AuthenticatorId,
    /// Whose.
    pub user_id: UserId,
    /// The shared secret, sealed for this id.
    pub sealed_secret: Vec<u8>,
    /// Since when signing in asks for it; `None` while it is only set up.
    pub enabled_at: Option<Timestamp>,
    /// The step of the last code that was accepted: no code of it or before is accepted again.
    pub last_step: i64,
}

impl Authenticator {
    /// What its secret is sealed for: this authenticator and no other.
    pub fn sealing_context(id: AuthenticatorId) -> String {
        format!("authenticator:{id}")
    }
}
