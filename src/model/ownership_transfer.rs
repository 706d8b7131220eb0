//! Ownership transfers: an owner asks another member to be owner in their place.

use super::{LetterId, NamedUser, OrgId, OwnershipTransferId, Timestamp, User};

/// That an owner asks another member to take their place. At most one is open per org and owner.
#[derive(Clone, Debug)]
pub struct OwnershipTransfer {
    /// Its id.
    pub id: OwnershipTransferId,
    /// Of which org.
    pub org_id: OrgId,
    /// The owner who asks, with the name they have.
    pub owner: NamedUser,
    /// The member who is asked.
    pub successor: User,
    /// The letter that asks them.
    pub letter_id: LetterId,
    /// When it was asked.
    pub created_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// What became of it, once it is no longer open.
    pub outcome: Option<TransferOutcome>,
}

/// What became of an ownership transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferOutcome {
    /// The successor is an owner, the former owner an admin.
    Accepted,
    /// The successor does not want to.
    Declined,
    /// An owner took it back.
    Cancelled,
    /// Its owner asked anew.
    Replaced,
    /// Its owner is one no longer, or its successor left.
    Void,
}

impl TransferOutcome {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Accepted, Self::Declined, Self::Cancelled, Self::Replaced, Self::Void];

    /// The word for it in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Replaced => "replaced",
            Self::Void => "void",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word)
    }
}
