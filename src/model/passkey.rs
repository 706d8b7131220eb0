//! Passkeys: what a person's phone, computer or key signs in with, in place of a password.

use super::{KeyName, PasskeyId, Timestamp, UserId};

/// A passkey of a person's. Its secret never leaves their device.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// Whose it is.
    pub user_id: UserId,
    /// What the device calls it.
    pub credential_id: Vec<u8>,
    /// Its public key and counter, as the crypto room writes them.
    pub credential: Vec<u8>,
    /// What its person calls it.
    pub name: KeyName,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}
