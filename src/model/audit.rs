//! Audit events: who did what, to whom, from where. Written in the change's own transaction.
//!
//! An event itself holds ids alone and stays. What it tells of a person beyond them is
//! [`AuditPersonal`], which can be erased.

use std::net::IpAddr;

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

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Somebody signed up; the letter waits to be used.
    SignUpStarted,
    /// The owner of the mailbox said that a sign-up was not theirs.
    SignUpDisowned,
    /// An account was made.
    UserCreated,
    /// An account was activated, by its letter or without one.
    UserActivated,
    /// A mailbox was proven.
    EmailVerified,
    /// A person changed their account.
    UserUpdated,
    /// A person changed their password.
    PasswordChanged,
    /// A person asked for another address.
    EmailChangeRequested,
    /// The old mailbox accepted a change of address.
    EmailChangeAccepted,
    /// The new mailbox of a change of address was proven.
    EmailChangeConfirmed,
    /// The old mailbox denied a change of address.
    EmailChangeDenied,
    /// A person's address changed.
    EmailChanged,
    /// The former address was put back.
    EmailRestored,
    /// Somebody asked for the letter that proves a mailbox again.
    ActivationResendRequested,
    /// Somebody asked for a letter to reset their password.
    PasswordResetRequested,
    /// A person set another password by a letter.
    PasswordReset,
    /// A person turned their second factor on.
    TwoFactorEnabled,
    /// A person turned their second factor off.
    TwoFactorDisabled,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A person made new recovery codes.
    RecoveryCodesRegenerated,
    /// A person who lost their authenticator app set another one up, by recovery codes.
    TwoFactorRecoveryStarted,
    /// That other app took the place of the lost one.
    TwoFactorRecovered,
    /// The owner of a mailbox said that what happened to their account was not their doing.
    UserDisowned,
    /// A person asked for the deletion of their account.
    DeletionRequested,
    /// The deletion of an account was taken back.
    DeletionCancelled,
    /// A person was erased.
    UserDeleted,
    /// A person was made an operator.
    OperatorGranted,
    /// A person is an operator no longer.
    OperatorRemoved,
    /// An operator shut an account.
    UserSuspended,
    /// An operator opened a suspended account again.
    UserRestored,
    /// An operator signed a person out everywhere.
    UserSignedOut,
    /// An operator turned a lost second factor off.
    TwoFactorReset,
    /// An operator gave a person who lost their mailbox another address.
    EmailSet,
    /// An operator signed in as a person, to help them.
    SupportLogin,
    /// An operator made a sign-up domain.
    SignUpDomainCreated,
    /// An operator changed a sign-up domain.
    SignUpDomainUpdated,
    /// An operator removed a sign-up domain.
    SignUpDomainDeleted,
    /// An operator had a letter tried again.
    LetterResent,
    /// An operator took a letter back.
    LetterCancelled,
    /// An operator sent a test letter.
    TestLetterSent,
    /// Another key was put in force, to sign session tokens.
    SigningKeyRotated,
    /// A person made an API key.
    ApiKeyCreated,
    /// An API key was taken back, or fell with what it stood on.
    ApiKeyRevoked,
    /// Somebody signed in.
    SessionStarted,
    /// A session's token was replaced.
    SessionRefreshed,
    /// A session's token was replaced by one for another org.
    SessionOrgChanged,
    /// A session ended.
    SessionEnded,
    /// A spent token was shown again; its session ended.
    SessionTokenReused,
    /// An org was founded.
    OrgCreated,
    /// An org's settings changed.
    OrgUpdated,
    /// An owner asked for the deletion of an org.
    OrgDeletionRequested,
    /// The deletion of an org was taken back.
    OrgDeletionCancelled,
    /// An org was erased.
    OrgDeleted,
    /// Somebody joined.
    MemberJoined,
    /// Somebody who had joined and waited was let in.
    MemberApproved,
    /// A member's role changed.
    MemberRoleChanged,
    /// A member was removed or left.
    MemberRemoved,
    /// An owner asked a member to take their place.
    OwnershipTransferStarted,
    /// The member took the place.
    OwnershipTransferAccepted,
    /// The member did not want to.
    OwnershipTransferDeclined,
    /// An owner took it back.
    OwnershipTransferCancelled,
    /// Its owner lost the role, or its member left.
    OwnershipTransferVoided,
    /// Somebody was invited, or invited again.
    InvitationCreated,
    /// An invitation's letter was sent again.
    InvitationResent,
    /// An invitation was taken back.
    InvitationRevoked,
    /// Somebody joined by an invitation.
    InvitationAccepted,
    /// An invitation was declined.
    InvitationDeclined,
}

impl Action {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignUpStarted => "sign_up.started",
            Self::SignUpDisowned => "sign_up.disowned",
            Self::UserCreated => "user.created",
            Self::UserActivated => "user.activated",
            Self::EmailVerified => "user.email_verified",
            Self::UserUpdated => "user.updated",
            Self::PasswordChanged => "user.password_changed",
            Self::EmailChangeRequested => "user.email_change_requested",
            Self::EmailChangeAccepted => "user.email_change_accepted",
            Self::EmailChangeConfirmed => "user.email_change_confirmed",
            Self::EmailChangeDenied => "user.email_change_denied",
            Self::EmailChanged => "user.email_changed",
            Self::EmailRestored => "user.email_restored",
            Self::ActivationResendRequested => "user.activation_resend_requested",
            Self::PasswordResetRequested => "user.password_reset_requested",
            Self::PasswordReset => "user.password_reset",
            Self::TwoFactorEnabled => "two_factor.enabled",
            Self::TwoFactorDisabled => "two_factor.disabled",
            Self::PasskeyAdded => "passkey.added",
            Self::PasskeyRemoved => "passkey.removed",
            Self::RecoveryCodesRegenerated => "two_factor.recovery_codes_regenerated",
            Self::TwoFactorRecoveryStarted => "two_factor.recovery_started",
            Self::TwoFactorRecovered => "two_factor.recovered",
            Self::UserDisowned => "user.disowned",
            Self::DeletionRequested => "user.deletion_requested",
            Self::DeletionCancelled => "user.deletion_cancelled",
            Self::UserDeleted => "user.deleted",
            Self::OperatorGranted => "user.operator_granted",
            Self::OperatorRemoved => "user.operator_removed",
            Self::UserSuspended => "user.suspended",
            Self::UserRestored => "user.restored",
            Self::UserSignedOut => "user.signed_out",
            Self::TwoFactorReset => "two_factor.reset",
            Self::EmailSet => "user.email_set",
            Self::SupportLogin => "user.support_login",
            Self::SignUpDomainCreated => "sign_up_domain.created",
            Self::SignUpDomainUpdated => "sign_up_domain.updated",
            Self::SignUpDomainDeleted => "sign_up_domain.deleted",
            Self::LetterResent => "letter.resent",
            Self::LetterCancelled => "letter.cancelled",
            Self::TestLetterSent => "letter.test_sent",
            Self::SigningKeyRotated => "signing_key.rotated",
            Self::ApiKeyCreated => "api_key.created",
            Self::ApiKeyRevoked => "api_key.revoked",
            Self::SessionStarted => "session.started",
            Self::SessionRefreshed => "session.refreshed",
            Self::SessionOrgChanged => "session.org_changed",
            Self::SessionEnded => "session.ended",
            Self::SessionTokenReused => "session.token_reused",
            Self::OrgCreated => "org.created",
            Self::OrgUpdated => "org.updated",
            Self::OrgDeletionRequested => "org.deletion_requested",
            Self::OrgDeletionCancelled => "org.deletion_cancelled",
            Self::OrgDeleted => "org.deleted",
            Self::MemberJoined => "member.joined",
            Self::MemberApproved => "member.approved",
            Self::MemberRoleChanged => "member.role_changed",
            Self::MemberRemoved => "member.removed",
            Self::OwnershipTransferStarted => "ownership_transfer.started",
            Self::OwnershipTransferAccepted => "ownership_transfer.accepted",
            Self::OwnershipTransferDeclined => "ownership_transfer.declined",
            Self::OwnershipTransferCancelled => "ownership_transfer.cancelled",
            Self::OwnershipTransferVoided => "ownership_transfer.voided",
            Self::InvitationCreated => "invitation.created",
            Self::InvitationResent => "invitation.resent",
            Self::InvitationRevoked => "invitation.revoked",
            Self::InvitationAccepted => "invitation.accepted",
            Self::InvitationDeclined => "invitation.declined",
        }
    }
}
