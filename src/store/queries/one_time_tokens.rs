//! Table `one_time_tokens`: digests of tokens that are good once, for one purpose.

use uuid::Uuid;

use crate::model::{EmailChangeId, OneTimeTokenId, OneTimeTokenRecord, Purpose, SignUpId, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Value, Write};

const FIND: &str = "SELECT id, purpose, subject_id, user_id, expires_at, spent_at FROM one_time_tokens
    WHERE token_digest = ?1";
const EXISTS_OF_EMAIL_CHANGE: &str = "SELECT 1 FROM one_time_tokens
    WHERE subject_id = ?1 AND spent_at IS NULL AND expires_at > ?2
    AND purpose IN ('email_change_accept', 'email_change_deny', 'email_change_confirm') LIMIT 1";
const INSERT: &str =
    "INSERT INTO one_time_tokens (id, token_digest, purpose, subject_id, user_id, created_at,
    expires_at, spent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL)";
const INSERT_SPENT: &str =
    "INSERT INTO one_time_tokens (id, token_digest, purpose, subject_id, user_id, created_at,
    expires_at, spent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6) ON CONFLICT (token_digest) DO NOTHING";
const SPEND: &str =
    "UPDATE one_time_tokens SET spent_at = ?2 WHERE id = ?1 AND spent_at IS NULL AND expires_at > ?2";
const SPEND_OF_SUBJECT: &str =
    "UPDATE one_time_tokens SET spent_at = ?2 WHERE subject_id = ?1 AND spent_at IS NULL";
const SPEND_OF_USER: &str = "UPDATE one_time_tokens SET spent_at = ?2
    WHERE user_id = ?1 AND spent_at IS NULL AND purpose <> 'email_change_undo'";
const SPEND_EVERY_OF_USER: &str =
    "UPDATE one_time_tokens SET spent_at = ?2 WHERE user_id = ?1 AND spent_at IS NULL";
const SPEND_LINKS_OF_USER: &str = "UPDATE one_time_tokens SET spent_at = ?2
    WHERE user_id = ?1 AND spent_at IS NULL AND purpose NOT IN ('not_me', 'email_change_undo')";
const SPEND_EMAIL_CHANGE_OF_USER: &str =
    "UPDATE one_time_tokens SET spent_at = ?2 WHERE user_id = ?1 AND spent_at IS NULL
    AND purpose IN ('email_change_accept', 'email_change_deny', 'email_change_confirm')";
const SPEND_LATER_UNDO_OF_USER: &str = "UPDATE one_time_tokens SET spent_at = ?3
    WHERE user_id = ?1 AND spent_at IS NULL AND purpose = 'email_change_undo' AND id > ?2";
const HAND_OVER_DISOWNING: &str = "UPDATE one_time_tokens SET subject_id = ?2, user_id = ?2
    WHERE subject_id = ?1 AND purpose = 'not_me' AND spent_at IS NULL";
const UPDATE_EXPIRY: &str =
    "UPDATE one_time_tokens SET expires_at = ?2 WHERE subject_id = ?1 AND spent_at IS NULL";
const DELETE_EXPIRED: &str = "DELETE FROM one_time_tokens WHERE id IN
    (SELECT id FROM one_time_tokens WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    FIND,
    EXISTS_OF_EMAIL_CHANGE,
    INSERT,
    INSERT_SPENT,
    SPEND,
    SPEND_OF_SUBJECT,
    SPEND_OF_USER,
    SPEND_EVERY_OF_USER,
    SPEND_LINKS_OF_USER,
    SPEND_EMAIL_CHANGE_OF_USER,
    SPEND_LATER_UNDO_OF_USER,
    HAND_OVER_DISOWNING,
    UPDATE_EXPIRY,
    DELETE_EXPIRED,
];

/// A token to be stored.
#[derive(Clone, Debug)]
pub struct NewOneTimeToken<'a> {
    /// Its id.
    pub id: OneTimeTokenId,
    /// The digest of the token.
    pub digest: &'a [u8],
    /// What it is for.
    pub purpose: Purpose,
    /// What it acts on.
    pub subject_id: Uuid,
    /// Whose it is, where that is known.
    pub user_id: Option<UserId>,
    /// Made at.
    pub created_at: Timestamp,
    /// Usable until.
    pub expires_at: Timestamp,
}

fn from_row(cells: &mut Cells) -> Result<OneTimeTokenRecord, StoreError> {
    Ok(OneTimeTokenRecord {
        id: cells.id()?,
        purpose: cells.parsed(Purpose::parse)?,
        subject_id: cells.uuid()?,
        user_id: cells.opt_id()?,
        expires_at: cells.at()?,
        spent_at: cells.opt_at()?,
    })
}

/// A token by its digest, spent and expired ones too.
pub fn find_one_time_token(
    tx: &mut dyn Read,
    digest: &[u8],
) -> Result<Option<OneTimeTokenRecord>, StoreError> {
    tx.query(FIND, &[digest.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Whether a change of address has a token that can still be used.
pub fn exists_token_of_email_change(
    tx: &mut dyn Read,
    id: EmailChangeId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(!tx.query(EXISTS_OF_EMAIL_CHANGE, &[id.into(), now.into()])?.is_empty())
}

/// Adds a token.
pub fn insert_one_time_token(tx: &mut dyn Write, token: &NewOneTimeToken<'_>) -> Result<(), StoreError> {
    tx.queue(INSERT, &values(token))
}

/// Stores a token that is spent by this; `false` if it is stored already, and thus was spent before.
pub fn insert_spent_one_time_token(
    tx: &mut dyn Write,
    token: &NewOneTimeToken<'_>,
) -> Result<bool, StoreError> {
    Ok(tx.execute(INSERT_SPENT, &values(token))? == 1)
}

fn values(token: &NewOneTimeToken<'_>) -> [Value; 7] {
    [
        token.id.into(),
        token.digest.into(),
        token.purpose.as_str().into(),
        token.subject_id.into(),
        token.user_id.into(),
        token.created_at.into(),
        token.expires_at.into(),
    ]
}

/// Spends a token; `false` if it was spent or has expired. The one place where single use is decided.
pub fn spend_one_time_token(
    tx: &mut dyn Write,
    id: OneTimeTokenId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SPEND, &[id.into(), now.into()])? == 1)
}

/// Makes every open token that acts on a subject void.
pub fn spend_tokens_of_subject(
    tx: &mut dyn Write,
    subject_id: Uuid,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(SPEND_OF_SUBJECT, &[subject_id.into(), now.into()])
}

/// Makes every open token of a person void but those that put a former address back: they belong to whoever
/// reads that mailbox, and nothing that is done by way of the later one may take them away.
pub fn spend_tokens_of_user(tx: &mut dyn Write, user_id: UserId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(SPEND_OF_USER, &[user_id.into(), now.into()])
}

/// Makes every open token of a person void, those that put a former address back too.
pub fn spend_every_token_of_user(
    tx: &mut dyn Write,
    user_id: UserId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(SPEND_EVERY_OF_USER, &[user_id.into(), now.into()])
}

/// As [`spend_tokens_of_user`], sparing also those that say "this wasn't me": whoever took the account over
/// must not silence its owner by a further change.
pub fn spend_links_of_user(tx: &mut dyn Write, user_id: UserId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(SPEND_LINKS_OF_USER, &[user_id.into(), now.into()])
}

/// Makes the open tokens void by which a person's address could be changed.
pub fn spend_email_change_tokens_of_user(
    tx: &mut dyn Write,
    user_id: UserId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(SPEND_EMAIL_CHANGE_OF_USER, &[user_id.into(), now.into()])
}

/// Makes the open tokens void that put a person's former address back and were made after `id`.
pub fn spend_later_undo_tokens_of_user(
    tx: &mut dyn Write,
    user_id: UserId,
    id: OneTimeTokenId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(SPEND_LATER_UNDO_OF_USER, &[user_id.into(), id.into(), now.into()])
}

/// Lets the tokens that disown a sign-up disown the person it made.
pub fn hand_over_disowning(
    tx: &mut dyn Write,
    sign_up_id: SignUpId,
    user_id: UserId,
) -> Result<(), StoreError> {
    tx.queue(HAND_OVER_DISOWNING, &[sign_up_id.into(), user_id.into()])
}

/// Lets every open token that acts on a subject live until `expires_at`.
pub fn update_expiry_of_subject(
    tx: &mut dyn Write,
    subject_id: Uuid,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_EXPIRY, &[subject_id.into(), expires_at.into()])
}

/// Forgets up to `limit` tokens that expired before `before`.
pub fn delete_expired_tokens(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_EXPIRED, &[before.into(), limit.into()])
}
