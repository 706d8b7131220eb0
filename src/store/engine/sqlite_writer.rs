//! The one thread that writes, and how it shares a commit.
//!
//! A durable commit waits for the disk. So the writer takes one unit of work, begins a transaction,
//! runs it in a savepoint of its own, and goes on with whatever has queued up meanwhile, without
//! waiting for more; then one COMMIT makes all of it durable, and only then is anybody answered. A
//! unit that fails or panics rolls back to its own savepoint and takes nobody with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::sqlite_tx::{SqliteTx, translate};
use crate::store::{Announcement, StoreError, Subscriber, Write};

/// Units that may wait. Past it a caller hears at once that the database is too busy.
const QUEUE_LENGTH: usize = 1024;

/// Units that may share one commit, so that the first of them does not wait for ever.
const GROUP_SIZE: usize = 256;

/// How often the writer looks, while idle, whether another process has written.
const POLL: Duration = Duration::from_millis(250);

pub(super) fn driver(error: rusqlite::Error) -> StoreError {
    translate(error)
}

/// Where units wait for the writer.
pub(super) struct Queue(Mutex<Option<SyncSender<Box<dyn Unit>>>>);

impl Queue {
    /// Queues a unit; `reply` hears of it once it is durable.
    pub(super) fn push<T, E, F>(&self, run: F, reply: oneshot::Sender<Result<T, E>>) -> Result<(), StoreError>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: Fn(&mut dyn Write) -> Result<T, E> + Send + 'static,
    {
        let guard = self.0.lock().map_err(|_| StoreError::Unavailable("it is closed"))?;
        let sender = guard.as_ref().ok_or(StoreError::Unavailable("it is closed"))?;
        sender.try_send(Box::new(Job { run, outcome: None, reply })).map_err(|error| match error {
            TrySendError::Full(_) => StoreError::Unavailable("too many changes are waiting"),
            TrySendError::Disconnected(_) => StoreError::Unavailable("it is closed"),
        })
    }

    /// Takes no more; what waits is still done.
    pub(super) fn close(&self) {
        if let Ok(mut sender) = self.0.lock() {
            sender.take();
        }
    }
}

/// The writer's thread.
pub(super) struct Writer(JoinHandle<()>);

impl Writer {
    pub(super) fn start(connection: Connection, subscriber: Subscriber) -> std::io::Result<(Self, Queue)> {
        let (sender, receiver) = sync_channel(QUEUE_LENGTH);
        let mut work = Work { connection, subscriber, data_version: 0, has_written: false };
        // Looked up before anybody can read: what another process writes from now on is announced.
        work.data_version = work.read_data_version();
        let thread = std::thread::Builder::new()
            .name("gatepost-writer".to_owned())
            .spawn(move || work.run(&receiver))?;
        Ok((Self(thread), Queue(Mutex::new(Some(sender)))))
    }

    /// Waits for the thread to end.
    pub(super) fn join(self) {
        let _panicked = self.0.join();
    }
}

/// One caller's change.
trait Unit: Send {
    /// Does the change, and tells whether its rows are to be kept.
    fn run(&mut self, tx: &mut dyn Write) -> bool;
    /// Answers the caller: with its own outcome if the group is durable, else with the failure.
    fn answer(self: Box<Self>, durable: Result<(), StoreError>);
}

struct Job<T, E, F> {
    run: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Unit for Job<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: Fn(&mut dyn Write) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut dyn Write) -> bool {
        let outcome = (self.run)(tx);
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }

    fn answer(self: Box<Self>, durable: Result<(), StoreError>) {
        let answer = match durable {
            Ok(()) => self
                .outcome
                .unwrap_or_else(|| Err(StoreError::driver("a change panicked and was rolled back").into())),
            Err(failure) => Err(failure.into()),
        };
        // The caller may have gone away; the change stands all the same.
        let _gone = self.reply.send(answer);
    }
}

/// A unit that has run, and what became of it.
struct Ran {
    unit: Box<dyn Unit>,
    failure: Option<StoreError>,
}

struct Work {
    connection: Connection,
    subscriber: Subscriber,
    data_version: i64,
    has_written: bool,
}

impl Work {
    fn run(&mut self, queue: &Receiver<Box<dyn Unit>>) {
        loop {
            match queue.recv_timeout(POLL) {
                Ok(first) => self.commit_group(first, queue),
                Err(RecvTimeoutError::Timeout) => self.rest(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.shorten_log();
    }

    fn commit_group(&mut self, first: Box<dyn Unit>, queue: &Receiver<Box<dyn Unit>>) {
        self.look_for_other_writers();
        if let Err(error) = self.execute("BEGIN IMMEDIATE") {
            first.answer(Err(translate(error)));
            return;
        }
        let mut group = Vec::new();
        let mut announcements = Vec::new();
        let mut next = Some(first);
        while let Some(unit) = next {
            let ran = self.run_unit(unit, &mut announcements);
            group.push(ran);
            // A full disk and the like end the whole transaction: what ran before is gone as well.
            if self.connection.is_autocommit() {
                answer_all(group, &Err(StoreError::Unavailable("its disk is full or failing")));
                return;
            }
            next = if group.len() < GROUP_SIZE { queue.try_recv().ok() } else { None };
        }
        let durable = self.execute("COMMIT").map_err(translate);
        if durable.is_ok() {
            self.has_written = true;
            for announcement in announcements {
                (self.subscriber)(announcement);
            }
        } else if !self.connection.is_autocommit() {
            let _ended = self.execute("ROLLBACK");
        }
        answer_all(group, &durable);
    }

    /// Runs one unit in a savepoint. Its announcements count only if its rows are kept.
    fn run_unit(&self, mut unit: Box<dyn Unit>, announcements: &mut Vec<Announcement>) -> Ran {
        if let Err(error) = self.execute("SAVEPOINT unit") {
            return Ran { unit, failure: Some(translate(error)) };
        }
        let mut tx = SqliteTx::new(&self.connection);
        let keep = catch_unwind(AssertUnwindSafe(|| unit.run(&mut tx))).unwrap_or(false);
        let swallowed = if keep { tx.failure().cloned() } else { None };
        let is_kept = keep && swallowed.is_none();
        if is_kept {
            announcements.extend(tx.into_announcements());
        }
        let ended = if self.connection.is_autocommit() { Ok(()) } else { self.end_savepoint(is_kept) };
        if ended.is_err() && !self.connection.is_autocommit() {
            // Rows that could not be taken back may not be committed with the others'.
            let _ended = self.execute("ROLLBACK");
        }
        Ran { unit, failure: swallowed.or_else(|| ended.err().map(translate)) }
    }

    fn end_savepoint(&self, is_kept: bool) -> rusqlite::Result<()> {
        if !is_kept {
            self.execute("ROLLBACK TO unit")?;
        }
        self.execute("RELEASE unit")
    }

    /// Runs a statement that frames units. Each is prepared once, not anew for every unit.
    fn execute(&self, sql: &'static str) -> rusqlite::Result<()> {
        self.connection.prepare_cached(sql)?.execute([]).map(|_| ())
    }

    /// What is done when nobody waits.
    fn rest(&mut self) {
        self.look_for_other_writers();
        if self.has_written {
            self.has_written = false;
            self.shorten_log();
        }
    }

    /// Copies the write-ahead log into the file, so that it does not grow and backups stay small.
    fn shorten_log(&self) {
        if let Err(error) = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
            tracing::debug!(%error, "The write-ahead log could not be shortened now; it will be tried again.");
        }
    }

    /// A command beside the server wrote: what caches hold may be out of date.
    fn look_for_other_writers(&mut self) {
        let seen = self.read_data_version();
        if seen != self.data_version {
            self.data_version = seen;
            (self.subscriber)(Announcement::Everything);
        }
    }

    /// Changes only when another connection commits (SQLite's `PRAGMA data_version`).
    fn read_data_version(&self) -> i64 {
        self.connection
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .unwrap_or(-1)
    }
}

fn answer_all(group: Vec<Ran>, durable: &Result<(), StoreError>) {
    for Ran { unit, failure } in group {
        unit.answer(failure.map_or_else(|| durable.clone(), Err));
    }
}
