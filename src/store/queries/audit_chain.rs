//! Table `audit_chain`, one row: where the chain of audit events ends. And what of `audit_events` is chained, with what
//! of `audit_personal` is not erased, word for word: what was altered by hand must be told, not fail to be read.

use crate::store::{Cells, Read, Row, StoreError, Write};

/// Where the chain ends.
#[derive(Clone, Debug)]
pub struct ChainEnd {
    /// How many events are chained.
    pub length: i64,
    /// The hash of the last one.
    pub hash: Vec<u8>,
    /// Vouches for both.
    pub proof: Vec<u8>,
}

/// An event as it rests.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// Its id.
    pub id: String,
    /// When it happened, in microseconds.
    pub at: i64,
    /// In which org.
    pub org_id: Option<String>,
    /// Who did it.
    pub actor_id: Option<String>,
    /// What was done.
    pub action: String,
    /// To what kind of thing.
    pub target_kind: String,
    /// To which.
    pub target_id: String,
    /// What stays of its personal part.
    pub personal_digest: Option<Vec<u8>>,
    /// Its number in the chain, from 1.
    pub position: Option<i64>,
    /// Its hash in the chain.
    pub hash: Option<Vec<u8>>,
    /// Its personal part; `None` once that was erased.
    pub personal: Option<PersonalRow>,
}

/// The personal part of an event as it rests.
#[derive(Clone, Debug)]
pub struct PersonalRow {
    /// Whose it is.
    pub user_id: Option<String>,
    /// From where it was done.
    pub ip: String,
    /// Until when it is kept, in microseconds.
    pub kept_until: Option<i64>,
    /// Its salt.
    pub salt: Vec<u8>,
}

const FIND_END: &str = "SELECT length, hash, proof FROM audit_chain WHERE name = 'events'";
const PUT_END: &str = "INSERT INTO audit_chain (name, length, hash, proof) VALUES ('events', ?1, ?2, ?3)
    ON CONFLICT (name) DO UPDATE SET length = ?1, hash = ?2, proof = ?3";
const FIND_LAST_POSITION: &str = "SELECT position FROM audit_events WHERE position IS NOT NULL
    ORDER BY position DESC LIMIT 1";
const COUNT_UNCHAINED: &str = "SELECT COUNT(*) FROM audit_events WHERE position IS NULL";
const LIST_UNCHAINED: &str = "SELECT e.id, e.at, e.org_id, e.actor_id, e.action, e.target_kind, e.target_id,
    e.personal_digest, e.position, e.hash, p.user_id, p.ip, p.kept_until, p.salt
    FROM audit_events e LEFT JOIN audit_personal p ON p.event_id = e.id
    WHERE e.position IS NULL ORDER BY e.id LIMIT ?1";
const LIST_CHAINED: &str = "SELECT e.id, e.at, e.org_id, e.actor_id, e.action, e.target_kind, e.target_id,
    e.personal_digest, e.position, e.hash, p.user_id, p.ip, p.kept_until, p.salt
    FROM audit_events e LEFT JOIN audit_personal p ON p.event_id = e.id
    WHERE e.position > ?1 ORDER BY e.position LIMIT ?2";
const CHAIN: &str = "UPDATE audit_events SET position = ?2, hash = ?3 WHERE id = ?1 AND position IS NULL";

pub const ALL: &[&str] =
    &[FIND_END, PUT_END, FIND_LAST_POSITION, COUNT_UNCHAINED, LIST_UNCHAINED, LIST_CHAINED, CHAIN];

fn from_row(row: Row) -> Result<EventRow, StoreError> {
    let cells = &mut row.cells();
    Ok(EventRow {
        id: cells.text()?,
        at: cells.int()?,
        org_id: cells.opt_text()?,
        actor_id: cells.opt_text()?,
        action: cells.text()?,
        target_kind: cells.text()?,
        target_id: cells.text()?,
        personal_digest: cells.opt_bytes()?,
        position: cells.opt_int()?,
        hash: cells.opt_bytes()?,
        personal: personal(cells)?,
    })
}

fn personal(cells: &mut Cells) -> Result<Option<PersonalRow>, StoreError> {
    let (user_id, ip) = (cells.opt_text()?, cells.opt_text()?);
    let (kept_until, salt) = (cells.opt_int()?, cells.opt_bytes()?);
    Ok(ip.zip(salt).map(|(ip, salt)| PersonalRow { user_id, ip, kept_until, salt }))
}

/// Where the chain ends; `None` before its first event.
pub fn find_chain_end(tx: &mut dyn Read) -> Result<Option<ChainEnd>, StoreError> {
    let rows = tx.query(FIND_END, &[])?;
    rows.into_iter()
        .next()
        .map(|row| {
            let cells = &mut row.cells();
            Ok(ChainEnd { length: cells.int()?, hash: cells.bytes()?, proof: cells.bytes()? })
        })
        .transpose()
}

/// Says where the chain ends now.
pub fn put_chain_end(tx: &mut dyn Write, end: &ChainEnd) -> Result<(), StoreError> {
    let params = [end.length.into(), end.hash.as_slice().into(), end.proof.as_slice().into()];
    tx.queue(PUT_END, &params)
}

/// The highest number of a chained event; 0 when there is none.
pub fn find_last_position(tx: &mut dyn Read) -> Result<i64, StoreError> {
    tx.query(FIND_LAST_POSITION, &[])?.into_iter().next().map_or(Ok(0), |row| row.cells().int())
}

/// How many events wait to be chained.
pub fn count_unchained_events(tx: &mut dyn Read) -> Result<i64, StoreError> {
    tx.query(COUNT_UNCHAINED, &[])?.into_iter().next().map_or(Ok(0), |row| row.cells().int())
}

/// Up to `limit` events that wait to be chained, the oldest first.
pub fn list_unchained_events(tx: &mut dyn Read, limit: u32) -> Result<Vec<EventRow>, StoreError> {
    tx.query(LIST_UNCHAINED, &[limit.into()])?.into_iter().map(from_row).collect()
}

/// Up to `limit` chained events behind number `after`, in order.
pub fn list_chained_events(tx: &mut dyn Read, after: i64, limit: u32) -> Result<Vec<EventRow>, StoreError> {
    tx.query(LIST_CHAINED, &[after.into(), limit.into()])?.into_iter().map(from_row).collect()
}

/// Puts an event into the chain, as number `position`.
pub fn chain_event(tx: &mut dyn Write, id: &str, position: i64, hash: &[u8]) -> Result<(), StoreError> {
    tx.queue(CHAIN, &[id.into(), position.into(), hash.into()])
}
