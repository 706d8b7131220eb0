//! The only room with SQL and drivers.
//!
//! Others hand it a closure over [`Read`] or [`Write`] and get back what the closure returned, once
//! it is durable. Which engine runs is known to `engine` alone; statements live in [`queries`], in
//! SQL that every engine understands. This room knows no rules, no HTTP and no mail.

mod copy;
mod engine;
mod error;
mod migrate;
mod open;
pub mod queries;
mod tx;
mod value;

use std::path::Path;
use std::sync::Arc;

pub use copy::{CopyError, Progress};
pub use error::StoreError;
pub use open::{OpenError, OpenMode, ServerSettings, StoreSettings};
pub use tx::{Announcement, Asked, Awaited, Read, Topic, Write};
pub use value::{Cells, Row, Value};

use engine::postgres::PostgresEngine;
use engine::sqlite::SqliteEngine;
use tx::OneStatement;

/// Is told what a committed write announced, after the commit and before its caller is answered.
pub type Subscriber = Arc<dyn Fn(Announcement) + Send + Sync>;

/// The database, whichever engine it is. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
}

/// The engines there are. A further one is a variant here and a file under `engine`.
#[derive(Clone)]
enum Engine {
    Sqlite(Arc<SqliteEngine>),
    Postgres(Arc<PostgresEngine>),
}

impl Store {
    /// Opens the database, of a server or of a data directory, making it when there is none yet.
    /// `subscriber` hears of every committed change that caches must know of, other processes' included.
    ///
    /// # Errors
    /// Each with one sentence that says what stands in the way and what to do.
    pub fn open(settings: &StoreSettings, subscriber: Subscriber) -> Result<Self, OpenError> {
        let engine = match &settings.server {
            None => Engine::Sqlite(Arc::new(open::open_file(settings, subscriber)?)),
            Some(server) => Engine::Postgres(Arc::new(open::open_server(settings, server, subscriber)?)),
        };
        Ok(Self { engine })
    }

    /// Whether a data directory holds a database: a command must not make one beside the one that was meant.
    pub fn exists_in(data: &Path) -> bool {
        open::exists_in(data)
    }

    /// Runs `unit` over one consistent snapshot.
    ///
    /// # Errors
    /// What `unit` returns, or the store's own failure turned into an `E`.
    pub async fn read<T, E>(
        &self,
        unit: impl Fn(&mut dyn Read) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(engine) => engine.read(unit).await,
            Engine::Postgres(engine) => engine.read(unit).await,
        }
    }

    /// Runs `unit`, which makes one statement: there is no snapshot to be kept for a second one, which is refused.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn look_up<T, E>(
        &self,
        unit: impl Fn(&mut dyn Read) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let unit = move |tx: &mut dyn Read| unit(&mut OneStatement::of(tx));
        match &self.engine {
            Engine::Sqlite(engine) => engine.look_up(unit).await,
            Engine::Postgres(engine) => engine.look_up(unit).await,
        }
    }

    /// Runs `unit` in one transaction, and answers once it is durable. An `Err` leaves no trace.
    ///
    /// `unit` may run more than once, so it captures no mutable state and does nothing but read and
    /// write rows.
    ///
    /// # Errors
    /// What `unit` returns, or the store's own failure turned into an `E`.
    pub async fn write<T, E>(
        &self,
        unit: impl Fn(&mut dyn Write) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(engine) => engine.write(unit).await,
            Engine::Postgres(engine) => engine.write(unit).await,
        }
    }

    /// Finishes what is queued and closes the database. Later calls answer `Unavailable`.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(engine) => engine.close().await,
            Engine::Postgres(engine) => engine.close().await,
        }
    }
}
