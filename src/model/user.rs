//! A person. One person has one email address, service-wide.

use super::{EmailAddress, JobFailure, Locale, PersonName, Timestamp, UserId, Username};

/// A person as everything but the password check sees them: the hash is never part of it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four facts that go together in every combination")]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// How they are called.
    pub name: PersonName,
    /// A second name to sign in with.
    pub username: Option<Username>,
    /// Their mailbox and what is known of it.
    pub email: UserEmail,
    /// Whether they may sign in.
    pub state: UserState,
    /// Since when that is so.
    pub state_changed_at: Timestamp,
    /// Why the job that was to change it has left it as it is, since then.
    pub state_error: Option<JobFailure>,
    /// Whether the service made their password for them.
    pub password_generated: bool,
    /// Whether they run this service.
    pub operator: bool,
    /// Whether operators may sign in as them to help.
    pub allow_support_login: bool,
    /// Whether signing in asks them for a second factor.
    pub two_factor: bool,
    /// The language they want to be written to in.
    pub locale: Option<Locale>,
    /// When their account was last activated; `None` until then.
    pub activated_at: Option<Timestamp>,
    /// When they accepted the terms.
    pub terms_accepted_at: Option<Timestamp>,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When they last signed in.
    pub last_login_at: Option<Timestamp>,
    /// Grows by one with each change.
    pub version: i64,
}

impl User {
    /// A person as they are added at `now`: free to sign in, the account not activated, the mailbox unproven,
    /// nothing else said.
    pub fn new(id: UserId, name: PersonName, address: EmailAddress, now: Timestamp) -> Self {
        Self {
            id,
            name,
            username: None,
            email: UserEmail { address, verified_at: None, added_at: now },
            state: UserState::Active,
            state_changed_at: now,
            state_error: None,
            password_generated: false,
            operator: false,
            allow_support_login: false,
            two_factor: false,
            locale: None,
            activated_at: None,
            terms_accepted_at: None,
            created_at: now,
            updated_at: now,
            last_login_at: None,
            version: 1,
        }
    }

    /// How letters call them: by their name, or by their address while they have told none.
    pub fn called(&self) -> String {
        self.name.or_named_by(&self.email.address).full()
    }

    /// Whether their account was activated since it has its address: another address is activated anew.
    pub fn is_activated(&self) -> bool {
        self.activated_at.is_some_and(|at| at >= self.email.added_at)
    }

    /// The person as others are told of them.
    pub fn named(&self) -> NamedUser {
        NamedUser::new(self.id, &self.name, &self.email.address)
    }
}

/// A person as others are told of them.
#[derive(Clone, Debug)]
pub struct NamedUser {
    /// Who.
    pub id: UserId,
    /// What they are called; their address if they have no name.
    pub name: PersonName,
}

impl NamedUser {
    /// A person by name, or by address while they have told none.
    pub fn new(id: UserId, name: &PersonName, address: &EmailAddress) -> Self {
        Self { id, name: name.or_named_by(address) }
    }
}

/// A person's mailbox.
#[derive(Clone, Debug)]
pub struct UserEmail {
    /// Where letters go.
    pub address: EmailAddress,
    /// When its owner proved that they read it; an activated account may still be unproven.
    pub verified_at: Option<Timestamp>,
    /// When it became this account's address.
    pub added_at: Timestamp,
}

impl UserEmail {
    /// Whether its owner proved that they read it.
    pub fn is_verified(&self) -> bool {
        self.verified_at.is_some()
    }
}

/// Whether a person may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserState {
    /// May not until the account is activated.
    Pending,
    /// May sign in.
    Active,
    /// An operator has shut them out.
    Suspended,
    /// Their account is to be deleted; signing in takes that back.
    Deleting,
}

impl UserState {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deleting => "deleting",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Pending, Self::Active, Self::Suspended, Self::Deleting]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}
