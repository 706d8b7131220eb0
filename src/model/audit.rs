//! Audit events: who did what, to whom, from where. Written in the change's own transaction.
//!
//! An event itself holds ids alone and stays. What it tells of a person beyond them is
//! [`AuditPersonal`], which can be erased.

mod action;

use std::net::IpAddr;

pub use action::Action;
use uuid::Uuid;

use super::{
    ApiKeyId, AuditEventId, InvitationId, LetterId, OrgId, OwnershipTransferId, PersonName, SessionId,
    SignUpDomainId, SignUpId, Timestamp, UserId,
};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct AuditEvent {
    /// Its id.
    pub id: AuditEventId,
    /// When it happened.
    pub at: Timestamp,
    /// In which org, if in one.
    pub org_id: Option<OrgId>,
    /// Who did it; `None` for somebody not signed in, or the service itself.
    pub actor_id: Option<UserId>,
    /// What was done.
    pub action: Action,
    /// To what.
    pub target: Target,
    /// What it tells of a person, if anything.
    pub personal: Option<AuditPersonal>,
}

/// What an event tells of a person beyond their id.
#[derive(Clone, Copy, Debug)]
pub struct AuditPersonal {
    /// Whose it is, where that is known.
    pub user_id: Option<UserId>,
    /// The address that it was done from.
    pub ip: IpAddr,
    /// Until when it is kept; `None` for as long as the account.
    pub kept_until: Option<Timestamp>,
    /// Goes into [`digest`](Self::digest), and is erased with the rest: afterwards the digest tells nothing.
    pub salt: [u8; 32],
    /// What stays of it in the event: its salted digest.
    pub digest: [u8; 32],
}

/// Which events are asked for; `None` for all.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Those of this action, by its word.
    pub action: Option<String>,
    /// Those that this person did.
    pub actor_id: Option<UserId>,
}

/// Which events are asked for, of all there are; `None` for all.
#[derive(Clone, Debug, Default)]
pub struct AllEventsFilter {
    /// By action and actor.
    pub events: AuditFilter,
    /// Those in this org.
    pub org_id: Option<OrgId>,
    /// Those that were done to what has this id.
    pub target_id: Option<Uuid>,
}

/// An event as it is told. Its words stay words: an event outlives the version that knew its action.
#[derive(Clone, Debug)]
pub struct RecordedEvent {
    /// Its id.
    pub id: AuditEventId,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it; `None` for somebody not signed in, or the service itself.
    pub actor: Option<RecordedActor>,
    /// The word for what was done.
    pub action: String,
    /// To what.
    pub target: RecordedTarget,
    /// From where; `None` once that was erased.
    pub ip: Option<String>,
    /// Its hash in the chain of all events; `None` until it is chained, within about a second.
    pub hash: Option<Vec<u8>>,
}

/// Who did what an event tells.
#[derive(Clone, Debug)]
pub struct RecordedActor {
    /// Who.
    pub id: UserId,
    /// What they are called now; `None` once their account is gone.
    pub name: Option<PersonName>,
}

/// What an event was done to, as it is told.
#[derive(Clone, Debug)]
pub struct RecordedTarget {
    /// The word for its kind.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// What a person or an org is called now, or the address that an invitation is for.
    pub name: Option<String>,
}

/// What an event was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A person.
    User(UserId),
    /// An org.
    Org(OrgId),
    /// A session.
    Session(SessionId),
    /// An invitation.
    Invitation(InvitationId),
    /// That an owner asked another member to take their place.
    OwnershipTransfer(OwnershipTransferId),
    /// A sign-up that waits for its letter.
    SignUp(SignUpId),
    /// An API key.
    ApiKey(ApiKeyId),
    /// A sign-up domain.
    SignUpDomain(SignUpDomainId),
    /// A letter.
    Letter(LetterId),
    /// The service itself.
    Service,
    /// An address that nobody has.
    Nobody,
}

impl Target {
    /// The kind's word and the id, as rows keep them.
    pub fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::User(id) => ("user", id.uuid()),
            Self::Org(id) => ("org", id.uuid()),
            Self::Session(id) => ("session", id.uuid()),
            Self::Invitation(id) => ("invitation", id.uuid()),
            Self::OwnershipTransfer(id) => ("ownership_transfer", id.uuid()),
            Self::SignUp(id) => ("sign_up", id.uuid()),
            Self::ApiKey(id) => ("api_key", id.uuid()),
            Self::SignUpDomain(id) => ("sign_up_domain", id.uuid()),
            Self::Letter(id) => ("letter", id.uuid()),
            Self::Service => ("service", Uuid::nil()),
            Self::Nobody => ("nobody", Uuid::nil()),
        }
    }

    /// The person, if it was done to one.
    pub fn user_id(self) -> Option<UserId> {
        match self {
            Self::User(id) => Some(id),
            _ => None,
        }
    }
}
