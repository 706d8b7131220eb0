//! How the processes that share a database hear of each other's changes.
//!
//! Each commit that caches must know of leaves a row in the table `changes`, in the same transaction; each process
//! looks at that table twice a second, on a connection of its own. Nothing is pushed: a connection that only listens
//! may be dead without anybody noticing, one that asks finds out.
//!
//! While a process can't ask, it can't know what has changed, so it trusts nothing that it remembers and the engine
//! answers that the database is not available. That ends by itself with the first answer.

use std::collections::HashSet;
use std::str::FromStr as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use uuid::Uuid;

use super::postgres_connect::{Address, ContactError, causes};
use super::postgres_session::Session;
use crate::store::{Announcement, OpenMode, Subscriber, Topic, Value};

/// How often each process looks.
const POLL: Duration = Duration::from_millis(500);

/// How long an answer to a look may take. Whoever does not hear one trusts nothing.
const PATIENCE: Duration = Duration::from_secs(3);

/// Every so many looks, all that is there is looked at, however old.
const LOOKS_BETWEEN_WHOLE_ONES: u32 = 4;

/// Looks between two removals.
const LOOKS_BETWEEN_REMOVALS: u32 = 60;

/// A process that has not looked for so long, in the server's microseconds, may have missed what was removed meanwhile.
const LONG_AGO: i64 = 20_000_000;

const DRAW_NAME: &str = "SELECT CAST(gen_random_uuid() AS TEXT)";

/// Times are the server's own, so that it does not matter what clocks the processes have.
const INSERT: &str = "INSERT INTO changes (id, at, node, what) VALUES (CAST(gen_random_uuid() AS TEXT),
    CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT), ?1, ?2)";

const NOW: &str = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";

/// A row is seen with its commit, which comes a moment after its time: so the last twenty seconds are looked at, each
/// time. Who commits later than that says so itself, if it lives.
const LIST_RECENT: &str = "SELECT id, what FROM changes
    WHERE at > CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) - 20000000 AND node <> ?1";

/// What was committed later than that by a process that has died since, as one may that waited for a replica, is found
/// here.
const LIST_ALL: &str = "SELECT id, what FROM changes WHERE node <> ?1";

const LIST_OLD: &str = "SELECT id FROM changes
    WHERE at < CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) - 60000000";

const DELETE: &str = "DELETE FROM changes WHERE id = ANY(?1)";

/// The name of no process.
const NOBODY: &str = "";

/// The word for [`Announcement::Everything`].
const EVERYTHING: &str = "everything";

/// What the engine and the one who watches tell each other.
#[derive(Default)]
pub(super) struct Contact {
    /// Whether the database does not answer.
    is_lost: AtomicBool,
    /// Whether a change may have been made whose row the others may overlook.
    owes_word: AtomicBool,
    /// Whether a change of this process may be made after it was given up: then its row is news here, too.
    hears_itself: AtomicBool,
}

impl Contact {
    /// Whether the database did not answer when it was last asked.
    pub(super) fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::SeqCst)
    }

    /// Has this process told what it changes, as it is of all others, from now on.
    pub(super) fn hear_oneself(&self) {
        self.hears_itself.store(true, Ordering::SeqCst);
    }

    /// Has everybody told, as soon as that is possible, that anything may have changed.
    pub(super) fn owe_word(&self) {
        self.owes_word.store(true, Ordering::SeqCst);
    }
}

/// A fresh name for this process.
pub(super) fn draw_name(session: &mut Session) -> Result<String, tokio_postgres::Error> {
    session.query_one(DRAW_NAME, &[])?.try_get(0)
}

/// Writes down, within its transaction, what a change makes known.
pub(super) fn write_down(
    session: &mut Session,
    node: &str,
    mode: OpenMode,
    changes: &[(Topic, Uuid)],
) -> Result<(), tokio_postgres::Error> {
    let what: Vec<String> = changes
        .iter()
        .filter(|(topic, _)| concerns_others(*topic, mode))
        .map(|(topic, id)| format!("{} {id}", word(*topic)))
        .collect();
    if what.is_empty() {
        return Ok(());
    }
    session.queue(INSERT, vec![Value::Text(node.to_owned()), Value::Text(what.join("\n"))])
}

/// Whether a change is news to other processes. Work that waits is done by the one that queued it, as long as it
/// lives; a command that only works beside the service leaves it to those that serve.
fn concerns_others(topic: Topic, mode: OpenMode) -> bool {
    match topic {
        Topic::Session | Topic::ApiKey | Topic::User | Topic::Org | Topic::SigningKey => true,
        Topic::Outbox | Topic::Job | Topic::Audit => mode == OpenMode::Beside,
    }
}

fn word(topic: Topic) -> &'static str {
    match topic {
        Topic::Session => "session",
        Topic::ApiKey => "api_key",
        Topic::User => "user",
        Topic::Org => "org",
        Topic::Outbox => "outbox",
        Topic::Job => "job",
        Topic::Audit => "audit",
        Topic::SigningKey => "signing_key",
    }
}

const TOPICS: [Topic; 8] = [
    Topic::Session,
    Topic::ApiKey,
    Topic::User,
    Topic::Org,
    Topic::Outbox,
    Topic::Job,
    Topic::Audit,
    Topic::SigningKey,
];

/// Reads a line that another process wrote. What a newer build says and this one does not know may mean anything.
fn read_line(line: &str) -> Announcement {
    let known = || {
        let (name, id) = line.split_once(' ')?;
        let topic = TOPICS.into_iter().find(|topic| word(*topic) == name)?;
        Some(Announcement::Changed(topic, Uuid::from_str(id).ok()?))
    };
    known().unwrap_or(Announcement::Everything)
}

/// The thread that watches.
pub(super) struct Watch {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Watch {
    /// Begins to watch, with a session that has just answered.
    pub(super) fn start(
        address: Address,
        mut session: Session,
        node: String,
        contact: Arc<Contact>,
        subscriber: Subscriber,
    ) -> std::io::Result<Self> {
        session.wait_no_longer_than(PATIENCE);
        let (stop, stopped) = channel();
        let mut watcher = Watcher {
            address,
            session: Some(session),
            node,
            contact,
            subscriber,
            seen: HashSet::new(),
            old: Vec::new(),
            looked_at: None,
            looks: 0,
        };
        let thread = std::thread::Builder::new()
            .name("gatepost-watch".to_owned())
            .spawn(move || watcher.run(&stopped))?;
        Ok(Self { stop, thread })
    }

    /// Ends it, and waits for the thread.
    pub(super) fn join(self) {
        drop(self.stop);
        let _panicked = self.thread.join();
    }
}

struct Watcher {
    address: Address,
    session: Option<Session>,
    node: String,
    contact: Arc<Contact>,
    subscriber: Subscriber,
    /// The rows of the last look at all, and those since.
    seen: HashSet<String>,
    /// The rows that were old when some were last removed: everybody has had the time to see them.
    old: Vec<String>,
    /// The server's time at the last look.
    looked_at: Option<i64>,
    looks: u32,
}

impl Watcher {
    fn run(&mut self, stopped: &Receiver<()>) {
        while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(POLL) {
            if let Err(error) = self.look() {
                self.session = None;
                // From here on nobody tells what others change: nothing that is remembered counts.
                (self.subscriber)(Announcement::Everything);
                self.find_again(&error);
            }
        }
    }

    /// Tells what others have changed since the last look.
    fn look(&mut self) -> Result<(), ContactError> {
        let Some(session) = &mut self.session else {
            return self.reconnect();
        };
        if self.contact.owes_word.swap(false, Ordering::SeqCst)
            && let Err(error) = session.execute(INSERT, &[&self.node, &EVERYTHING])
        {
            self.contact.owe_word();
            return Err(error.into());
        }
        let now: i64 = session.query_one(NOW, &[])?.try_get(0)?;
        if self.looked_at.is_some_and(|looked_at| now - looked_at > LONG_AGO) {
            (self.subscriber)(Announcement::Everything);
        }
        let is_whole = self.looks.is_multiple_of(LOOKS_BETWEEN_WHOLE_ONES);
        let mut listed = HashSet::new();
        let but = if self.contact.hears_itself.load(Ordering::SeqCst) { NOBODY } else { &self.node };
        for row in session.query(if is_whole { LIST_ALL } else { LIST_RECENT }, &[&but])? {
            let (id, what): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            if !self.seen.contains(&id) {
                for line in what.lines() {
                    (self.subscriber)(read_line(line));
                }
            }
            listed.insert(id);
        }
        if is_whole {
            self.seen = listed;
        } else {
            self.seen.extend(listed);
        }
        self.looked_at = Some(now);
        self.looks += 1;
        if self.looks.is_multiple_of(LOOKS_BETWEEN_REMOVALS) {
            session.execute(DELETE, &[&self.old])?;
            let old = session.query(LIST_OLD, &[])?;
            self.old = old.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        }
        Ok(())
    }

    /// Tries another connection at once: the one that broke may have been the only one.
    fn find_again(&mut self, error: &ContactError) {
        if let Err(error_again) = self.reconnect()
            && !self.contact.is_lost.swap(true, Ordering::SeqCst)
        {
            let (first, then) = (causes(error), causes(&error_again));
            tracing::error!(first, then, "The database does not answer; requests are refused until it does.");
        }
    }

    fn reconnect(&mut self) -> Result<(), ContactError> {
        let mut session = self.address.connect()?;
        session.wait_no_longer_than(PATIENCE);
        self.session = Some(session);
        // What was read meanwhile may have been changed unheard.
        (self.subscriber)(Announcement::Everything);
        if self.contact.is_lost.swap(false, Ordering::SeqCst) {
            tracing::info!("The database answers again.");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_down_is_read_back() {
        for topic in TOPICS {
            let line = format!("{} {}", word(topic), Uuid::from_u128(7));
            assert_eq!(read_line(&line), Announcement::Changed(topic, Uuid::from_u128(7)));
        }
    }

    #[test]
    fn what_is_not_understood_may_mean_anything() {
        for line in [EVERYTHING, "", "moon 0192", "session", "session nobody"] {
            assert_eq!(read_line(line), Announcement::Everything, "{line}");
        }
    }
}
