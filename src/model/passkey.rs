//! Passkeys: what a person's phone, computer or key signs in with, in place of a password.

use super::name::{NameError, shown_text};
use super::{PasskeyId, Timestamp, UserId};

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
    pub name: PasskeyName,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

/// What a person calls a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyName(String);

impl PasskeyName {
    /// Reads a name; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says which rule of shown text it breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let text = shown_text(text)?;
        if text.is_empty() { Err(NameError::Empty) } else { Ok(Self(text)) }
    }

    /// Restores a name from a row, where it has been valid before.
    pub fn from_row(text: String) -> Self {
        Self(text)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
