//! Table `recovery_codes`: digests of codes that stand in for an authenticator, each once.

use crate::model::{Timestamp, UserId};
use crate::store::{Read, StoreError, Write};

const INSERT: &str = "INSERT INTO recovery_codes (user_id, code_digest, spent_at) VALUES (?1, ?2, NULL)";
const SPEND: &str = "UPDATE recovery_codes SET spent_at = ?3
    WHERE user_id = ?1 AND code_digest = ?2 AND spent_at IS NULL";
const EXISTS_UNSPENT: &str =
    "SELECT 1 FROM recovery_codes WHERE user_id = ?1 AND code_digest = ?2 AND spent_at IS NULL";
const COUNT_UNSPENT: &str = "SELECT COUNT(*) FROM recovery_codes WHERE user_id = ?1 AND spent_at IS NULL";
const DELETE_ALL: &str = "DELETE FROM recovery_codes WHERE user_id = ?1";

pub const ALL: &[&str] = &[INSERT, SPEND, EXISTS_UNSPENT, COUNT_UNSPENT, DELETE_ALL];

/// Adds a code.
pub fn insert_recovery_code(tx: &mut dyn Write, user_id: UserId, digest: &[u8]) -> Result<(), StoreError> {
    tx.queue(INSERT, &[user_id.into(), digest.into()])
}

/// Spends a code; `false` if it is none of the person's, or was spent before.
pub fn spend_recovery_code(
    tx: &mut dyn Write,
    user_id: UserId,
    digest: &[u8],
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SPEND, &[user_id.into(), digest.into(), now.into()])? == 1)
}

/// Whether a code is one of a person's, and was not spent before.
pub fn exists_unspent_recovery_code(
    tx: &mut dyn Read,
    user_id: UserId,
    digest: &[u8],
) -> Result<bool, StoreError> {
    Ok(!tx.query(EXISTS_UNSPENT, &[user_id.into(), digest.into()])?.is_empty())
}

/// How many codes a person has left.
pub fn count_unspent_recovery_codes(tx: &mut dyn Read, user_id: UserId) -> Result<i64, StoreError> {
    tx.query(COUNT_UNSPENT, &[user_id.into()])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// Forgets a person's codes.
pub fn delete_recovery_codes(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_ALL, &[user_id.into()])
}
