//! A store of one engine, alone in a place of its own, with an ear on what it announces.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use gatepost::store::{Announcement, OpenMode, Store, StoreError, StoreSettings, Subscriber};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::Database;
use crate::support::database::postgres_server;
use crate::support::expansion::expansion;

/// How long anything is waited for that must happen. Only a broken store makes a test last so long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The engines that keep the contract.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    /// A database in a file.
    Sqlite,
    /// A database on a server.
    Postgres,
}

/// A store to be put to the test.
pub(crate) struct Bench {
    /// The store.
    pub(crate) store: Store,
    /// Which engine it runs on.
    pub(crate) engine: Engine,
    announcements: Mutex<UnboundedReceiver<Announcement>>,
    data: TempDir,
    // Last, so that it goes away after whoever is connected to it.
    database: Option<Database>,
}

impl Bench {
    /// Opens an empty store and listens to what it announces.
    pub(crate) fn open(engine: Engine) -> Self {
        let (announce, announcements) = unbounded_channel();
        let subscriber = Arc::new(move |announcement| {
            let _nobody_listens = announce.send(announcement);
        });
        Self { announcements: Mutex::new(announcements), ..Self::with_subscriber(engine, subscriber) }
    }

    /// Opens an empty store that announces to `subscriber` alone.
    pub(crate) fn with_subscriber(engine: Engine, subscriber: Subscriber) -> Self {
        let data = tempfile::tempdir().expect("a temporary directory can be made");
        let database = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => {
                let server = postgres_server("the store on PostgreSQL").expect("whoever asks has a server");
                Some(Database::with_schema(&server))
            }
        };
        let store = open(data.path(), database.as_ref(), OpenMode::Serving, subscriber);
        Self { store, engine, announcements: Mutex::new(unbounded_channel().1), data, database }
    }

    /// Opens the same database once more, as a command beside the server does.
    pub(crate) fn open_beside(&self) -> Store {
        open(self.data(), self.database.as_ref(), OpenMode::Beside, deaf())
    }

    /// Opens the same database once more, as another node does.
    pub(crate) fn open_node(&self, subscriber: Subscriber) -> Store {
        open(self.data(), self.database.as_ref(), OpenMode::Serving, subscriber)
    }

    /// Adds to the schema what the next version may, behind the store's back.
    pub(crate) fn expand(&self) {
        for step in expansion(self.database.is_some()) {
            match &self.database {
                Some(database) => database.alter(&step),
                None => Connection::open(self.data().join("gatepost.db"))
                    .and_then(|file| file.execute_batch(&step))
                    .expect("the database can be changed"),
            }
        }
    }

    /// The database of an engine that keeps it on a server.
    pub(crate) fn database(&self) -> &Database {
        self.database.as_ref().expect("this engine has a server")
    }

    /// Where an engine that keeps files keeps them.
    pub(crate) fn data(&self) -> &Path {
        self.data.path()
    }

    /// What has been announced since this was last asked.
    pub(crate) async fn announced(&self) -> Vec<Announcement> {
        let mut announcements = self.announcements.lock().await;
        std::iter::from_fn(|| announcements.try_recv().ok()).collect()
    }

    /// Waits for the next announcement.
    pub(crate) async fn next_announcement(&self) -> Announcement {
        let mut announcements = self.announcements.lock().await;
        tokio::time::timeout(PATIENCE, announcements.recv())
            .await
            .expect("an announcement comes")
            .expect("the store is open")
    }
}

/// A subscriber that does not listen.
pub(crate) fn deaf() -> Subscriber {
    Arc::new(|_| {})
}

/// Opens the database of a directory, which must work.
pub(crate) fn open_sqlite(data: &Path, mode: OpenMode, subscriber: Subscriber) -> Store {
    open(data, None, mode, subscriber)
}

fn open(data: &Path, database: Option<&Database>, mode: OpenMode, subscriber: Subscriber) -> Store {
    let server = database.map(Database::settings);
    let settings = StoreSettings { data: data.to_owned(), server, mode };
    Store::open(&settings, subscriber).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// Runs one case of the contract on one engine.
pub(crate) fn prove(engine: Engine, case: impl AsyncFn(&Bench)) {
    if matches!(engine, Engine::Postgres) && postgres_server("the store on PostgreSQL").is_none() {
        return;
    }
    run(async {
        let bench = Bench::open(engine);
        case(&bench).await;
        // So that nothing is still being written when the directory goes away.
        bench.store.close().await;
    });
}

/// Runs a test that waits for a store.
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be made")
        .block_on(test)
}

/// How a unit of a test ends when it does not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The store failed.
    Store(StoreError),
    /// The unit was told to fail; the number says which one it was.
    OnPurpose(u32),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Holds a unit back until the test has done what must be done meanwhile.
pub(crate) struct Gate {
    reached: UnboundedReceiver<()>,
    hold: std::sync::mpsc::Sender<()>,
}

impl Gate {
    /// Makes a gate, and what a unit calls to wait at it.
    pub(crate) fn new() -> (Self, impl Fn() + Send + 'static) {
        let (reach, reached) = unbounded_channel();
        let (hold, opened) = std::sync::mpsc::channel::<()>();
        let gate = Self { reached, hold };
        let wait = move || {
            let _nobody_asks = reach.send(());
            // Ends when the gate is dropped, be it by a test that fails.
            let _dropped = opened.recv();
        };
        (gate, wait)
    }

    /// Waits until the unit stands at the gate.
    pub(crate) async fn reached(&mut self) {
        tokio::time::timeout(PATIENCE, self.reached.recv())
            .await
            .expect("the unit comes to the gate")
            .expect("the unit has not been dropped");
    }

    /// Lets the unit go on.
    pub(crate) fn open(self) {
        drop(self.hold);
    }
}

/// Polls a future once, so that what it asks for is under way, and is sure that it is not done yet.
pub(crate) async fn begin<F: Future + Unpin>(future: &mut F) {
    tokio::select! {
        biased;
        _ = future => panic!("this was answered before it could be"),
        () = std::future::ready(()) => {}
    }
}
