//! Table `logins`: attempts to sign in to accounts that exist.

use super::per_day::{self, PerDay};
use crate::model::login::{LoginKind, LoginRefusal};
use crate::model::{Login, Order, PageRequest, Slice, Timestamp, UserId};
use crate::store::{Awaited, Cells, Read, StoreError, Write};

const LIST: &str = "SELECT id, user_id, at, ip, device, kind, operator_id, refusal, place FROM logins
    WHERE user_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3";
const LIST_NEWEST_FIRST: &str =
    "SELECT id, user_id, at, ip, device, kind, operator_id, refusal, place FROM logins
    WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2";
const LIST_OLDEST_FIRST: &str =
    "SELECT id, user_id, at, ip, device, kind, operator_id, refusal, place FROM logins
    WHERE user_id = ?1 ORDER BY id LIMIT ?2";
const EXISTS_SUCCESS_AT_PLACE: &str = "SELECT 1 FROM logins WHERE user_id = ?1 AND refusal IS NULL AND kind <> 'support' AND place = ?2 LIMIT 1";
const EXISTS_SUCCESS_ELSEWHERE_ONLY: &str = "SELECT 1 WHERE EXISTS
    (SELECT 1 FROM logins WHERE user_id = ?1 AND refusal IS NULL AND kind = 'password') AND NOT EXISTS
    (SELECT 1 FROM logins WHERE user_id = ?1 AND refusal IS NULL AND kind <> 'support' AND place = ?2)";
const COUNT_PER_DAY: &str =
    "SELECT at / 86400000000 AS day, COUNT(*) - COUNT(refusal), COUNT(refusal) FROM logins
    WHERE at >= ?1 AND kind <> 'api_key' GROUP BY at / 86400000000 ORDER BY day";
const INSERT: &str = "INSERT INTO logins (id, user_id, at, ip, device, kind, operator_id, refusal, place)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
const CLEAR_OF_OPERATOR: &str = "UPDATE logins SET ip = '', device = NULL WHERE operator_id = ?1";
const DELETE_OF_USER: &str = "DELETE FROM logins WHERE user_id = ?1 AND id IN (SELECT id FROM logins WHERE user_id = ?1 ORDER BY id LIMIT ?2)";
const DELETE_OLD: &str = "DELETE FROM logins WHERE (user_id, id) IN (SELECT user_id, id FROM logins WHERE at < ?1 ORDER BY at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    LIST,
    LIST_NEWEST_FIRST,
    LIST_OLDEST_FIRST,
    EXISTS_SUCCESS_AT_PLACE,
    EXISTS_SUCCESS_ELSEWHERE_ONLY,
    COUNT_PER_DAY,
    INSERT,
    CLEAR_OF_OPERATOR,
    DELETE_OF_USER,
    DELETE_OLD,
];

fn from_row(cells: &mut Cells) -> Result<Login, StoreError> {
    Ok(Login {
        id: cells.id()?,
        user_id: cells.id()?,
        at: cells.at()?,
        ip: cells.text()?,
        device: cells.opt_text()?,
        kind: cells.parsed(LoginKind::parse)?,
        operator_id: cells.opt_id()?,
        refusal: cells.opt_parsed(LoginRefusal::parse)?,
        place: cells.text()?,
    })
}

/// A person's attempts to sign in, the newest first, with one more than `page.limit`.
pub fn list_logins(tx: &mut dyn Read, user_id: UserId, page: PageRequest) -> Result<Vec<Login>, StoreError> {
    tx.query(LIST, &[user_id.into(), page.after.into(), (page.limit + 1).into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// The part of a person's attempts to sign in that is counted off, up to its end.
pub fn list_logins_slice(tx: &mut dyn Read, user_id: UserId, slice: Slice) -> Result<Vec<Login>, StoreError> {
    let sql = match slice.order() {
        Order::NewestFirst => LIST_NEWEST_FIRST,
        Order::OldestFirst => LIST_OLDEST_FIRST,
    };
    tx.query(sql, &[user_id.into(), slice.rows().into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// Whether somebody was let in to a person's account from this place, other than operators.
pub fn exists_login_at(tx: &mut dyn Read, user_id: UserId, place: &str) -> Result<bool, StoreError> {
    Ok(!tx.query(EXISTS_SUCCESS_AT_PLACE, &[user_id.into(), place.into()])?.is_empty())
}

/// Asks whether a person has signed in before, other than by API keys and not by operators, and nobody but operators was
/// let in from this place.
pub fn ask_login_elsewhere_only(
    tx: &mut dyn Read,
    user_id: UserId,
    place: &str,
) -> Result<Awaited<bool>, StoreError> {
    let params = [user_id.into(), place.into()];
    Awaited::ask(tx, EXISTS_SUCCESS_ELSEWHERE_ONLY, &params, |rows| Ok(!rows.is_empty()))
}

/// How many sign-ins succeeded and how many failed on each day since `since`, other than by API keys.
pub fn count_logins_per_day(tx: &mut dyn Read, since: Timestamp) -> Result<(PerDay, PerDay), StoreError> {
    per_day::count_two(tx, COUNT_PER_DAY, since)
}

/// Adds an attempt.
pub fn insert_login(tx: &mut dyn Write, login: &Login) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            login.id.into(),
            login.user_id.into(),
            login.at.into(),
            (&login.ip).into(),
            login.device.as_deref().into(),
            login.kind.as_str().into(),
            login.operator_id.into(),
            login.refusal.map(LoginRefusal::as_str).into(),
            (&login.place).into(),
        ],
    )
}

/// Forgets up to `limit` of a person's attempts.
pub fn delete_logins_of_user(tx: &mut dyn Write, user_id: UserId, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OF_USER, &[user_id.into(), limit.into()])
}

/// Forgets up to `limit` attempts made before `before`.
pub fn delete_old_logins(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OLD, &[before.into(), limit.into()])
}

/// Forgets from where an operator signed in as others.
pub fn clear_places_of_operator(tx: &mut dyn Write, operator_id: UserId) -> Result<(), StoreError> {
    tx.queue(CLEAR_OF_OPERATOR, &[operator_id.into()])
}
