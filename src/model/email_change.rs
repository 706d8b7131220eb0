//! A change of a person's address: asked for, agreed to from both mailboxes, in effect.

use super::{EmailAddress, EmailChangeId, Purpose, SessionId, Timestamp, UserEmail, UserId};

/// A change of address. It takes effect once the mailboxes agree whose word it takes. Whether it still can is
/// up to its tokens: whatever makes a change void spends them.
#[derive(Clone, Debug)]
pub struct EmailChange {
    /// Its id.
    pub id: EmailChangeId,
    /// Whose address.
    pub user_id: UserId,
    /// The session that asked for it: it goes on when the others end.
    pub session_id: SessionId,
    /// The mailbox to leave.
    pub old: UserEmail,
    /// The address to come.
    pub new: EmailAddress,
    /// Whose word puts it into effect.
    pub agreement: Agreement,
    /// When the old mailbox accepted it.
    pub accepted_at: Option<Timestamp>,
    /// When the new mailbox was proven.
    pub confirmed_at: Option<Timestamp>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// Until when it can be agreed to. It has expired at this very instant.
    pub expires_at: Timestamp,
}

impl EmailChange {
    /// Whether the mailboxes agree whose word it takes.
    pub fn is_agreed(&self) -> bool {
        match self.agreement {
            Agreement::Both => self.accepted_at.is_some() && self.confirmed_at.is_some(),
            Agreement::Old => self.accepted_at.is_some(),
            Agreement::New => self.confirmed_at.is_some(),
        }
    }
}

/// Whose word puts a change of address into effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both mailboxes'.
    Both,
    /// The old mailbox's; the new one counts as unproven until its own letter is used.
    Old,
    /// The new mailbox's; the old one can deny it until then.
    New,
}

impl Agreement {
    /// The word for it in rows and letters.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Old => "old",
            Self::New => "new",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Both, Self::Old, Self::New].into_iter().find(|agreement| agreement.as_str() == word)
    }
}

/// What a link of a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailChangeStep {
    /// The old mailbox lets it happen.
    Accept,
    /// The old mailbox stops it.
    Deny,
    /// The new mailbox is proven.
    Confirm,
}

impl EmailChangeStep {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Deny, Self::Confirm];

    /// The purpose of the token in its link.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Accept => Purpose::EmailChangeAccept,
            Self::Deny => Purpose::EmailChangeDeny,
            Self::Confirm => Purpose::EmailChangeConfirm,
        }
    }

    /// The step that a token's purpose names.
    pub fn of(purpose: Purpose) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.purpose() == purpose)
    }

    /// The word for it in APIs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Deny => "deny",
            Self::Confirm => "confirm",
        }
    }
}
