//! Ids: UUIDv7 (RFC 9562), typed by what they name, so that a session id can't be passed for an org id.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use uuid::Uuid;

/// How many digits an abbreviated id has.
const ABBREVIATED: usize = 24;

/// How many bits of it are not told.
const UNTOLD_BITS: u32 = 32;

/// The id of an `Of`. Sorts by time of making.
pub struct Id<Of>(Uuid, PhantomData<fn() -> Of>);

impl<Of> Id<Of> {
    /// Takes a UUID as the id of an `Of`.
    pub fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The bare UUID.
    pub fn uuid(self) -> Uuid {
        self.0
    }

    /// Its first 24 hexadecimal digits, for a surface whose ids have no more: the time of making, and 42 bits of
    /// chance.
    pub fn abbreviated(self) -> String {
        let mut digits = self.0.simple().to_string();
        digits.truncate(ABBREVIATED);
        digits
    }
}

/// An id of which the first 24 digits alone are known.
pub struct Abbreviated<Of>(u128, PhantomData<fn() -> Of>);

impl<Of> Abbreviated<Of> {
    /// The least and the greatest id that begin so. Ids in rows are in the order of their digits.
    pub fn range(self) -> (Id<Of>, Id<Of>) {
        let least = self.0 << UNTOLD_BITS;
        let greatest = least | ((1 << UNTOLD_BITS) - 1);
        (Id::new(Uuid::from_u128(least)), Id::new(Uuid::from_u128(greatest)))
    }
}

impl<Of> Clone for Abbreviated<Of> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Of> Copy for Abbreviated<Of> {}

/// Why a text is no abbreviated id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("An id has 24 hexadecimal digits.")]
pub struct AbbreviatedError;

impl<Of> FromStr for Abbreviated<Of> {
    type Err = AbbreviatedError;

    /// Reads the digits, in either case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_whole = text.len() == ABBREVIATED && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let digits = u128::from_str_radix(text, 16).map_err(|_| AbbreviatedError)?;
        if is_whole { Ok(Self(digits, PhantomData)) } else { Err(AbbreviatedError) }
    }
}

impl<Of> From<Uuid> for Id<Of> {
    fn from(uuid: Uuid) -> Self {
        Self::new(uuid)
    }
}

impl<Of> FromStr for Id<Of> {
    type Err = uuid::Error;

    /// Reads the hyphenated form alone: one id has one spelling.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        uuid::fmt::Hyphenated::from_str(text).map(|id| Self::new(id.into_uuid()))
    }
}

impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<Of> fmt::Debug for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<Of> Clone for Id<Of> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Of> Copy for Id<Of> {}

impl<Of> PartialEq for Id<Of> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<Of> Eq for Id<Of> {}

impl<Of> PartialOrd for Id<Of> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Of> Ord for Id<Of> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<Of> Hash for Id<Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Names a person.
pub type UserId = Id<super::User>;
/// Names an org.
pub type OrgId = Id<super::Org>;
/// Names a membership.
pub type MembershipId = Id<super::Membership>;
/// Names a session.
pub type SessionId = Id<super::Session>;
/// Names an invitation.
pub type InvitationId = Id<super::Invitation>;
/// Names an ownership transfer.
pub type OwnershipTransferId = Id<super::OwnershipTransfer>;
/// Names a sign-up that waits for its letter to be used.
pub type SignUpId = Id<super::SignUp>;
/// Names a sign-up domain.
pub type SignUpDomainId = Id<super::SignUpDomain>;
/// Names what is offered behind a sign-up domain.
pub type SignUpDomainVersionId = Id<super::SignUpDomainVersion>;
/// Names a letter in the outbox.
pub type LetterId = Id<super::Letter>;
/// Names the record of a one-time token; the token itself is never stored.
pub type OneTimeTokenId = Id<super::OneTimeTokenRecord>;
/// Names an authenticator app.
pub type AuthenticatorId = Id<super::Authenticator>;
/// Names a passkey.
pub type PasskeyId = Id<super::Passkey>;
/// Names a change of address.
pub type EmailChangeId = Id<super::EmailChange>;
/// Names an API key; the key itself is never stored.
pub type ApiKeyId = Id<super::ApiKey>;
/// Names an attempt to sign in.
pub type LoginId = Id<super::Login>;
/// Names a job.
pub type JobId = Id<super::Job>;
/// Names an audit event.
pub type AuditEventId = Id<super::AuditEvent>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviated_id_stands_for_all_that_begin_so() {
        let id: UserId = "01932c07-209c-7f5b-8a3e-0123456789ab".parse().unwrap();
        assert_eq!(id.abbreviated(), "01932c07209c7f5b8a3e0123");
        let (first, last) =
            "01932C07209c7f5b8a3e0123".parse::<Abbreviated<super::super::User>>().unwrap().range();
        assert!(first <= id && id <= last);
        assert_eq!(first.to_string(), "01932c07-209c-7f5b-8a3e-012300000000");
        assert_eq!(last.to_string(), "01932c07-209c-7f5b-8a3e-0123ffffffff");
        for text in [
            "",
            "01932c07209c7f5b8a3e012",
            "01932c07209c7f5b8a3e01234",
            "01932c07209c7f5b8a3e012g",
            "+1932c07209c7f5b8a3e0123",
        ] {
            assert!(text.parse::<Abbreviated<super::super::User>>().is_err(), "{text}");
        }
    }
}
