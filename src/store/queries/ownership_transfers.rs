//! Table `ownership_transfers`: owners who ask others to take their place.

use super::users;
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{OrgId, OwnershipTransfer, OwnershipTransferId, PageRequest, Timestamp};
use crate::store::{Read, Row, StoreError, Value, Write};

const FIND: &str = "SELECT t.id, t.org_id, o.id, o.name_first, o.name_last, o.email_address, t.letter_id, t.created_at,
    t.expires_at, t.outcome, u.id, u.name_first, u.name_last, u.username, u.email_address, u.email_verified_at, u.email_added_at,
    u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at,
    u.terms_accepted_at, u.created_at, u.updated_at, u.last_login_at, u.version
    FROM ownership_transfers t JOIN users o ON o.id = t.owner_id JOIN users u ON u.id = t.successor_id
    WHERE t.id = ?1";
const LIST_OPEN: &str = "SELECT t.id, t.org_id, o.id, o.name_first, o.name_last, o.email_address, t.letter_id, t.created_at,
    t.expires_at, t.outcome, u.id, u.name_first, u.name_last, u.username, u.email_address, u.email_verified_at, u.email_added_at,
    u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at,
    u.terms_accepted_at, u.created_at, u.updated_at, u.last_login_at, u.version
    FROM ownership_transfers t JOIN users o ON o.id = t.owner_id JOIN users u ON u.id = t.successor_id
    WHERE t.org_id = ?1 AND t.outcome IS NULL AND t.expires_at > ?2
    AND (CAST(?3 AS TEXT) IS NULL OR t.id < ?3) ORDER BY t.id DESC LIMIT ?4";
const INSERT: &str =
    "INSERT INTO ownership_transfers (id, org_id, owner_id, successor_id, letter_id, created_at,
    expires_at, ended_at, outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, NULL)";
const END: &str =
    "UPDATE ownership_transfers SET ended_at = ?2, outcome = ?3 WHERE id = ?1 AND outcome IS NULL";
const DELETE_OLD: &str = "DELETE FROM ownership_transfers WHERE id IN
    (SELECT id FROM ownership_transfers WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[FIND, LIST_OPEN, INSERT, END, DELETE_OLD];

fn from_row(row: Row) -> Result<OwnershipTransfer, StoreError> {
    let cells = &mut row.cells();
    Ok(OwnershipTransfer {
        id: cells.id()?,
        org_id: cells.id()?,
        owner: users::named_from_row(cells)?,
        letter_id: cells.id()?,
        created_at: cells.at()?,
        expires_at: cells.at()?,
        outcome: cells.opt_parsed(TransferOutcome::parse)?,
        successor: users::from_row(cells)?,
    })
}

fn list(
    tx: &mut dyn Read,
    sql: &'static str,
    params: &[Value],
) -> Result<Vec<OwnershipTransfer>, StoreError> {
    tx.query(sql, params)?.into_iter().map(from_row).collect()
}

/// A transfer by id, whatever became of it.
pub fn find_transfer(
    tx: &mut dyn Read,
    id: OwnershipTransferId,
) -> Result<Option<OwnershipTransfer>, StoreError> {
    Ok(list(tx, FIND, &[id.into()])?.pop())
}

/// An org's transfers that nothing has become of and whose time is not over at `now`, the newest first, with
/// one more than `page.limit`.
pub fn list_open_transfers(
    tx: &mut dyn Read,
    org_id: OrgId,
    now: Timestamp,
    page: PageRequest,
) -> Result<Vec<OwnershipTransfer>, StoreError> {
    list(tx, LIST_OPEN, &[org_id.into(), now.into(), page.after.into(), (page.limit + 1).into()])
}

/// Adds a transfer.
pub fn insert_transfer(tx: &mut dyn Write, transfer: &OwnershipTransfer) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            transfer.id.into(),
            transfer.org_id.into(),
            transfer.owner.id.into(),
            transfer.successor.id.into(),
            transfer.letter_id.into(),
            transfer.created_at.into(),
            transfer.expires_at.into(),
        ],
    )
}

/// Notes what became of a transfer; `false` if something had before.
pub fn end_transfer(
    tx: &mut dyn Write,
    id: OwnershipTransferId,
    outcome: TransferOutcome,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(END, &[id.into(), now.into(), outcome.as_str().into()])? == 1)
}

/// Forgets up to `limit` transfers that could be accepted until `before`.
pub fn delete_old_transfers(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD, &[before.into(), limit.into()])
}
