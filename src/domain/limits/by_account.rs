//! Attempts on accounts, counted in the database.
//!
//! Of each account there is one time: when its quota is whole again (the generic cell rate algorithm's theoretical
//! arrival time). An attempt puts it off, and one that would put it off further than the quota is long is refused and
//! leaves no trace. Whoever counts at the same moment, on whatever node, meets in one row.

use std::time::Duration;

use super::{Limited, Quota};
use crate::domain::clock::later;
use crate::domain::{App, Error};
use crate::model::Timestamp;
use crate::store::queries::rate_limits;

/// So much of an account's digest is kept: nobody finds two that share it.
const DIGEST_LENGTH: usize = 16;

/// Attempts on one account.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Attempts<'a> {
    what: Limited,
    account: &'a str,
    times: u32,
}

impl<'a> Attempts<'a> {
    /// So many attempts on an account, by the compared form of its address or name.
    pub(in crate::domain) fn new(what: Limited, account: &'a str, times: u32) -> Self {
        Self { what, account, times }
    }

    /// One attempt.
    pub(in crate::domain) fn one(what: Limited, account: &'a str) -> Self {
        Self::new(what, account, 1)
    }
}

impl App {
    /// Counts an attempt on an account, by the compared form of its address or name.
    ///
    /// # Errors
    /// `RateLimited` when there were too many.
    pub(in crate::domain) async fn check_account(&self, what: Limited, account: &str) -> Result<(), Error> {
        self.check_accounts([Attempts::one(what, account)]).await
    }

    /// Counts attempts on several accounts: all of them, or none.
    ///
    /// # Errors
    /// `RateLimited` when there were too many on any of them, with the time after which it is worth trying all again.
    pub(in crate::domain) async fn check_accounts(
        &self,
        attempts: impl IntoIterator<Item = Attempts<'_>>,
    ) -> Result<(), Error> {
        if !self.rules.limits_enabled {
            return Ok(());
        }
        let now = self.clock.now();
        let mut counted: Vec<Counted> =
            attempts.into_iter().filter_map(|attempts| self.counted(attempts, now)).collect();
        if counted.is_empty() {
            return Ok(());
        }
        // Several who count the same accounts take them in the same order, so that none waits for one that waits for it.
        counted.sort_unstable_by_key(|counted| counted.digest);
        self.store
            .write(move |tx| {
                let mut wait = Duration::ZERO;
                for counted in &counted {
                    let Counted { digest, until, furthest } = counted;
                    let restored_at = rate_limits::postpone(tx, digest, now, *until, *furthest)?;
                    let beyond = restored_at.duration_since(*furthest);
                    wait = wait.max(Duration::try_from(beyond).unwrap_or_default());
                }
                if wait.is_zero() { Ok(()) } else { Err(Error::RateLimited { retry_after: wait }) }
            })
            .await
    }

    fn counted(&self, attempts: Attempts<'_>, now: Timestamp) -> Option<Counted> {
        let Attempts { what, account, times } = attempts;
        let Quota { at_once, every } = what.quotas().by_account?;
        let digest = self.vault.digest("rate_limit", &[what.as_str().as_bytes(), account.as_bytes()]);
        let (digest, _) = digest.as_bytes().split_first_chunk()?;
        Some(Counted {
            digest: *digest,
            until: later(now, every * times),
            furthest: later(now, every * at_once),
        })
    }
}

/// What attempts on one account come to.
struct Counted {
    digest: [u8; DIGEST_LENGTH],
    /// When they alone would be restored.
    until: Timestamp,
    /// The quota is spent when it is restored only then.
    furthest: Timestamp,
}
