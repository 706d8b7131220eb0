//! Invitations into an org.

use super::{EmailAddress, InvitationId, Locale, NamedUser, OrgId, Role, Timestamp};

/// That somebody is invited into an org. At most one is pending per org and address.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Into which org.
    pub org_id: OrgId,
    /// Who is invited.
    pub email: EmailAddress,
    /// As what.
    pub role: Role,
    /// A word from the inviter.
    pub message: Option<String>,
    /// The language of its letter.
    pub locale: Option<Locale>,
    /// Who invited, with the name they had.
    pub inviter: NamedUser,
    /// When it was made or last renewed.
    pub created_at: Timestamp,
    /// Until when it can be used.
    pub expires_at: Timestamp,
    /// When somebody joined by it.
    pub accepted_at: Option<Timestamp>,
    /// When it was declined.
    pub declined_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// What became of its letter.
    pub mail: MailState,
}

/// What has become of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// Waits to be used.
    Pending,
    /// Somebody joined by it.
    Accepted,
    /// The invited person declined.
    Declined,
    /// The org took it back.
    Revoked,
    /// Its time ran out.
    Expired,
}

impl InvitationState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Accepted, Self::Declined, Self::Revoked, Self::Expired];

    /// The word for it in APIs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

impl Invitation {
    /// What has become of it by `now`. It has expired at the very instant `expires_at`.
    pub fn state(&self, now: Timestamp) -> InvitationState {
        if self.accepted_at.is_some() {
            InvitationState::Accepted
        } else if self.declined_at.is_some() {
            InvitationState::Declined
        } else if self.revoked_at.is_some() {
            InvitationState::Revoked
        } else if now >= self.expires_at {
            InvitationState::Expired
        } else {
            InvitationState::Pending
        }
    }
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailState {
    /// Where it stands.
    pub stage: MailStage,
    /// The last thing the mail server said, or what the delivery noted.
    pub detail: Option<String>,
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailStage {
    /// Waits for its turn, or for another try.
    Queued,
    /// The mail server took it.
    Sent,
    /// Given up.
    Failed,
    /// Taken back before it went out.
    Cancelled,
}

impl MailStage {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Queued, Self::Sent, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|stage| stage.as_str() == word)
    }
}
