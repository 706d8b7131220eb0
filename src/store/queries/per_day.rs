//! Counts by day, for every table that is counted so: how many rows fall on each day by UTC.
//!
//! A day is told by its number since 1970, which an engine finds by dividing microseconds: none needs to know dates.

use std::collections::BTreeMap;

use crate::model::Timestamp;
use crate::store::{Read, StoreError};

/// Microseconds of a day, as the statements that count have it.
pub const MICROS_PER_DAY: i64 = 86_400_000_000;

/// How many there were on a day, by its number; days without any are left out.
pub type PerDay = BTreeMap<i64, i64>;

/// What a statement counts since a time: rows of a day and two counts.
pub(super) fn count_two(
    tx: &mut dyn Read,
    sql: &'static str,
    since: Timestamp,
) -> Result<(PerDay, PerDay), StoreError> {
    let (mut first, mut second) = (PerDay::new(), PerDay::new());
    for row in tx.query(sql, &[since.into()])? {
        let cells = &mut row.cells();
        let day = cells.int()?;
        first.insert(day, cells.int()?);
        second.insert(day, cells.int()?);
    }
    Ok((first, second))
}
