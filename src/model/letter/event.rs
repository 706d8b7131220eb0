//! What letters of one kind tell apart: the word by which a template chooses its sentences.

/// What became of the deletion of an org.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgDeletionEvent {
    /// It was taken back.
    Cancelled,
    /// It was done.
    Done,
}

impl OrgDeletionEvent {
    /// The word for it in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Done => "done",
        }
    }
}

/// What a person is told of, in case it was not their doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecurityEvent {
    /// Somebody signed in from a device or place not seen before.
    NewSignIn,
    /// The password was changed.
    PasswordChanged,
    /// The password was set anew by a mailed link.
    PasswordReset,
    /// The second factor was turned on.
    TwoFactorEnabled,
    /// The second factor was turned off.
    TwoFactorDisabled,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A recovery code was used to sign in.
    RecoveryCodeUsed,
    /// An authenticator app was put in place of another one, by recovery codes.
    TwoFactorRecovered,
    /// An API key was made.
    ApiKeyCreated,
    /// The deletion of the account was taken back by signing in.
    DeletionCancelled,
}

impl SecurityEvent {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::NewSignIn,
        Self::PasswordChanged,
        Self::PasswordReset,
        Self::TwoFactorEnabled,
        Self::TwoFactorDisabled,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::RecoveryCodeUsed,
        Self::TwoFactorRecovered,
        Self::ApiKeyCreated,
        Self::DeletionCancelled,
    ];

    /// The word for it in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NewSignIn => "new_sign_in",
            Self::PasswordChanged => "password_changed",
            Self::PasswordReset => "password_reset",
            Self::TwoFactorEnabled => "two_factor_enabled",
            Self::TwoFactorDisabled => "two_factor_disabled",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::TwoFactorRecovered => "two_factor_recovered",
            Self::ApiKeyCreated => "api_key_created",
            Self::DeletionCancelled => "deletion_cancelled",
        }
    }
}

/// What a person is told of that an operator did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorDeed {
    /// The account is shut.
    Suspended,
    /// The account is open again.
    Restored,
    /// They are signed out everywhere.
    SignedOut,
    /// Their second factor is off.
    TwoFactorReset,
    /// Their account has another address: said to the old one.
    AddressSet,
    /// The operator is signed in as them, for a while.
    SupportLogin,
    /// They run the service from now on.
    Granted,
    /// They run the service no longer.
    Removed,
}

impl OperatorDeed {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Suspended,
        Self::Restored,
        Self::SignedOut,
        Self::TwoFactorReset,
        Self::AddressSet,
        Self::SupportLogin,
        Self::Granted,
        Self::Removed,
    ];

    /// Whether it is done at the command line of the service, where nobody says who they are.
    pub fn is_of_command_line(self) -> bool {
        matches!(self, Self::Granted | Self::Removed)
    }

    /// The word for it in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Restored => "restored",
            Self::SignedOut => "signed_out",
            Self::TwoFactorReset => "two_factor_reset",
            Self::AddressSet => "address_set",
            Self::SupportLogin => "support_login",
            Self::Granted => "granted",
            Self::Removed => "removed",
        }
    }
}

/// What owners are told of an ownership transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnershipEvent {
    /// An owner asked a member to take their place.
    Asked,
    /// The member took it.
    Accepted,
    /// The member did not want to.
    Declined,
}

impl OwnershipEvent {
    /// The word for it in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }
}
