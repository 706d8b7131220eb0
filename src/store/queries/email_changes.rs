//! Table `email_changes`: changes of address, asked for and in effect.

use crate::model::{Agreement, EmailAddress, EmailChange, EmailChangeId, Timestamp, UserEmail, UserId};
use crate::store::{Cells, Read, StoreError, Write};

const FIND: &str = "SELECT id, user_id, session_id, old_address, old_verified_at, old_added_at, new_address,
    agreement, accepted_at, confirmed_at, created_at, expires_at FROM email_changes WHERE id = ?1";
const LIST: &str = "SELECT id, user_id, session_id, old_address, old_verified_at, old_added_at, new_address,
    agreement, accepted_at, confirmed_at, created_at, expires_at FROM email_changes WHERE user_id = ?1
    ORDER BY id DESC";
const FIND_NEWEST: &str =
    "SELECT id, user_id, session_id, old_address, old_verified_at, old_added_at, new_address,
    agreement, accepted_at, confirmed_at, created_at, expires_at FROM email_changes WHERE user_id = ?1
    ORDER BY id DESC LIMIT 1";
const INSERT: &str =
    "INSERT INTO email_changes (id, user_id, session_id, old_address, old_verified_at, old_added_at, new_address,
    new_normalized, agreement, accepted_at, confirmed_at, created_at, expires_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const UPDATE_ACCEPTED: &str = "UPDATE email_changes SET accepted_at = ?2 WHERE id = ?1";
const UPDATE_CONFIRMED: &str = "UPDATE email_changes SET confirmed_at = ?2 WHERE id = ?1";
const DELETE_TO: &str = "DELETE FROM email_changes WHERE new_normalized = ?1";
const DELETE_OLD: &str = "DELETE FROM email_changes WHERE id IN
    (SELECT id FROM email_changes WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] =
    &[FIND, LIST, FIND_NEWEST, INSERT, UPDATE_ACCEPTED, UPDATE_CONFIRMED, DELETE_TO, DELETE_OLD];

fn from_row(cells: &mut Cells) -> Result<EmailChange, StoreError> {
    Ok(EmailChange {
        id: cells.id()?,
        user_id: cells.id()?,
        session_id: cells.id()?,
        old: UserEmail {
            address: cells.parsed(|text| EmailAddress::parse(text).ok())?,
            verified_at: cells.opt_at()?,
            added_at: cells.at()?,
        },
        new: cells.parsed(|text| EmailAddress::parse(text).ok())?,
        agreement: cells.parsed(Agreement::parse)?,
        accepted_at: cells.opt_at()?,
        confirmed_at: cells.opt_at()?,
        created_at: cells.at()?,
        expires_at: cells.at()?,
    })
}

/// A change by id.
pub fn find_email_change(tx: &mut dyn Read, id: EmailChangeId) -> Result<Option<EmailChange>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// A person's changes, the newest first.
pub fn list_email_changes(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<EmailChange>, StoreError> {
    tx.query(LIST, &[user_id.into()])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// The change that a person asked for last.
pub fn find_newest_email_change(
    tx: &mut dyn Read,
    user_id: UserId,
) -> Result<Option<EmailChange>, StoreError> {
    tx.query(FIND_NEWEST, &[user_id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Adds a change.
pub fn insert_email_change(tx: &mut dyn Write, change: &EmailChange) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            change.id.into(),
            change.user_id.into(),
            change.session_id.into(),
            change.old.address.as_str().into(),
            change.old.verified_at.into(),
            change.old.added_at.into(),
            change.new.as_str().into(),
            change.new.normalized().into(),
            change.agreement.as_str().into(),
            change.accepted_at.into(),
            change.confirmed_at.into(),
            change.created_at.into(),
            change.expires_at.into(),
        ],
    )
}

/// Notes that the old mailbox accepts a change.
pub fn update_accepted(tx: &mut dyn Write, id: EmailChangeId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(UPDATE_ACCEPTED, &[id.into(), now.into()])
}

/// Notes that the new mailbox of a change is proven.
pub fn update_confirmed(tx: &mut dyn Write, id: EmailChangeId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(UPDATE_CONFIRMED, &[id.into(), now.into()])
}

/// Forgets every change to an address.
pub fn delete_email_changes_to(tx: &mut dyn Write, new_normalized: &str) -> Result<(), StoreError> {
    tx.queue(DELETE_TO, &[new_normalized.into()])
}

/// Forgets up to `limit` changes that expired before `before`.
pub fn delete_old_email_changes(
    tx: &mut dyn Write,
    before: Timestamp,
    limit: u32,
) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD, &[before.into(), limit.into()])
}
