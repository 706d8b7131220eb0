//! Every way an operation refuses, in one closed list. Surfaces translate each case into their own words.
//!
//! A case's [`Error::code`] is public and stable. No status, no JSON, no prose of a surface in here:
//! `Display` is a plain sentence that any surface may show.

mod code;

use std::sync::Arc;
use std::time::Duration;

use crate::crypto::passwords::error::HasherError;
use crate::model::{Org, Scope, ValueError};
use crate::store::StoreError;

/// The stable word for an address whose domain is not let in, whoever gave it.
pub const EMAIL_DOMAIN_NOT_ALLOWED: &str = "email_domain_not_allowed";

/// A refusal.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The caller is nobody we know.
    #[error("{0}")]
    Unauthenticated(Unauthenticated),
    /// The caller is known and may not.
    #[error("{0}")]
    Forbidden(Forbidden),
    /// It is not there, or not the caller's to see.
    #[error("{0}")]
    NotFound(Missing),
    /// What is there stands in the way.
    #[error("{0}")]
    Conflict(Conflict),
    /// Orgs would be left without an owner.
    #[error("You are the only owner of an org. Make somebody else an owner of it, or delete it, first.")]
    SoleOwner {
        /// Which.
        orgs: Vec<Org>,
    },
    /// Values that can't be.
    #[error("Some values can't be used.")]
    Invalid(Vec<InvalidField>),
    /// It was there, and its time is over.
    #[error("{0}")]
    Expired(Expired),
    /// Too often.
    #[error("Too many attempts. Try again in {} seconds.", retry_after.as_secs().max(1))]
    RateLimited {
        /// When it is worth trying again.
        retry_after: Duration,
    },
    /// The password is right, and a second factor is asked for.
    #[error("A code of your authenticator app is needed to sign in.")]
    TwoFactorRequired {
        /// To be shown again with the code. A secret.
        challenge: String,
    },
    /// Too busy, or a part is away.
    #[error("The service is too busy or not ready. Try again in a moment.")]
    Unavailable,
    /// A fault of ours.
    #[error("Something went wrong on our side.")]
    Internal(Arc<dyn std::error::Error + Send + Sync>),
}

/// Why a caller is nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unauthenticated {
    /// No token, or none of ours.
    #[error("Sign in first: this needs a valid session token or API key.")]
    NotSignedIn,
    /// A token of ours whose time is over.
    #[error("The session token has expired. Refresh it, or sign in again.")]
    SessionExpired,
    /// The password was right, the code of the second factor is wrong.
    #[error("The code is wrong, or was used before. Wait for the next one.")]
    WrongCode,
    /// Unknown person or wrong password: which one is not told.
    #[error("The email address, username or password is wrong.")]
    WrongCredentials,
    /// An API key of ours whose time is over.
    #[error("The API key has expired. Make another one.")]
    ApiKeyExpired,
    /// A passkey that is not known, or whose answer is not right.
    #[error("This passkey can't be used here. Try again, or sign in with your password.")]
    WrongPasskey,
}

impl Unauthenticated {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::NotSignedIn,
        Self::SessionExpired,
        Self::WrongCode,
        Self::WrongCredentials,
        Self::ApiKeyExpired,
        Self::WrongPasskey,
    ];
}

/// Why a known caller may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// It takes somebody who is signed in.
    #[error("This takes a session: sign in, and use the session's token.")]
    SessionRequired,
    /// The API key is not for that.
    #[error("The API key does not have the scope `{}`.", .0.as_str())]
    ScopeMissing(Scope),
    /// The API key may not be used from the address.
    #[error("The API key can't be used from this address.")]
    IpNotAllowed,
    /// The role does not allow it.
    #[error("Your role in this org does not allow that.")]
    RoleTooLow,
    /// Nobody grants or touches a role above their own.
    #[error("You can't grant, change or remove a role above your own.")]
    RoleAboveOwn,
    /// The account's letter has not been used.
    #[error("This account is not activated yet. Use the link in the letter we sent, or ask for another one.")]
    NotActivated,
    /// The password that was to confirm it is wrong.
    #[error("The password is wrong.")]
    WrongPassword,
    /// It takes the password, and none was given.
    #[error("This takes your password.")]
    PasswordRequired,
    /// The code that was to confirm it is wrong.
    #[error("The code is wrong, or was used before. Wait for the next one.")]
    WrongCode,
    /// An operator has shut the account.
    #[error("This account is suspended. Ask whoever runs this service.")]
    Suspended,
    /// The invitation or the transfer is somebody else's.
    #[error("This is for somebody else: for another email address, or another account.")]
    WrongAccount,
    /// The mailbox is unproven.
    #[error("Prove your email address first: use the link in the letter we sent.")]
    EmailNotVerified,
    /// Strangers can't sign up here.
    #[error("Sign-up is closed. Ask for an invitation.")]
    SignUpClosed,
    /// A second factor is on, and this way of signing in has no step for it.
    #[error(
        "Two-factor sign-in is on for this account: sign in on the service's own pages, or use an API key."
    )]
    TwoFactorElsewhere,
    /// The org asks its members for a second factor.
    #[error("This org asks for two-factor sign-in. Turn it on for your account first.")]
    TwoFactorSetUpRequired,
    /// The org does not let addresses of this domain in.
    #[error("This org is open only to some organizations' email addresses, and this is none of them.")]
    EmailDomainNotAllowed,
    /// It is for those who run the service.
    #[error("This is for operators of this service.")]
    OperatorRequired,
    /// An operator would do it to their own account.
    #[error("You can't do this to your own account. Ask another operator.")]
    OwnAccount,
    /// An operator is signed in as the person, and this is the person's alone.
    #[error(
        "You are signed in to help. What this person signs in with, and what is theirs alone, is not open to you."
    )]
    SupportLogin,
    /// The person does not allow operators to sign in as them.
    #[error("This person does not allow support logins, or is an operator.")]
    SupportNotAllowed,
}

impl Forbidden {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::SessionRequired,
        Self::ScopeMissing(Scope::ReadAccount),
        Self::IpNotAllowed,
        Self::RoleTooLow,
        Self::RoleAboveOwn,
        Self::NotActivated,
        Self::WrongPassword,
        Self::PasswordRequired,
        Self::WrongCode,
        Self::Suspended,
        Self::WrongAccount,
        Self::EmailNotVerified,
        Self::SignUpClosed,
        Self::TwoFactorElsewhere,
        Self::TwoFactorSetUpRequired,
        Self::EmailDomainNotAllowed,
        Self::OperatorRequired,
        Self::OwnAccount,
        Self::SupportLogin,
        Self::SupportNotAllowed,
    ];
}

/// What is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// No such org, or not the caller's.
    #[error("There is no such org, or you do not belong to it.")]
    Org,
    /// No such member.
    #[error("There is no such member in this org.")]
    Member,
    /// No such invitation.
    #[error("There is no such invitation.")]
    Invitation,
    /// No such ownership transfer.
    #[error("There is no such ownership transfer.")]
    Transfer,
    /// No such session.
    #[error("There is no such session of yours.")]
    Session,
    /// No such API key.
    #[error("There is no such API key of yours.")]
    ApiKey,
    /// No such passkey.
    #[error("There is no such passkey of yours.")]
    Passkey,
    /// No such job, or not the caller's.
    #[error("There is no such job of yours.")]
    Job,
    /// A one-time token that was never ours, or for another purpose.
    #[error("This link or code is not known. Check that it was copied whole.")]
    Token,
    /// No such person.
    #[error("There is no such person.")]
    User,
    /// No such sign-up domain.
    #[error("There is no such sign-up domain.")]
    SignUpDomain,
    /// No such letter, or one from long ago.
    #[error("There is no such letter, or it is forgotten by now.")]
    Letter,
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Org,
        Self::Member,
        Self::Invitation,
        Self::Transfer,
        Self::Session,
        Self::ApiKey,
        Self::Passkey,
        Self::Job,
        Self::Token,
        Self::User,
        Self::SignUpDomain,
        Self::Letter,
    ];
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// Somebody has this username.
    #[error("This username is taken. Choose another one.")]
    UsernameTaken,
    /// Somebody has this address. Told to whoever has proven that they read its mailbox, and where a face documents it.
    #[error("Another account has this email address.")]
    EmailAddressTaken,
    /// The invited address has an account.
    #[error("This email address has an account. Sign in to accept the invitation.")]
    AccountExists,
    /// The person belongs to the org.
    #[error("This person is a member of the org already.")]
    AlreadyMember,
    /// An org never lacks an owner.
    #[error("This is the org's last owner. Make somebody else an owner first.")]
    LastOwner,
    /// A second factor is on.
    #[error("Two-factor sign-in is on already. Turn it off first.")]
    TwoFactorOn,
    /// No second factor is on.
    #[error("Two-factor sign-in is not on.")]
    TwoFactorOff,
    /// No second factor is set up.
    #[error("Set two-factor sign-in up first.")]
    TwoFactorNotSetUp,
    /// The invitation was used, declined or taken back.
    #[error("This invitation is not open any more.")]
    InvitationNotPending,
    /// The person has as many API keys as can be.
    #[error("You have as many API keys as there can be. Revoke one first.")]
    TooManyApiKeys,
    /// The person has as many passkeys as can be.
    #[error("You have as many passkeys as there can be. Remove one first.")]
    TooManyPasskeys,
    /// No passkeys can be made for the service's public URL.
    #[error("This service has no passkeys: its public URL has no name, but an address.")]
    PasskeysNotOffered,
    /// Another org has this name. Told where a face keeps names apart.
    #[error("Another org has this name. Choose another one.")]
    OrgNameTaken,
    /// The member could not act as an owner.
    #[error("This member waits for approval, is suspended, or has not proven their email address yet.")]
    MemberNotEligible,
    /// It was changed after it was read.
    #[error("It was changed after you read it. Read it again, then change it.")]
    ChangedMeanwhile,
    /// An idempotency key came with another request before.
    #[error("This Idempotency-Key came with another request before. Use a new key for a new request.")]
    IdempotencyKeyUsed,
    /// The ownership transfer was accepted, declined, taken back, or is too old.
    #[error("This ownership transfer is not open any more.")]
    TransferNotOpen,
    /// Whoever asked is no owner any more, or whoever was asked is no member.
    #[error(
        "Things have changed since this was asked: its owner is one no longer, or you do not belong to the org."
    )]
    TransferVoid,
    /// The account is not in a state to be suspended or restored.
    #[error("This account waits to be activated, or to be deleted.")]
    UserNotActive,
    /// Somebody has to run the service.
    #[error("This is the last operator. Make somebody else one first: `gatepost operator create`.")]
    LastOperator,
    /// The job is being done, was done, or was taken back before.
    #[error("It is too late to take this back, or somebody has done so already.")]
    JobNotScheduled,
    /// The letter was sent, given up or taken back.
    #[error("This letter does not wait any more: it was sent, given up or taken back.")]
    LetterNotQueued,
}

impl Conflict {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::UsernameTaken,
        Self::EmailAddressTaken,
        Self::AccountExists,
        Self::AlreadyMember,
        Self::LastOwner,
        Self::TwoFactorOn,
        Self::TwoFactorOff,
        Self::TwoFactorNotSetUp,
        Self::InvitationNotPending,
        Self::TooManyApiKeys,
        Self::TooManyPasskeys,
        Self::PasskeysNotOffered,
        Self::OrgNameTaken,
        Self::MemberNotEligible,
        Self::ChangedMeanwhile,
        Self::IdempotencyKeyUsed,
        Self::TransferNotOpen,
        Self::TransferVoid,
        Self::UserNotActive,
        Self::LastOperator,
        Self::JobNotScheduled,
        Self::LetterNotQueued,
    ];
}

/// What is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Expired {
    /// A one-time token was used, or a newer one took its place.
    #[error("This link was used before, or a newer one has taken its place.")]
    TokenSpent,
    /// A one-time token's time is over.
    #[error("This link has expired. Ask for another one.")]
    TokenExpired,
    /// Somebody joined by the invitation.
    #[error("This invitation was used before.")]
    InvitationAccepted,
    /// The org took the invitation back.
    #[error("This invitation was taken back by the org.")]
    InvitationRevoked,
    /// The invited person declined.
    #[error("This invitation was declined.")]
    InvitationDeclined,
    /// The member who was asked to be owner declined.
    #[error("This ownership transfer was declined.")]
    TransferDeclined,
    /// An owner took the ownership transfer back.
    #[error("This ownership transfer was taken back by an owner.")]
    TransferCancelled,
    /// The org is gone.
    #[error("The org does not exist any more.")]
    OrgGone,
}

impl Expired {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::TokenSpent,
        Self::TokenExpired,
        Self::InvitationAccepted,
        Self::InvitationRevoked,
        Self::InvitationDeclined,
        Self::TransferDeclined,
        Self::TransferCancelled,
        Self::OrgGone,
    ];
}

/// One value that can't be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidField {
    /// Which input, by the operation's own name for it; `/` leads into lists: `invitations/3/email`.
    pub path: String,
    /// The stable word for why.
    pub code: &'static str,
    /// A sentence that says what would do.
    pub detail: String,
}

impl InvalidField {
    /// One invalid input.
    pub fn new(path: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self { path: path.into(), code, detail: detail.into() }
    }

    /// An input that is no valid value.
    pub fn because(path: impl Into<String>, reason: &impl ValueError) -> Self {
        Self::new(path, reason.code(), reason.to_string())
    }
}

impl Error {
    /// A refusal of one input.
    pub fn invalid(path: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self::Invalid(vec![InvalidField::new(path, code, detail)])
    }

    /// A fault of ours.
    pub(in crate::domain) fn internal(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Arc::new(source))
    }
}

impl From<Unauthenticated> for Error {
    fn from(why: Unauthenticated) -> Self {
        Self::Unauthenticated(why)
    }
}

impl From<Forbidden> for Error {
    fn from(why: Forbidden) -> Self {
        Self::Forbidden(why)
    }
}

impl From<Missing> for Error {
    fn from(what: Missing) -> Self {
        Self::NotFound(what)
    }
}

impl From<Conflict> for Error {
    fn from(what: Conflict) -> Self {
        Self::Conflict(what)
    }
}

impl From<Expired> for Error {
    fn from(what: Expired) -> Self {
        Self::Expired(what)
    }
}

impl From<StoreError> for Error {
    fn from(failure: StoreError) -> Self {
        match failure {
            // Two operations met between their check and their write: the constraint decided.
            StoreError::Conflict(name) if name == "users_username_normalized_key" => {
                Self::Conflict(Conflict::UsernameTaken)
            }
            // The same, and trying again tells what may be told.
            StoreError::Conflict(name) if name == "users_email_normalized_key" => Self::Unavailable,
            // Two drew one number: trying again draws another.
            StoreError::Conflict(name) if name == "users_number_key" || name == "orgs_number_key" => {
                Self::Unavailable
            }
            StoreError::Retry | StoreError::Unavailable(_) => Self::Unavailable,
            StoreError::Conflict(_) | StoreError::Driver(_) => Self::Internal(Arc::new(failure)),
        }
    }
}

impl From<HasherError> for Error {
    fn from(failure: HasherError) -> Self {
        match failure {
            HasherError::Busy => Self::Unavailable,
            HasherError::UnusableHash | HasherError::Failed => Self::Internal(Arc::new(failure)),
        }
    }
}
