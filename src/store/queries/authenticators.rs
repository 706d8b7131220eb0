//! Table `authenticators`: at most one in force and one set up per person.

use crate::model::{Authenticator, AuthenticatorId, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Write};

const FIND_ENABLED: &str = "SELECT id, user_id, sealed_secret, enabled_at, last_step FROM authenticators
    WHERE user_id = ?1 AND enabled_at IS NOT NULL";
const FIND_PENDING: &str = "SELECT id, user_id, sealed_secret, enabled_at, last_step FROM authenticators
    WHERE user_id = ?1 AND enabled_at IS NULL";
const INSERT: &str =
    "INSERT INTO authenticators (id, user_id, sealed_secret, created_at, enabled_at, last_step)
    VALUES (?1, ?2, ?3, ?4, NULL, 0)";
const ENABLE: &str = "UPDATE authenticators SET enabled_at = ?2, last_step = ?3
    WHERE id = ?1 AND enabled_at IS NULL";
const UPDATE_LAST_STEP: &str = "UPDATE authenticators SET last_step = ?2 WHERE id = ?1 AND last_step < ?2";
const DELETE_PENDING: &str = "DELETE FROM authenticators WHERE user_id = ?1 AND enabled_at IS NULL";
const DELETE_ENABLED: &str = "DELETE FROM authenticators WHERE user_id = ?1 AND enabled_at IS NOT NULL";
const DELETE_ALL: &str = "DELETE FROM authenticators WHERE user_id = ?1";

pub const ALL: &[&str] = &[
    FIND_ENABLED,
    FIND_PENDING,
    INSERT,
    ENABLE,
    UPDATE_LAST_STEP,
    DELETE_PENDING,
    DELETE_ENABLED,
    DELETE_ALL,
];

fn from_row(cells: &mut Cells) -> Result<Authenticator, StoreError> {
    Ok(Authenticator {
        id: cells.id()?,
        user_id: cells.id()?,
        sealed_secret: cells.bytes()?,
        enabled_at: cells.opt_at()?,
        last_step: cells.int()?,
    })
}

fn find(tx: &mut dyn Read, sql: &'static str, user_id: UserId) -> Result<Option<Authenticator>, StoreError> {
    tx.query(sql, &[user_id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// The authenticator that signing in asks for.
pub fn find_enabled_authenticator(
    tx: &mut dyn Read,
    user_id: UserId,
) -> Result<Option<Authenticator>, StoreError> {
    find(tx, FIND_ENABLED, user_id)
}

/// The authenticator that is set up and not in force yet.
pub fn find_pending_authenticator(
    tx: &mut dyn Read,
    user_id: UserId,
) -> Result<Option<Authenticator>, StoreError> {
    find(tx, FIND_PENDING, user_id)
}

/// Sets an authenticator up, in place of one that was never enabled.
pub fn insert_authenticator(
    tx: &mut dyn Write,
    authenticator: &Authenticator,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(DELETE_PENDING, &[authenticator.user_id.into()])?;
    tx.queue(
        INSERT,
        &[
            authenticator.id.into(),
            authenticator.user_id.into(),
            authenticator.sealed_secret.as_slice().into(),
            now.into(),
        ],
    )
}

/// Puts an authenticator in force; `false` if it was before.
pub fn enable_authenticator(
    tx: &mut dyn Write,
    id: AuthenticatorId,
    step: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ENABLE, &[id.into(), now.into(), step.into()])? == 1)
}

/// Uses a step up; `false` if it or a later one was used before.
pub fn use_step(tx: &mut dyn Write, id: AuthenticatorId, step: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(UPDATE_LAST_STEP, &[id.into(), step.into()])? == 1)
}

/// Forgets the authenticator that signing in asks for; one that is set up stays.
pub fn delete_enabled_authenticator(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_ENABLED, &[user_id.into()])
}

/// Forgets a person's authenticators.
pub fn delete_authenticators(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_ALL, &[user_id.into()])
}
