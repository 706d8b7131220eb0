//! Issuing and looking up one-time tokens: the rules that all purposes share.

use super::Error;
use super::error::{Expired, Missing};
use crate::crypto::chance::Chance;
use crate::crypto::digest::Digest;
use crate::crypto::tokens::one_time::{OneTimeToken, digest_of_presented};
use crate::model::{OneTimeTokenId, OneTimeTokenRecord, Purpose, Timestamp, UserId};
use crate::store::queries::one_time_tokens::{self, NewOneTimeToken};
use crate::store::{Read, StoreError, Write};
use uuid::Uuid;

/// What a token is issued for.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    /// What it is for.
    pub purpose: Purpose,
    /// What it acts on.
    pub subject_id: Uuid,
    /// Whose it is, where that is known.
    pub user_id: Option<UserId>,
    /// Until when.
    pub expires_at: Timestamp,
}

/// Issues a token. Only its digest is stored.
pub fn issue(
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    grant: Grant,
) -> Result<OneTimeToken, StoreError> {
    let token = chance.one_time_token();
    one_time_tokens::insert_one_time_token(
        tx,
        &NewOneTimeToken {
            id: OneTimeTokenId::new(chance.uuid()),
            digest: token.digest().as_bytes(),
            purpose: grant.purpose,
            subject_id: grant.subject_id,
            user_id: grant.user_id,
            created_at: now,
            expires_at: grant.expires_at,
        },
    )?;
    Ok(token)
}

/// The digest of what a caller presents.
///
/// # Errors
/// `NotFound` for anything that can't be a token of ours.
pub fn presented(text: &str) -> Result<Digest, Error> {
    digest_of_presented(text).ok_or(Error::NotFound(Missing::Token))
}

/// A token of ours for one of `purposes`, whether or not it can still be used.
///
/// # Errors
/// `NotFound` for an unknown token and for one of another purpose: the two look the same.
pub fn require_token(
    tx: &mut dyn Read,
    digest: &Digest,
    purposes: &[Purpose],
) -> Result<OneTimeTokenRecord, Error> {
    one_time_tokens::find_one_time_token(tx, digest.as_bytes())?
        .filter(|token| purposes.contains(&token.purpose))
        .ok_or(Error::NotFound(Missing::Token))
}

/// Spends a token. Of however many that try at once, one succeeds.
///
/// # Errors
/// `Expired`, saying whether it was spent or its time is over.
pub fn spend(tx: &mut dyn Write, token: &OneTimeTokenRecord, now: Timestamp) -> Result<(), Error> {
    if token.spent_at.is_some() {
        return Err(Expired::TokenSpent.into());
    }
    if now >= token.expires_at {
        return Err(Expired::TokenExpired.into());
    }
    if one_time_tokens::spend_one_time_token(tx, token.id, now)? {
        Ok(())
    } else {
        Err(Expired::TokenSpent.into())
    }
}
