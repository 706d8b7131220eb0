//! Issuing, looking up and spending one-time tokens: the rules that all purposes share.

use uuid::Uuid;

use super::Error;
use super::change::Change;
use super::error::{Expired, Missing};
use crate::crypto::digest::Digest;
use crate::crypto::tokens::api_key;
use crate::crypto::tokens::one_time::{OneTimeToken, digest_of_presented};
use crate::model::{OneTimeTokenRecord, Purpose, Timestamp, UserId};
use crate::store::queries::one_time_tokens::{self, NewOneTimeToken};
use crate::store::{Read, StoreError};

/// The digest of what a caller presents.
///
/// # Errors
/// `NotFound` for anything that can't be a token of ours.
pub(in crate::domain) fn presented(text: &str) -> Result<Digest, Error> {
    digest_of_presented(text).ok_or(Error::NotFound(Missing::Token))
}

/// Whether a text has the form of a one-time token: whoever takes several kinds of credential in one place tells
/// them apart by it. An API key is as long; its checksum tells it.
pub fn has_form(text: &str) -> bool {
    digest_of_presented(text).is_some() && api_key::digest_of_presented(text).is_none()
}

/// A token of ours for one of `purposes`, whether or not it can still be used.
///
/// # Errors
/// `NotFound` for an unknown token and for one of another purpose: the two look the same.
pub(in crate::domain) fn require_token(
    tx: &mut dyn Read,
    digest: &Digest,
    purposes: &[Purpose],
) -> Result<OneTimeTokenRecord, Error> {
    one_time_tokens::find_one_time_token(tx, digest.as_bytes())?
        .filter(|token| purposes.contains(&token.purpose))
        .ok_or(Error::NotFound(Missing::Token))
}

/// A token of ours that can be used now. Does not spend it.
///
/// # Errors
/// As for [`require_token`]; `Expired`, saying whether it was spent or its time is over.
pub(in crate::domain) fn require_usable(
    tx: &mut dyn Read,
    digest: &Digest,
    purposes: &[Purpose],
    now: Timestamp,
) -> Result<OneTimeTokenRecord, Error> {
    let token = require_token(tx, digest, purposes)?;
    if token.spent_at.is_some() {
        return Err(Expired::TokenSpent.into());
    }
    if now >= token.expires_at {
        return Err(Expired::TokenExpired.into());
    }
    Ok(token)
}

impl Change<'_> {
    /// Issues a token that acts on `subject_id`, and is `user_id`'s where that is known. Only its digest
    /// is stored.
    pub(in crate::domain) fn issue_token(
        &mut self,
        purpose: Purpose,
        subject_id: Uuid,
        user_id: Option<UserId>,
        expires_at: Timestamp,
    ) -> Result<OneTimeToken, StoreError> {
        let token = self.chance.one_time_token();
        let digest = token.digest();
        let row = NewOneTimeToken {
            id: self.id(),
            digest: digest.as_bytes(),
            purpose,
            subject_id,
            user_id,
            created_at: self.now,
            expires_at,
        };
        one_time_tokens::insert_one_time_token(self.tx, &row)?;
        Ok(token)
    }

    /// Spends the token of a digest. Of however many that try at once, one succeeds.
    ///
    /// # Errors
    /// As for [`require_usable`].
    pub(in crate::domain) fn spend_token(
        &mut self,
        digest: &Digest,
        purposes: &[Purpose],
    ) -> Result<OneTimeTokenRecord, Error> {
        let token = require_usable(self.tx, digest, purposes, self.now)?;
        if !one_time_tokens::spend_one_time_token(self.tx, token.id, self.now)? {
            return Err(Expired::TokenSpent.into());
        }
        Ok(token)
    }
}
