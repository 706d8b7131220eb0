//! Table `rate_limits`: when attempts on an account are all let through again, by a digest of the account.

use crate::model::Timestamp;
use crate::store::{StoreError, Write};

/// One statement, with no look at the row before: where it is not there yet, serializable transactions on different accounts
/// would be in each other's way.
const POSTPONE: &str = "INSERT INTO rate_limits (account_digest, restored_at) VALUES (?1, ?2)
    ON CONFLICT (account_digest) DO UPDATE SET restored_at = excluded.restored_at - ?3 + CASE
    WHEN rate_limits.restored_at < ?3 THEN ?3 WHEN rate_limits.restored_at > ?4 THEN ?4
    ELSE rate_limits.restored_at END RETURNING restored_at";
const DELETE_RESTORED: &str = "DELETE FROM rate_limits WHERE account_digest IN
    (SELECT account_digest FROM rate_limits WHERE restored_at <= ?1 ORDER BY restored_at, account_digest LIMIT ?2)";

pub const ALL: &[&str] = &[POSTPONE, DELETE_RESTORED];

/// Adds the time from `now` to `until` to when an account is restored, which is taken as no sooner than `now` and no
/// later than `furthest`. Answers when that is from here on.
pub fn postpone(
    tx: &mut dyn Write,
    account_digest: &[u8],
    now: Timestamp,
    until: Timestamp,
    furthest: Timestamp,
) -> Result<Timestamp, StoreError> {
    let params = [account_digest.into(), until.into(), now.into(), furthest.into()];
    let row = tx.query(POSTPONE, &params)?.pop();
    row.map_or(Ok(until), |row| row.cells().at())
}

/// Forgets up to `limit` accounts that are restored by now.
pub fn delete_restored(tx: &mut dyn Write, now: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_RESTORED, &[now.into(), limit.into()])
}
