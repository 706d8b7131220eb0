//! Table `lockouts`: how often an account's secrets were guessed wrong, and until when guessing waits.

use crate::model::Timestamp;
use crate::store::{Cells, Read, StoreError, Write};

/// What is known of wrong guesses.
#[derive(Clone, Copy, Debug)]
pub struct Lockout {
    /// Wrong guesses in a row.
    pub failures: i64,
    /// Until when no guess is looked at.
    pub locked_until: Option<Timestamp>,
    /// When the last wrong guess was made.
    pub last_failed_at: Timestamp,
}

const FIND: &str = "SELECT failures, locked_until, last_failed_at FROM lockouts WHERE account = ?1";
const UPSERT: &str = "INSERT INTO lockouts (account, failures, locked_until, last_failed_at)
    VALUES (?1, ?2, ?3, ?4) ON CONFLICT (account) DO UPDATE SET failures = excluded.failures,
    locked_until = excluded.locked_until, last_failed_at = excluded.last_failed_at";
const DELETE: &str = "DELETE FROM lockouts WHERE account = ?1";
const DELETE_OLD: &str = "DELETE FROM lockouts WHERE account IN
    (SELECT account FROM lockouts WHERE last_failed_at < ?1 ORDER BY last_failed_at, account LIMIT ?2)";

pub const ALL: &[&str] = &[FIND, UPSERT, DELETE, DELETE_OLD];

fn from_row(cells: &mut Cells) -> Result<Lockout, StoreError> {
    Ok(Lockout { failures: cells.int()?, locked_until: cells.opt_at()?, last_failed_at: cells.at()? })
}

/// What is known of wrong guesses at an account.
pub fn find_lockout(tx: &mut dyn Read, account: &str) -> Result<Option<Lockout>, StoreError> {
    tx.query(FIND, &[account.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Writes down what is known of wrong guesses.
pub fn upsert_lockout(tx: &mut dyn Write, account: &str, lockout: Lockout) -> Result<(), StoreError> {
    tx.queue(
        UPSERT,
        &[
            account.into(),
            lockout.failures.into(),
            lockout.locked_until.into(),
            lockout.last_failed_at.into(),
        ],
    )
}

/// Forgets the wrong guesses at an account.
pub fn delete_lockout(tx: &mut dyn Write, account: &str) -> Result<(), StoreError> {
    tx.queue(DELETE, &[account.into()])
}

/// Forgets up to `limit` accounts at which nobody guessed wrong since `before`.
pub fn delete_old_lockouts(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD, &[before.into(), limit.into()])
}
