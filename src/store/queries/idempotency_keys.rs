//! Table `idempotency_keys`: calls that were made with a key, and what they were answered, sealed.

use crate::model::{Timestamp, UserId};
use crate::store::{Read, StoreError, Write};

/// A call as it is remembered.
#[derive(Clone, Debug)]
pub struct IdempotencyKeyRow {
    /// What the answer is sealed for.
    pub id: String,
    /// Whose key, and which.
    pub key_digest: Vec<u8>,
    /// What was asked.
    pub request_digest: Vec<u8>,
    /// What was answered.
    pub sealed_answer: Vec<u8>,
    /// Who asked, if signed in.
    pub user_id: Option<UserId>,
    /// When.
    pub created_at: Timestamp,
}

const FIND: &str =
    "SELECT id, key_digest, request_digest, sealed_answer, user_id, created_at FROM idempotency_keys
    WHERE key_digest = ?1 AND created_at > ?2";
const INSERT: &str = "INSERT INTO idempotency_keys
    (id, key_digest, request_digest, sealed_answer, user_id, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (key_digest) DO UPDATE SET id = ?1, request_digest = ?3, sealed_answer = ?4, user_id = ?5,
    created_at = ?6";
const DELETE_OLD: &str = "DELETE FROM idempotency_keys WHERE id IN
    (SELECT id FROM idempotency_keys WHERE created_at <= ?1 ORDER BY created_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[FIND, INSERT, DELETE_OLD];

/// The call that was made with this key later than `since`.
pub fn find_idempotency_key(
    tx: &mut dyn Read,
    key_digest: &[u8],
    since: Timestamp,
) -> Result<Option<IdempotencyKeyRow>, StoreError> {
    let rows = tx.query(FIND, &[key_digest.into(), since.into()])?;
    rows.into_iter()
        .next()
        .map(|row| {
            let cells = &mut row.cells();
            Ok(IdempotencyKeyRow {
                id: cells.text()?,
                key_digest: cells.bytes()?,
                request_digest: cells.bytes()?,
                sealed_answer: cells.bytes()?,
                user_id: cells.opt_id()?,
                created_at: cells.at()?,
            })
        })
        .transpose()
}

/// Remembers a call, in place of an older one with the same key.
pub fn insert_idempotency_key(tx: &mut dyn Write, row: &IdempotencyKeyRow) -> Result<(), StoreError> {
    let params = [
        (&row.id).into(),
        row.key_digest.as_slice().into(),
        row.request_digest.as_slice().into(),
        row.sealed_answer.as_slice().into(),
        row.user_id.into(),
        row.created_at.into(),
    ];
    tx.queue(INSERT, &params)
}

/// Forgets up to `limit` calls that were made by `until`.
pub fn delete_old_idempotency_keys(
    tx: &mut dyn Write,
    until: Timestamp,
    limit: u32,
) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD, &[until.into(), limit.into()])
}
