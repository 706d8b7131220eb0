//! Table `settings`: what the service remembers about itself, by name.

use crate::store::{Read, StoreError, Write};

const FIND: &str = "SELECT value FROM settings WHERE name = ?1";
const UPSERT: &str = "INSERT INTO settings (name, value) VALUES (?1, ?2)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const DELETE_BY_VALUE: &str = "DELETE FROM settings WHERE value = ?1";
const DELETE: &str = "DELETE FROM settings WHERE name = ?1";

pub const ALL: &[&str] = &[FIND, UPSERT, DELETE_BY_VALUE, DELETE];

/// What is remembered under `name`.
pub fn find_setting(tx: &mut dyn Read, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    tx.query(FIND, &[name.into()])?.pop().map(|row| row.cells().bytes()).transpose()
}

/// Remembers `value` under `name`.
pub fn upsert_setting(tx: &mut dyn Write, name: &str, value: &[u8]) -> Result<(), StoreError> {
    tx.queue(UPSERT, &[name.into(), value.into()])
}

/// Forgets `value` wherever it is remembered.
pub fn delete_value(tx: &mut dyn Write, value: &[u8]) -> Result<(), StoreError> {
    tx.queue(DELETE_BY_VALUE, &[value.into()])
}

/// Forgets what is remembered under `name`.
pub fn delete_setting(tx: &mut dyn Write, name: &str) -> Result<(), StoreError> {
    tx.queue(DELETE, &[name.into()])
}
