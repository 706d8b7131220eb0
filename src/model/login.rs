//! Attempts to sign in, as their person may look them up.

use super::{LoginId, Timestamp, UserId};

/// One attempt to sign in to an account that exists.
#[derive(Clone, Debug)]
pub struct Login {
    /// Its id.
    pub id: LoginId,
    /// Whose account.
    pub user_id: UserId,
    /// When.
    pub at: Timestamp,
    /// From which address.
    pub ip: String,
    /// With which user agent.
    pub device: Option<String>,
    /// By what.
    pub kind: LoginKind,
    /// The operator who signed in as the person, to help them.
    pub operator_id: Option<UserId>,
    /// Why it was refused; `None` when it succeeded.
    pub refusal: Option<LoginRefusal>,
    /// Tells apart network and kind of device, without telling which.
    pub place: String,
}

/// By what somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginKind {
    /// The password.
    Password,
    /// A passkey.
    Passkey,
    /// An API key, from a network or with a program that it was not used with before.
    ApiKey,
    /// An operator's own sign-in, by leave of the person.
    Support,
}

impl LoginKind {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::ApiKey => "api_key",
            Self::Support => "support",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Password, Self::Passkey, Self::ApiKey, Self::Support]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// Why an attempt to sign in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginRefusal {
    /// The password was wrong.
    WrongPassword,
    /// The password was right, the second factor wrong.
    WrongCode,
    /// The passkey's answer was not right.
    WrongPasskey,
    /// The account is suspended.
    Suspended,
    /// The API key's time is over.
    ApiKeyExpired,
    /// The API key may not be used from the address.
    IpNotAllowed,
}

impl LoginRefusal {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::WrongCode => "wrong_code",
            Self::WrongPasskey => "wrong_passkey",
            Self::Suspended => "account_suspended",
            Self::ApiKeyExpired => "api_key_expired",
            Self::IpNotAllowed => "ip_not_allowed",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::WrongPassword,
            Self::WrongCode,
            Self::WrongPasskey,
            Self::Suspended,
            Self::ApiKeyExpired,
            Self::IpNotAllowed,
        ]
        .into_iter()
        .find(|refusal| refusal.as_str() == word)
    }
}
