//! Table `passkeys`: what a person's devices sign in with. What is stored of one is no secret.

use crate::model::{KeyName, Passkey, PasskeyId, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Write};

const FIND_BY_CREDENTIAL: &str =
    "SELECT id, user_id, credential_id, credential, name, created_at, last_used_at
    FROM passkeys WHERE credential_id = ?1";
const LIST: &str =
    "SELECT id, user_id, credential_id, credential, name, created_at, last_used_at FROM passkeys
    WHERE user_id = ?1 ORDER BY id DESC";
const INSERT: &str =
    "INSERT INTO passkeys (id, user_id, credential_id, credential, name, created_at, last_used_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL) ON CONFLICT (credential_id) DO NOTHING";
const UPDATE_USED: &str = "UPDATE passkeys SET credential = ?2, last_used_at = ?3 WHERE id = ?1";
const DELETE: &str = "DELETE FROM passkeys WHERE id = ?1 AND user_id = ?2";
const DELETE_ALL: &str = "DELETE FROM passkeys WHERE user_id = ?1";

pub const ALL: &[&str] = &[FIND_BY_CREDENTIAL, LIST, INSERT, UPDATE_USED, DELETE, DELETE_ALL];

fn from_row(cells: &mut Cells) -> Result<Passkey, StoreError> {
    Ok(Passkey {
        id: cells.id()?,
        user_id: cells.id()?,
        credential_id: cells.bytes()?,
        credential: cells.bytes()?,
        name: KeyName::from_row(cells.text()?),
        created_at: cells.at()?,
        last_used_at: cells.opt_at()?,
    })
}

/// The passkey that a device calls so.
pub fn find_passkey_by_credential(
    tx: &mut dyn Read,
    credential_id: &[u8],
) -> Result<Option<Passkey>, StoreError> {
    let row = tx.query(FIND_BY_CREDENTIAL, &[credential_id.into()])?.pop();
    row.map(|row| from_row(&mut row.cells())).transpose()
}

/// A person's passkeys, the newest first.
pub fn list_passkeys(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<Passkey>, StoreError> {
    tx.query(LIST, &[user_id.into()])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Adds a passkey; `false` if there is one that the device calls so.
pub fn insert_passkey(tx: &mut dyn Write, passkey: &Passkey) -> Result<bool, StoreError> {
    let values = [
        passkey.id.into(),
        passkey.user_id.into(),
        passkey.credential_id.as_slice().into(),
        passkey.credential.as_slice().into(),
        passkey.name.as_str().into(),
        passkey.created_at.into(),
    ];
    Ok(tx.execute(INSERT, &values)? == 1)
}

/// Notes that a passkey was used, and what is stored of it from now on.
pub fn update_passkey_used(
    tx: &mut dyn Write,
    id: PasskeyId,
    credential: &[u8],
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_USED, &[id.into(), credential.into(), now.into()])
}

/// Removes one of a person's passkeys; `false` if it is not theirs.
pub fn delete_passkey(tx: &mut dyn Write, id: PasskeyId, user_id: UserId) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[id.into(), user_id.into()])? == 1)
}

/// Removes a person's passkeys.
pub fn delete_passkeys(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_ALL, &[user_id.into()])
}
