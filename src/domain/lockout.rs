//! Guessing waits: after a number of wrong guesses in a row an account's secret is not looked at for a
//! while, longer with each further one.
//!
//! Counted per account, not per session, challenge or spelling of the name, in the database: neither a
//! restart nor guesses made at the same time get around it. A name that nobody has is counted too, or
//! else the lock would tell who exists; for those there are only so many counters. A lock can always be
//! left by resetting the password.

use std::time::Duration;

use super::Error;
use super::change::Change;
use super::clock::{earlier, later};
use crate::crypto::digest::Digest;
use crate::model::{Timestamp, UserId};
use crate::store::queries::lockouts::{self, Lockout};
use crate::store::{Read, StoreError};

/// How long the first lock lasts.
const FIRST: Duration = Duration::from_secs(30);

/// No lock lasts longer.
const LONGEST: Duration = Duration::from_hours(1);

/// Wrong guesses are forgotten when none was made for so long.
pub(in crate::domain) const REMEMBERED: Duration = Duration::from_hours(24);

/// A secret that can be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Guess {
    /// The password.
    Password,
    /// A code of the second factor.
    Code,
}

impl Guess {
    /// All of them.
    pub(in crate::domain) const ALL: [Self; 2] = [Self::Password, Self::Code];

    /// What the account of a person is counted under, before their id.
    pub(in crate::domain) fn prefix(self) -> &'static str {
        match self {
            Self::Password => "password:",
            Self::Code => "code:",
        }
    }

    /// So many wrong guesses, and the first lock follows.
    fn allowed(self) -> i64 {
        match self {
            Self::Password => 10,
            Self::Code => 5,
        }
    }
}

/// The account whose secret is guessed at.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Account {
    guess: Guess,
    key: String,
}

impl Account {
    /// What it is counted under.
    pub(in crate::domain) fn key(&self) -> &str {
        &self.key
    }

    /// A person's.
    pub(in crate::domain) fn of(guess: Guess, user_id: UserId) -> Self {
        Self { guess, key: format!("{}{user_id}", guess.prefix()) }
    }

    /// Nobody's, by the name that was typed. There are 2²⁰ counters for all names there can be, so
    /// that made-up names can't fill the database.
    pub(in crate::domain) fn of_nobody(guess: Guess, name: &str) -> Self {
        let [a, b, c, ..] = *Digest::of(name.as_bytes()).as_bytes();
        Self { guess, key: format!("{}?{a:02x}{b:02x}{:x}", guess.prefix(), c >> 4) }
    }
}

/// Refuses while guessing waits.
///
/// # Errors
/// `RateLimited`, with the time that is left.
pub(in crate::domain) fn require_open(
    tx: &mut dyn Read,
    account: &Account,
    now: Timestamp,
) -> Result<(), Error> {
    require_over(lockouts::find_lockout(tx, &account.key)?.as_ref(), now)
}

/// As [`require_open`], by what was read of an account.
pub(in crate::domain) fn require_over(lockout: Option<&Lockout>, now: Timestamp) -> Result<(), Error> {
    match lockout.and_then(|lockout| lockout.locked_until).filter(|until| *until > now) {
        Some(until) => {
            let left = until.duration_since(now);
            Err(Error::RateLimited { retry_after: Duration::try_from(left).unwrap_or(LONGEST) })
        }
        None => Ok(()),
    }
}

/// Counts a wrong guess, and locks when there were too many.
pub(in crate::domain) fn count_wrong(change: &mut Change<'_>, account: &Account) -> Result<(), StoreError> {
    let now = change.now;
    let before = lockouts::find_lockout(change.tx, &account.key)?
        .filter(|lockout| lockout.last_failed_at > earlier(now, REMEMBERED))
        .map_or(0, |lockout| lockout.failures);
    let failures = before + 1;
    let beyond = failures - account.guess.allowed();
    let locked_until = u32::try_from(beyond).ok().map(|beyond| later(now, delay(beyond)));
    lockouts::upsert_lockout(change.tx, &account.key, Lockout { failures, locked_until, last_failed_at: now })
}

/// Forgets the wrong guesses: somebody has shown who they are.
pub(in crate::domain) fn forget(change: &mut Change<'_>, account: &Account) -> Result<(), StoreError> {
    lockouts::delete_lockout(change.tx, &account.key)
}

/// Doubles with each guess beyond the allowed ones.
fn delay(beyond: u32) -> Duration {
    FIRST.saturating_mul(2_u32.saturating_pow(beyond)).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_grow_and_have_an_end() {
        assert_eq!(delay(0), Duration::from_secs(30));
        assert_eq!(delay(1), Duration::from_mins(1));
        assert_eq!(delay(60), LONGEST);
    }

    #[test]
    fn made_up_names_share_a_bounded_number_of_counters() {
        let keys: std::collections::HashSet<String> =
            (0..1000).map(|n| Account::of_nobody(Guess::Password, &format!("nobody{n}")).key).collect();
        assert!(keys.iter().all(|key| key.len() == "password:?".len() + 5));
        assert!(keys.len() > 900);
    }
}
