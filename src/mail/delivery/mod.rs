//! The worker that empties the outbox.
//!
//! It claims a letter by a short lease, sends it, prolonging the lease as long as that takes, and records
//! what became of it. A crash in between leaves the lease to run out, and the letter is claimed again, by
//! whichever process is next: a duplicate is possible, a loss is not. A letter that fails, however that
//! happens, never stops the others.

mod attempt;
mod backoff;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::{Clock, Renderer, Transport, reply};
use crate::crypto::vault::Vault;
use crate::model::Timestamp;
use crate::model::email_address::mask;
use crate::store::queries::outbox::{self, Account, OutboxLetter};
use crate::store::{Store, StoreError};

use attempt::Outcome;

/// How many letters are on their way at once: mail servers dislike more from one place.
const CONCURRENT: usize = 4;
/// How long a claimed letter is this worker's, unless it says again that it is at it.
const LEASE: SignedDuration = SignedDuration::from_secs(20);
/// How often it says so.
const PROLONG_EVERY: Duration = Duration::from_secs(5);
/// A claim that took longer than this is prolonged before anything is sent.
const HASTE: SignedDuration = SignedDuration::from_secs(10);
/// How long the worker sleeps when nothing wakes it: letters may have been queued by another process, which died.
const LONGEST_REST: Duration = Duration::from_secs(5);
/// How long it sleeps at least, so that a letter that another worker holds is not asked for all the time.
const SHORTEST_REST: Duration = Duration::from_millis(200);

/// Delivers what is in the outbox. Cheap to clone.
#[derive(Clone)]
pub struct Delivery {
    shared: Arc<Shared>,
}

struct Shared {
    store: Store,
    vault: Arc<Vault>,
    renderer: Renderer,
    transport: Transport,
    clock: Clock,
}

impl Delivery {
    /// Makes a worker; it begins with [`run`](Self::run) or [`deliver_due`](Self::deliver_due).
    pub fn new(
        store: Store,
        vault: Arc<Vault>,
        renderer: Renderer,
        transport: Transport,
        clock: Clock,
    ) -> Self {
        Self { shared: Arc::new(Shared { store, vault, renderer, transport, clock }) }
    }

    /// Delivers letters when they are due until `stop` is over, then finishes those on their way.
    ///
    /// `wake` says that a letter may have been queued: call [`Notify::notify_one`], which also reaches
    /// a worker that is busy.
    pub async fn run(self, wake: Arc<Notify>, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        let mut under_way = JoinSet::new();
        loop {
            let rest = self.start_due(&mut under_way).await;
            tokio::select! {
                biased; // Once stopped, it begins nothing new, whatever else has happened.
                () = &mut stop => break,
                Some(_) = under_way.join_next() => {}
                () = wake.notified() => {}
                () = sleep(rest) => {}
            }
        }
        while under_way.join_next().await.is_some() {}
    }

    /// Delivers all that is due now, once, and tells how many letters that were, taken or not.
    pub async fn deliver_due(&self) -> usize {
        let mut under_way = JoinSet::new();
        let mut count = 0;
        loop {
            self.claim_and_start(&mut under_way).await;
            if under_way.join_next().await.is_none() {
                return count;
            }
            count += 1;
        }
    }

    /// Starts as many due letters as there is room for, and tells how long nothing else is due.
    async fn start_due(&self, under_way: &mut JoinSet<()>) -> Duration {
        self.claim_and_start(under_way).await;
        let next = self.shared.store.read(|tx| -> Result<_, StoreError> { outbox::next_due_at(tx) }).await;
        match next {
            Ok(Some(at)) if under_way.len() < CONCURRENT => rest_until(at, (self.shared.clock)()),
            // With all hands full, the first letter to arrive is what is waited for.
            Ok(_) => LONGEST_REST,
            Err(error) => {
                tracing::error!(%error, "The outbox can't be read; letters wait.");
                LONGEST_REST
            }
        }
    }

    async fn claim_and_start(&self, under_way: &mut JoinSet<()>) {
        let room = u32::try_from(CONCURRENT.saturating_sub(under_way.len())).unwrap_or_default();
        if room == 0 {
            return;
        }
        let now = (self.shared.clock)();
        let lease_until = later(now, LEASE);
        let claimed = self
            .shared
            .store
            .write(move |tx| -> Result<_, StoreError> { outbox::claim_due(tx, now, lease_until, room) })
            .await;
        match claimed {
            Ok(letters) => {
                // A claim whose commit took long, waiting for a replica, may be over: another worker may have followed.
                let is_late = (self.shared.clock)() >= later(now, HASTE);
                for letter in letters {
                    if !is_late || self.prolong(&letter).await {
                        under_way.spawn(self.clone().deliver(letter));
                    }
                }
            }
            Err(error) => tracing::error!(%error, "The outbox can't be read; letters wait."),
        }
    }

    async fn deliver(self, letter: OutboxLetter) {
        let letter = Arc::new(letter);
        // A task of its own, so that a panic ends the attempt and not what records it.
        let mut attempt = tokio::spawn(attempt::make(Arc::clone(&self.shared), Arc::clone(&letter)));
        let attempt = loop {
            tokio::select! {
                attempt = &mut attempt => break attempt,
                () = sleep(PROLONG_EVERY) => {
                    // What is under way can't be called back, whoever else is at it.
                    let _still_ours = self.prolong(&letter).await;
                }
            }
        };
        let (outcome, dialogue) = attempt.unwrap_or_else(|_| {
            (Outcome::NotNow("the attempt broke off by a fault of Gatepost".to_owned()), Vec::new())
        });
        self.record(&letter, outcome, dialogue).await;
    }

    /// Keeps a letter from being claimed by another worker; `false` where that can't be said of it.
    async fn prolong(&self, letter: &OutboxLetter) -> bool {
        let (id, attempts) = (letter.id, letter.attempts);
        let lease_until = later((self.shared.clock)(), LEASE);
        let prolonged = self
            .shared
            .store
            .write(move |tx| -> Result<_, StoreError> {
                outbox::prolong_claim(tx, id, attempts, lease_until)
            })
            .await;
        prolonged.unwrap_or_else(|error| {
            tracing::warn!(%id, %error, "A letter on its way may be sent by another process too.");
            false
        })
    }

    async fn record(&self, letter: &OutboxLetter, outcome: Outcome, dialogue: Vec<String>) {
        let (id, attempts) = (letter.id, letter.attempts);
        let now = (self.shared.clock)();
        let to = mask(&letter.recipient);
        let kind = &letter.kind;
        let store = &self.shared.store;
        let recorded = match outcome {
            Outcome::Sent(reply) => {
                tracing::info!(%id, kind, to, reply = reply::logged(&reply), "A letter was sent.");
                let account = Account { reply, dialogue };
                store
                    .write(move |tx| -> Result<_, StoreError> { outbox::mark_sent(tx, id, now, &account) })
                    .await
            }
            Outcome::Failed(reply) => self.record_failure(letter, now, Account { reply, dialogue }).await,
            Outcome::NotNow(words) => match backoff::next_attempt_at(id, attempts, now) {
                None => self.record_failure(letter, now, Account { reply: words, dialogue }).await,
                Some(at) => {
                    // There is nothing to send after that; it fails then, and says why.
                    let at = at.min(letter.expires_at);
                    let reply = reply::logged(&words);
                    tracing::warn!(%id, kind, to, reply, next_attempt_at = %at, "A letter was not taken and is tried again.");
                    let account = Account { reply: words, dialogue };
                    store
                        .write(move |tx| -> Result<_, StoreError> {
                            outbox::mark_for_retry(tx, id, attempts, at, &account)
                        })
                        .await
                }
            },
        };
        if let Err(error) = recorded {
            tracing::error!(%id, %error, "What became of a letter could not be recorded; it is sent again.");
        }
    }

    async fn record_failure(
        &self,
        letter: &OutboxLetter,
        now: Timestamp,
        account: Account,
    ) -> Result<(), StoreError> {
        let (id, attempts) = (letter.id, letter.attempts);
        let to = mask(&letter.recipient);
        let reply = reply::logged(&account.reply);
        tracing::warn!(%id, kind = letter.kind, to, reply, "A letter failed for good.");
        self.shared
            .store
            .write(move |tx| -> Result<_, StoreError> {
                outbox::mark_failed(tx, id, attempts, now, &account)
            })
            .await
    }
}

fn rest_until(at: Timestamp, now: Timestamp) -> Duration {
    let rest = Duration::try_from(at.duration_since(now)).unwrap_or_default();
    rest.clamp(SHORTEST_REST, LONGEST_REST)
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}
