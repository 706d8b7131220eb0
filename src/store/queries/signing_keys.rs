//! Table `signing_keys`: the keys that sign session tokens, private parts sealed.

use uuid::Uuid;

use crate::model::Timestamp;
use crate::store::{Cells, Read, StoreError, Topic, Write};

/// A signing key as it rests.
#[derive(Clone, Debug)]
pub struct SigningKeyRow {
    /// PASERK `k4.pid`.
    pub id: String,
    /// PASERK `k4.public`.
    pub public_key: String,
    /// The private part, sealed for this row.
    pub sealed_secret: Vec<u8>,
    /// Signs from.
    pub not_before: Timestamp,
    /// Signed until; tokens it signed live on.
    pub retired_at: Option<Timestamp>,
}

const LIST: &str = "SELECT id, public_key, sealed_secret, not_before, retired_at FROM signing_keys
    ORDER BY not_before DESC, id DESC";
const INSERT: &str = "INSERT INTO signing_keys (id, public_key, sealed_secret, not_before, retired_at)
    VALUES (?1, ?2, ?3, ?4, NULL)";

const RETIRE: &str = "UPDATE signing_keys SET retired_at = ?1 WHERE retired_at IS NULL";
const DELETE_RETIRED: &str = "DELETE FROM signing_keys WHERE retired_at < ?1";

pub const ALL: &[&str] = &[LIST, INSERT, RETIRE, DELETE_RETIRED];

fn from_row(cells: &mut Cells) -> Result<SigningKeyRow, StoreError> {
    Ok(SigningKeyRow {
        id: cells.text()?,
        public_key: cells.text()?,
        sealed_secret: cells.bytes()?,
        not_before: cells.at()?,
        retired_at: cells.opt_at()?,
    })
}

/// All keys, the newest first.
pub fn list_signing_keys(tx: &mut dyn Read) -> Result<Vec<SigningKeyRow>, StoreError> {
    tx.query(LIST, &[])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Adds a key that signs from `not_before`.
pub fn insert_signing_key(tx: &mut dyn Write, key: &SigningKeyRow) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            (&key.id).into(),
            (&key.public_key).into(),
            key.sealed_secret.as_slice().into(),
            key.not_before.into(),
        ],
    )?;
    tx.announce(Topic::SigningKey, Uuid::nil());
    Ok(())
}

/// Lets the keys that sign do so no more.
pub fn retire_signing_keys(tx: &mut dyn Write, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(RETIRE, &[now.into()])
}

/// Forgets the keys that were retired before `before`. There are few.
pub fn delete_retired_signing_keys(tx: &mut dyn Write, before: Timestamp) -> Result<u64, StoreError> {
    tx.execute(DELETE_RETIRED, &[before.into()])
}
