//! One-time tokens: each is good for one purpose, once.

use super::{OneTimeTokenId, Timestamp, UserId};
use uuid::Uuid;

/// What a one-time token is for. No purpose ever passes for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Mailed at sign-up: proves the mailbox and opens the account. Subject: the sign-up.
    Activation,
    /// Told to whoever signed up, and mailed to the address: opens the account, and proves nothing. Subject: the sign-up.
    ActivationShared,
    /// Mailed to a person whose account is open but whose mailbox is unproven. Subject: the user.
    EmailVerification,
    /// Mailed with every letter that somebody else may have caused: undoes it. Subject: the sign-up, or
    /// the user.
    NotMe,
    /// Mailed to an invited person: joins, and proves the mailbox. Subject: the invitation.
    InvitationMailed,
    /// Handed to the inviter: joins, and proves nothing. Subject: the invitation.
    InvitationShared,
    /// Mailed to a person who forgot their password: sets another one. Subject: the user.
    PasswordReset,
    /// Mailed to the address that is to change: lets the change happen. Subject: the email change.
    EmailChangeAccept,
    /// Mailed to the address that is to change: stops the change, and whoever asked for it. Subject: the
    /// email change.
    EmailChangeDeny,
    /// Mailed to the address that is to come: proves the mailbox. Subject: the email change.
    EmailChangeConfirm,
    /// Mailed to an address that was an account's until just now: puts it back. Subject: the email change.
    EmailChangeUndo,
    /// Mailed to a member whom an owner asks to take their place: tells which transfer is meant. Subject: the
    /// transfer.
    OwnershipTransfer,
    /// Given for a right password where a second factor is asked for. Subject: the user.
    TwoFactorChallenge,
    /// Drawn for the answer of a passkey, and stored once it is used. Subject: the user.
    PasskeyCeremony,
    /// Printed to whoever runs the service: makes an operator's account. Subject: the future user.
    OperatorSetUp,
}

impl Purpose {
    /// Every purpose there is.
    pub const ALL: [Self; 15] = [
        Self::Activation,
        Self::ActivationShared,
        Self::EmailVerification,
        Self::NotMe,
        Self::InvitationMailed,
        Self::InvitationShared,
        Self::PasswordReset,
        Self::EmailChangeAccept,
        Self::EmailChangeDeny,
        Self::EmailChangeConfirm,
        Self::EmailChangeUndo,
        Self::OwnershipTransfer,
        Self::TwoFactorChallenge,
        Self::PasskeyCeremony,
        Self::OperatorSetUp,
    ];

    /// The word for it in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::ActivationShared => "activation_shared",
            Self::EmailVerification => "email_verification",
            Self::NotMe => "not_me",
            Self::InvitationMailed => "invitation_mailed",
            Self::InvitationShared => "invitation_shared",
            Self::PasswordReset => "password_reset",
            Self::EmailChangeAccept => "email_change_accept",
            Self::EmailChangeDeny => "email_change_deny",
            Self::EmailChangeConfirm => "email_change_confirm",
            Self::EmailChangeUndo => "email_change_undo",
            Self::OwnershipTransfer => "ownership_transfer",
            Self::TwoFactorChallenge => "two_factor_challenge",
            Self::PasskeyCeremony => "passkey_ceremony",
            Self::OperatorSetUp => "operator_set_up",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == word)
    }
}

/// What is known of a one-time token; the token itself is never stored.
#[derive(Clone, Debug)]
pub struct OneTimeTokenRecord {
    /// Its id.
    pub id: OneTimeTokenId,
    /// What it is for.
    pub purpose: Purpose,
    /// What it acts on; see [`Purpose`].
    pub subject_id: Uuid,
    /// Whose it is, where that is known.
    pub user_id: Option<UserId>,
    /// Until when it can be used. It has expired at this very instant.
    pub expires_at: Timestamp,
    /// When it was used, or made void by another.
    pub spent_at: Option<Timestamp>,
}
