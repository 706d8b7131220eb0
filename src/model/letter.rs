//! The letters that Gatepost writes, each with exactly what its templates may show.
//!
//! A new letter is a variant here, a folder `assets/emails/<name>/`, and what it says in
//! `assets/locales/<language>/letters.ftl`. The mail room renders [`Letter::fields`] into the templates of
//! [`Letter::name`]; a test renders every one of [`Letter::samples`] in every language.

mod event;
mod fields;
mod samples;

pub use event::{OperatorDeed, OrgDeletionEvent, OwnershipEvent, SecurityEvent};
pub use fields::Field;

use super::{Agreement, LetterId, Timestamp};

/// A letter to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// To somebody who signed up: use the link, and the mailbox is proven and the account open.
    Activation {
        /// How the person is called.
        person: String,
        /// The org they found or join, if any.
        org: Option<String>,
        /// Their username, where the service made it for them.
        username: Option<String>,
        /// Their password, where the service made it for them. A secret.
        password: Option<String>,
        /// Proves the mailbox and opens the account.
        link: String,
        /// Says that somebody else signed up.
        not_me_link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To the owner of a proven address that somebody signed up with again.
    AccountExists {
        /// How the person is called.
        person: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To an invited person.
    OrganizationInvitation {
        /// The org's name.
        org: String,
        /// Who invites.
        inviter: String,
        /// As what: `owner`, `admin` or `member`.
        role: String,
        /// A word from the inviter.
        message: Option<String>,
        /// Joins, and proves the mailbox.
        link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To an owner of an org that somebody joined who has to be approved.
    MemberAwaitsApproval {
        /// How the owner is called.
        person: String,
        /// Who waits.
        newcomer: String,
        /// Their address.
        email: String,
        /// The org's name.
        org: String,
        /// As what they were invited: `owner`, `admin` or `member`.
        role: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person who waited to be let into an org.
    MembershipApproved {
        /// How the person is called.
        person: String,
        /// The org's name.
        org: String,
        /// As what they were let in: `owner`, `admin` or `member`.
        role: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a member whom an owner asks to take their place.
    OwnershipTransfer {
        /// How the member is called.
        person: String,
        /// The owner who asks.
        owner: String,
        /// The org's name.
        org: String,
        /// Leads to the decision.
        link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To an owner, also a former one, about an ownership transfer.
    OwnershipNotice {
        /// How the reader is called.
        person: String,
        /// What happened.
        event: OwnershipEvent,
        /// The owner who asked.
        owner: String,
        /// The member who was asked.
        successor: String,
        /// The org's name.
        org: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person who proved a mailbox under which others had been at work before.
    OrgsToReview {
        /// How the person is called.
        person: String,
        /// The orgs founded or joined before the proof.
        orgs: Vec<String>,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person who forgot their password.
    PasswordReset {
        /// How the person is called.
        person: String,
        /// Sets another password.
        link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To the address of a person who wants another one: accept or deny.
    EmailChangeRequested {
        /// How the person is called.
        person: String,
        /// The address that is to be.
        new_address: String,
        /// When it was asked for.
        at: Timestamp,
        /// With which device, where that is known.
        device: Option<String>,
        /// From which address.
        ip: String,
        /// Whose word puts it into effect.
        agreement: Agreement,
        /// Lets it happen, where that takes this mailbox's word.
        accept_link: Option<String>,
        /// Stops it, and shuts out whoever asked.
        deny_link: String,
        /// Until when the links work.
        expires: Timestamp,
    },
    /// To the address that a person wants: prove that you read it.
    EmailChangeConfirm {
        /// How the person is called.
        person: String,
        /// Proves the mailbox.
        link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To the owner of a proven address that somebody wanted for another account.
    EmailChangeTaken {
        /// How the owner is called.
        person: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To the address that was a person's until just now.
    EmailChanged {
        /// How the person is called.
        person: String,
        /// When it changed.
        at: Timestamp,
        /// With which device, where that is known.
        device: Option<String>,
        /// From which address.
        ip: String,
        /// Says that it was somebody else: puts the address back.
        not_me_link: String,
        /// Until when the link works.
        expires: Timestamp,
    },
    /// To the address that a change is taken back from.
    EmailChangeUndone {
        /// How the person is called.
        person: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person to whose account something happened that somebody else could have done.
    SecurityNotice {
        /// How the person is called.
        person: String,
        /// What happened.
        event: SecurityEvent,
        /// When.
        at: Timestamp,
        /// With which device, where that is known.
        device: Option<String>,
        /// From which address, where that is known.
        ip: Option<String>,
        /// Says that it was somebody else.
        not_me_link: String,
    },
    /// To a person who asked for the deletion of their account.
    AccountDeletion {
        /// How the person is called.
        person: String,
        /// Until when it can be taken back.
        due: Timestamp,
        /// When it was asked for.
        at: Timestamp,
        /// With which device, where that is known.
        device: Option<String>,
        /// From which address.
        ip: String,
        /// Where to sign in, which takes it back.
        sign_in_link: String,
        /// Says that it was somebody else.
        not_me_link: String,
    },
    /// To a person whose account stays after all: orgs would be left without an owner.
    AccountNotDeleted {
        /// How the person is called.
        person: String,
        /// Which orgs.
        orgs: Vec<String>,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person whose account was erased: the last letter to them.
    AccountDeleted {
        /// How the person was called.
        person: String,
    },
    /// To a person to whose account an operator did something.
    OperatorNotice {
        /// How the person is called.
        person: String,
        /// What was done.
        event: OperatorDeed,
        /// How the operator is called; `None` where it was done at the command line.
        operator: Option<String>,
        /// When.
        at: Timestamp,
        /// Until when an operator who is signed in as them stays so.
        until: Option<Timestamp>,
        /// Where to sign in.
        sign_in_link: String,
        /// Says that somebody else asked for it, where that would be a way into the account.
        not_me_link: Option<String>,
    },
    /// To an owner of an org that is to be deleted.
    OrgDeletion {
        /// How the reader is called.
        person: String,
        /// The org's name.
        org: String,
        /// The owner who asked for it.
        owner: String,
        /// When the org is erased.
        due: Timestamp,
        /// Where an owner can take it back.
        job_link: String,
        /// Says that it was somebody else; to whoever asked alone.
        not_me_link: Option<String>,
    },
    /// To an owner of an org that was to be deleted: it stays after all, or it is gone.
    OrgDeletionNotice {
        /// How the reader is called.
        person: String,
        /// What happened.
        event: OrgDeletionEvent,
        /// The org's name.
        org: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To whoever an operator names: letters arrive.
    Test {
        /// How the operator is called.
        operator: String,
        /// Where to sign in.
        sign_in_link: String,
    },
    /// To a person whose spent session token was shown again.
    SessionReused {
        /// How the person is called.
        person: String,
        /// The device of the session that ended.
        device: Option<String>,
        /// When it happened.
        at: Timestamp,
        /// Where to sign in.
        sign_in_link: String,
    },
}

impl Letter {
    /// What a letter's fields are sealed for in the outbox: this letter and no other.
    pub fn sealing_context(id: LetterId) -> String {
        format!("letter:{id}")
    }

    /// The folder of its templates under `assets/emails/`, and its kind in the outbox.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Activation { .. } => "activation",
            Self::AccountExists { .. } => "account_exists",
            Self::OrganizationInvitation { .. } => "organization_invitation",
            Self::MemberAwaitsApproval { .. } => "member_awaits_approval",
            Self::MembershipApproved { .. } => "membership_approved",
            Self::OwnershipTransfer { .. } => "ownership_transfer",
            Self::OwnershipNotice { .. } => "ownership_notice",
            Self::OrgsToReview { .. } => "orgs_to_review",
            Self::PasswordReset { .. } => "password_reset",
            Self::EmailChangeRequested { .. } => "email_change_requested",
            Self::EmailChangeConfirm { .. } => "email_change_confirm",
            Self::EmailChangeTaken { .. } => "email_change_taken",
            Self::EmailChanged { .. } => "email_changed",
            Self::EmailChangeUndone { .. } => "email_change_undone",
            Self::SecurityNotice { .. } => "security_notice",
            Self::AccountDeletion { .. } => "account_deletion",
            Self::AccountNotDeleted { .. } => "account_not_deleted",
            Self::AccountDeleted { .. } => "account_deleted",
            Self::OperatorNotice { .. } => "operator_notice",
            Self::OrgDeletion { .. } => "org_deletion",
            Self::OrgDeletionNotice { .. } => "org_deletion_notice",
            Self::Test { .. } => "test",
            Self::SessionReused { .. } => "session_reused",
        }
    }

    /// Whether it warns its reader of what somebody else may have done in their name.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::SecurityNotice { .. }
                | Self::SessionReused { .. }
                | Self::EmailChangeRequested { .. }
                | Self::EmailChanged { .. }
                | Self::AccountDeletion { .. }
                | Self::OrgDeletion { .. }
        )
    }

    /// Whether nothing is kept of it once it has gone out: its recipient is nobody here any more.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::AccountDeleted { .. })
    }
}
