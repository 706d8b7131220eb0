//! Forgets what is over, in small batches, so that no caller waits behind it.

use std::time::Duration;

use crate::domain::accounts::email_change;
use crate::domain::clock::earlier;
use crate::domain::{App, Error};
use crate::domain::{lockout, once};
use crate::store::queries::{
    api_keys, audit_personal, email_changes, idempotency_keys, jobs, lockouts, logins, one_time_tokens,
    outbox, ownership_transfers, rate_limits, sessions, sign_ups, signing_keys,
};

/// Rows forgotten in one transaction.
const BATCH: u32 = 500;

const DAY: Duration = Duration::from_hours(24);

/// A spent or expired token is answered as such for so long, then as unknown.
const TOKENS_KEPT: Duration = Duration::from_hours(30 * 24);

/// Letters that were sent or given up are kept for so long, for whoever asks what became of them.
const LETTERS_KEPT: Duration = Duration::from_hours(30 * 24);

/// Attempts to sign in are kept for so long, for their person to look up.
const LOGINS_KEPT: Duration = Duration::from_hours(90 * 24);

/// Expired API keys are kept for so long, for their person to see why a program is refused.
const API_KEYS_KEPT: Duration = Duration::from_hours(90 * 24);

/// Jobs that were done, failed or were taken back are kept for so long, for whoever asked for them.
const JOBS_KEPT: Duration = Duration::from_hours(30 * 24);

/// How many rows a sweep forgot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// One-time tokens that expired long ago.
    pub tokens: u64,
    /// Ownership transfers whose token is forgotten.
    pub transfers: u64,
    /// Sessions that ended or were not used.
    pub sessions: u64,
    /// Letters that were sent or given up long ago.
    pub letters: u64,
    /// Attempts to sign in, made long ago.
    pub logins: u64,
    /// Wrong guesses that count no longer.
    pub lockouts: u64,
    /// Accounts whose attempts are all let through again.
    pub rate_limits: u64,
    /// API keys that expired long ago.
    pub api_keys: u64,
    /// Sign-ups whose letter was not used in time.
    pub sign_ups: u64,
    /// From where visitors acted, long ago.
    pub visitors: u64,
    /// Changes of address that nothing can be done with any more.
    pub email_changes: u64,
    /// Calls that were made with a key, a day ago.
    pub idempotency_keys: u64,
    /// Jobs that were finished long ago.
    pub jobs: u64,
    /// Signing keys that no session of their time is left of.
    pub signing_keys: u64,
}

impl Swept {
    fn counts(self) -> [u64; 14] {
        let Self {
            tokens,
            transfers,
            sessions,
            letters,
            logins,
            lockouts,
            rate_limits,
            api_keys,
            sign_ups,
            visitors,
            email_changes,
            idempotency_keys,
            jobs,
            signing_keys,
        } = self;
        [
            tokens,
            transfers,
            sessions,
            letters,
            logins,
            lockouts,
            rate_limits,
            api_keys,
            sign_ups,
            visitors,
            email_changes,
            idempotency_keys,
            jobs,
            signing_keys,
        ]
    }

    fn largest(self) -> u64 {
        self.counts().into_iter().max().unwrap_or_default()
    }

    fn add(&mut self, batch: Self) {
        self.tokens += batch.tokens;
        self.transfers += batch.transfers;
        self.sessions += batch.sessions;
        self.letters += batch.letters;
        self.logins += batch.logins;
        self.lockouts += batch.lockouts;
        self.rate_limits += batch.rate_limits;
        self.api_keys += batch.api_keys;
        self.sign_ups += batch.sign_ups;
        self.visitors += batch.visitors;
        self.email_changes += batch.email_changes;
        self.idempotency_keys += batch.idempotency_keys;
        self.jobs += batch.jobs;
        self.signing_keys += batch.signing_keys;
    }
}

/// Forgets what is over by now, batch by batch until nothing is left.
///
/// # Errors
/// When the database does not answer; what was forgotten before stays forgotten.
pub async fn sweep(app: &App) -> Result<Swept, Error> {
    app.limits.forget_idle();
    let mut swept = Swept::default();
    loop {
        let batch = sweep_once(app).await?;
        swept.add(batch);
        if batch.largest() < u64::from(BATCH) {
            return Ok(swept);
        }
    }
}

async fn sweep_once(app: &App) -> Result<Swept, Error> {
    let now = app.clock.now();
    let idle_before = earlier(now, app.rules.lifetimes.session_idle);
    let ended_before = earlier(now, DAY);
    let (tokens_before, letters_before) = (earlier(now, TOKENS_KEPT), earlier(now, LETTERS_KEPT));
    let (logins_before, guesses_before) = (earlier(now, LOGINS_KEPT), earlier(now, lockout::REMEMBERED));
    let keys_before = earlier(now, API_KEYS_KEPT);
    let changes_before = earlier(now, email_change::UNDO_WITHIN);
    let calls_before = earlier(now, once::REMEMBERED);
    let jobs_before = earlier(now, JOBS_KEPT);
    let retired_before = earlier(now, app.rules.lifetimes.session_total);
    app.store
        .write(move |tx| {
            Ok(Swept {
                tokens: one_time_tokens::delete_expired_tokens(tx, tokens_before, BATCH)?,
                transfers: ownership_transfers::delete_old_transfers(tx, tokens_before, BATCH)?,
                sessions: sessions::delete_dead_sessions(tx, idle_before, ended_before, BATCH)?,
                letters: outbox::delete_finished_letters(tx, letters_before, BATCH)?,
                logins: logins::delete_old_logins(tx, logins_before, BATCH)?,
                lockouts: lockouts::delete_old_lockouts(tx, guesses_before, BATCH)?,
                rate_limits: rate_limits::delete_restored(tx, now, BATCH)?,
                api_keys: api_keys::delete_expired_api_keys(tx, keys_before, BATCH)?,
                sign_ups: sign_ups::delete_expired_sign_ups(tx, now, BATCH)?,
                visitors: audit_personal::delete_over(tx, now, BATCH)?,
                email_changes: email_changes::delete_old_email_changes(tx, changes_before, BATCH)?,
                idempotency_keys: idempotency_keys::delete_old_idempotency_keys(tx, calls_before, BATCH)?,
                jobs: jobs::delete_finished_jobs(tx, jobs_before, BATCH)?,
                signing_keys: signing_keys::delete_retired_signing_keys(tx, retired_before)?,
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_add_up() {
        let batch = Swept {
            tokens: 1,
            transfers: 2,
            sessions: 3,
            letters: 4,
            logins: 5,
            lockouts: 6,
            rate_limits: 7,
            api_keys: 8,
            sign_ups: 9,
            visitors: 10,
            email_changes: 11,
            idempotency_keys: 12,
            jobs: 13,
            signing_keys: 14,
        };
        let mut all = batch;
        all.add(batch);
        assert_eq!(all.counts(), batch.counts().map(|count| 2 * count));
        assert_eq!(batch.largest(), 14);
    }
}
