//! SQLite: one writer that commits in groups, a pool of readers beside it.

use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use tokio::sync::{Semaphore, oneshot};

use super::sqlite_tx::SqliteTx;
use super::sqlite_writer::{Writer, driver};
use crate::store::migrate::{self, FIND_OLDEST_READER, INSERT_SCHEMA_INFO, OLDEST_READER, SCHEMA_VERSION};
use crate::store::{OpenError, Read, StoreError, Subscriber, Write};

/// As many as cores make sense of; a reader only waits for the disk cache.
const READERS: u32 = 4;

/// How long a write waits for another process (a command beside the server) to finish its own.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

pub(in crate::store) struct SqliteEngine {
    readers: r2d2::Pool<SqliteConnectionManager>,
    places: Arc<Semaphore>,
    writer: Mutex<Option<Writer>>,
    queue: super::sqlite_writer::Queue,
    /// Held as long as this process serves the file.
    _lock: Option<File>,
}

impl SqliteEngine {
    pub(in crate::store) fn open(
        path: &Path,
        lock: Option<File>,
        subscriber: Subscriber,
    ) -> Result<Self, OpenError> {
        let unusable = |error: &dyn std::fmt::Display| OpenError::Unusable {
            path: path.to_owned(),
            reason: error.to_string(),
        };
        let mut connection = Connection::open(path).map_err(|error| unusable(&error))?;
        connection.busy_timeout(BUSY_TIMEOUT).map_err(|error| unusable(&error))?;
        if is_of_another_program(&connection).map_err(|error| unusable(&error))? {
            return Err(unusable(&"it holds tables of another program"));
        }
        set_pragmas(&connection).map_err(|error| unusable(&error))?;
        let oldest_reader = migrate(&mut connection).map_err(|error| unusable(&error))?;
        if oldest_reader > SCHEMA_VERSION {
            let database = path.display().to_string();
            return Err(OpenError::TooNew { database, oldest_reader, known: SCHEMA_VERSION });
        }
        let manager = SqliteConnectionManager::file(path)
            .with_flags(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .with_init(|connection| {
                set_pragmas(connection)?;
                connection.pragma_update(None, "query_only", true)
            });
        let readers = r2d2::Pool::builder()
            .max_size(READERS)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .build(manager)
            .map_err(|error| unusable(&error))?;
        let (writer, queue) = Writer::start(connection, subscriber).map_err(|error| unusable(&error))?;
        Ok(Self {
            readers,
            places: Arc::new(Semaphore::new(READERS as usize)),
            writer: Mutex::new(Some(writer)),
            queue,
            _lock: lock,
        })
    }

    pub(in crate::store) async fn read<T, E>(
        &self,
        unit: impl Fn(&mut dyn Read) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.with_reader(move |connection| {
            let transaction = connection.transaction().map_err(driver)?;
            let outcome = unit(&mut SqliteTx::new(&transaction));
            transaction.rollback().map_err(driver)?;
            outcome
        })
        .await
    }

    /// Its one statement is a transaction by itself.
    pub(in crate::store) async fn look_up<T, E>(
        &self,
        unit: impl Fn(&mut dyn Read) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.with_reader(move |connection| unit(&mut SqliteTx::new(connection))).await
    }

    async fn with_reader<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        // The permit travels with the work: a caller that goes away does not free a busy reader.
        let permit = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|_| StoreError::Unavailable("it is closed"))?;
        let readers = self.readers.clone();
        let done = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let mut connection =
                readers.get().map_err(|_| StoreError::Unavailable("no connection could be opened"))?;
            work(&mut connection)
        });
        done.await.unwrap_or_else(|error| Err(StoreError::driver(error).into()))
    }

    pub(in crate::store) async fn write<T, E>(
        &self,
        unit: impl Fn(&mut dyn Write) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.queue.push(unit, reply)?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Unavailable("it is closed").into()))
    }

    pub(in crate::store) async fn close(&self) {
        self.places.close();
        self.queue.close();
        let writer = self.writer.lock().ok().and_then(|mut writer| writer.take());
        if let Some(writer) = writer {
            // The thread ends by itself once the queue is closed and empty.
            let _ended = tokio::task::spawn_blocking(move || writer.join()).await;
        }
    }
}

/// What every connection needs. `busy_timeout` first, so that the others wait their turn.
fn set_pragmas(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten, not only unlinked: an erased person must not be found in the file.
    connection.pragma_update(None, "secure_delete", true)?;
    // Otherwise the plan of a statement may depend on the numbers bound to it, and SQLite prepares each one
    // with a `LIMIT ?` anew whenever it is run.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A long reader lets the log grow; it shrinks back to this when it can.
    connection.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Whether a database has tables, and none of ours. Asked before anything in the file is changed.
fn is_of_another_program(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT COUNT(*) > 0 AND COUNT(*) FILTER (WHERE name = 'schema_info') = 0 FROM sqlite_master",
        [],
        |row| row.get(0),
    )
}

/// Makes a fresh database, and tells the oldest build that may use this one.
fn migrate(connection: &mut Connection) -> rusqlite::Result<i64> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let exists = transaction
        .query_row(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_info'",
            [],
            |_| Ok(()),
        )
        .optional()?
        .is_some();
    if !exists {
        transaction.execute_batch(&migrate::schema(&WORDS))?;
        transaction.execute(INSERT_SCHEMA_INFO, [SCHEMA_VERSION, OLDEST_READER])?;
    }
    let oldest_reader = transaction.query_row(FIND_OLDEST_READER, [], |row| row.get(0))?;
    transaction.commit()?;
    Ok(oldest_reader)
}

/// STRICT tables hold every value to its column's type, and know these words alone.
const WORDS: migrate::Words = migrate::Words {
    bigint: " INTEGER",
    boolean: " INTEGER",
    bytes: " BLOB",
    text: " TEXT",
    table_end: ") STRICT;",
    names_keys: false,
};
