//! PostgreSQL, and what speaks its protocol: a pool of connections, each unit in a transaction of its own.
//!
//! Changes are `SERIALIZABLE`: a unit sees what it would see if it ran alone, or is run again. Reads see one snapshot
//! and can't write, nor can look-ups, whose sessions are read-only unless a change begins. A session blocks, so all of
//! it happens on threads that may; what comes back to those that may not is rows, never a connection.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use r2d2::{Pool, PooledConnection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::postgres_connect::{Address, causes};
use super::postgres_schema::{Found, migrate};
use super::postgres_session::Session;
use super::postgres_tx::{Again, Failure, PostgresTx, announced, translate};
use super::postgres_watch::{Contact, Watch, draw_name, write_down};
use crate::store::migrate::SCHEMA_VERSION;
use crate::store::{Announcement, OpenError, OpenMode, Read, ServerSettings, StoreError, Subscriber, Write};

const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";
/// A commit that waits for a replica must not be told as done when the time for a statement is over. Where a statement
/// that went with it has failed, the first part is refused, and the second not even looked at.
const COMMIT: &str = "SET LOCAL statement_timeout = 0; COMMIT";

/// How long a unit may wait for a connection that is free. Past it a caller hears that the database is too busy.
const WAIT: Duration = Duration::from_secs(10);

/// How long a connection may take to be opened for a unit.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(3);

/// How long a unit is run again and again while others are in its way.
const RETRY_FOR: Duration = Duration::from_secs(10);

/// How often a change may be overtaken before those of the same process wait for it. Then only other processes' are
/// left to overtake it, one of each at a time.
const OFTEN: u32 = 2;

/// A commit that took longer than this may have been seen too late by the other processes: they look at the rows of
/// the last twenty seconds.
const LATE: Duration = Duration::from_secs(5);

const CLOSED: StoreError = StoreError::Unavailable("it is closed");

pub(in crate::store) struct PostgresEngine {
    shared: Arc<Shared>,
    /// As many as there are connections, so that no thread waits where a task can.
    places: Arc<Semaphore>,
    connections: u32,
    watch: Mutex<Option<Watch>>,
}

struct Shared {
    pool: Mutex<Option<Pool<Address>>>,
    node: String,
    mode: OpenMode,
    contact: Arc<Contact>,
    subscriber: Subscriber,
    /// Shared by the changes under way, until one was overtaken so often that it has to have the way to itself.
    way: RwLock<()>,
}

/// How one run of a unit ended.
enum Run<T, E> {
    /// That is it.
    Over(Result<T, E>),
    /// It may be run again; if it isn't, this is it.
    Again(Again, Result<T, E>),
}

impl PostgresEngine {
    pub(in crate::store) fn open(
        settings: &ServerSettings,
        mode: OpenMode,
        subscriber: Subscriber,
    ) -> Result<Self, OpenError> {
        // Whoever opens a store may be an async task, where the client must not be.
        std::thread::scope(|scope| {
            let opening = scope.spawn(|| Self::open_here(settings, mode, subscriber));
            opening.join().expect("opening a database does not panic")
        })
    }

    fn open_here(
        settings: &ServerSettings,
        mode: OpenMode,
        subscriber: Subscriber,
    ) -> Result<Self, OpenError> {
        let address = Address::parse(settings)?;
        let database = address.name();
        let unreachable = |reason: String| OpenError::Unreachable { database: database.clone(), reason };
        let mut session = address.connect().map_err(|error| unreachable(causes(&error)))?;
        match migrate(&mut session, mode).map_err(|error| unreachable(causes(&error)))? {
            Found::Ours { oldest_reader } if oldest_reader > SCHEMA_VERSION => {
                return Err(OpenError::TooNew { database, oldest_reader, known: SCHEMA_VERSION });
            }
            Found::Ours { .. } => {}
            Found::Foreign => return Err(OpenError::Foreign { database }),
            Found::Empty => return Err(OpenError::Empty { database }),
        }
        let node = draw_name(&mut session).map_err(|error| unreachable(causes(&error)))?;
        let pool = Pool::builder()
            .max_size(settings.connections)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(CONNECTION_TIMEOUT)
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build(address.clone())
            .map_err(|error| unreachable(causes(&error)))?;
        let contact = Arc::new(Contact::default());
        let watch =
            Watch::start(address, session, node.clone(), Arc::clone(&contact), Arc::clone(&subscriber))
                .map_err(|error| unreachable(causes(&error)))?;
        let pool = Mutex::new(Some(pool));
        Ok(Self {
            shared: Arc::new(Shared { pool, node, mode, contact, subscriber, way: RwLock::new(()) }),
            places: Arc::new(Semaphore::new(settings.connections as usize)),
            connections: settings.connections,
            watch: Mutex::new(Some(watch)),
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
        self.work(move |shared| run(|_| shared.read_once(Some(BEGIN_READ), &unit))).await
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
        self.work(move |shared| run(|_| shared.read_once(None, &unit))).await
    }

    pub(in crate::store) async fn write<T, E>(
        &self,
        unit: impl Fn(&mut dyn Write) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.work(move |shared| run(|times_overtaken| shared.write_in_turn(times_overtaken, &unit))).await
    }

    /// Does blocking work where that is allowed, when there is a connection for it.
    async fn work<T, E>(&self, work: impl FnOnce(&Shared) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        // The place travels with the work: a caller that goes away does not free a busy connection.
        let place = self.place().await?;
        let shared = Arc::clone(&self.shared);
        let done = tokio::task::spawn_blocking(move || {
            let outcome = work(&shared);
            drop(place);
            outcome
        });
        done.await.unwrap_or_else(|error| Err(StoreError::driver(error).into()))
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let place = Arc::clone(&self.places).acquire_owned();
        match tokio::time::timeout(WAIT, place).await {
            Ok(place) => place.map_err(|_| CLOSED),
            Err(_) => Err(StoreError::Unavailable("too many requests are waiting for it")),
        }
    }

    pub(in crate::store) async fn close(&self) {
        // Places are given in order, so whoever waits already is served before all of them are ours.
        if let Ok(_all) = self.places.acquire_many(self.connections).await {
            self.places.close();
        }
        let (watch, pool) = (self.take_watch(), self.shared.take_pool());
        let _ended = tokio::task::spawn_blocking(move || {
            if let Some(watch) = watch {
                watch.join();
            }
            drop(pool);
        })
        .await;
    }

    fn take_watch(&self) -> Option<Watch> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for PostgresEngine {
    fn drop(&mut self) {
        // The last owner may be an async task, where no connection may be closed.
        let (watch, pool) = (self.take_watch(), self.shared.take_pool());
        if watch.is_some() || pool.is_some() {
            let _thread = std::thread::Builder::new().spawn(move || drop((watch, pool)));
        }
    }
}

impl Shared {
    fn take_pool(&self) -> Option<Pool<Address>> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn check_out(&self) -> Result<PooledConnection<Address>, StoreError> {
        if self.contact.is_lost() {
            return Err(StoreError::Unavailable("its server does not answer"));
        }
        let pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or(CLOSED)?;
        pool.get().map_err(|_| StoreError::Unavailable("no connection could be opened"))
    }

    fn read_once<T, E: From<StoreError>>(
        &self,
        begin: Option<&'static str>,
        unit: &impl Fn(&mut dyn Read) -> Result<T, E>,
    ) -> Run<T, E> {
        let mut session = match self.check_out() {
            Ok(session) => session,
            Err(failure) => return Run::Over(Err(failure.into())),
        };
        if let Some(begin) = begin {
            session.begin(begin);
        }
        let mut tx = PostgresTx::new(&mut session);
        let outcome = catch_unwind(AssertUnwindSafe(|| unit(&mut tx)));
        let (_, failure) = tx.end();
        session.end_read();
        let Ok(outcome) = outcome else {
            return Run::Over(Err(StoreError::driver("a read panicked").into()));
        };
        match failure {
            Some(failure) if failure.again == Again::Disconnected => failed(failure, outcome),
            _ => Run::Over(outcome),
        }
    }

    /// Runs a change, alone among those of this process if it was overtaken often.
    fn write_in_turn<T, E: From<StoreError>>(
        &self,
        times_overtaken: u32,
        unit: &impl Fn(&mut dyn Write) -> Result<T, E>,
    ) -> Run<T, E> {
        if times_overtaken < OFTEN {
            let _among_others = self.way.read().unwrap_or_else(PoisonError::into_inner);
            self.write_once(unit)
        } else {
            let _alone = self.way.write().unwrap_or_else(PoisonError::into_inner);
            self.write_once(unit)
        }
    }

    fn write_once<T, E: From<StoreError>>(
        &self,
        unit: &impl Fn(&mut dyn Write) -> Result<T, E>,
    ) -> Run<T, E> {
        let mut session = match self.check_out() {
            Ok(session) => session,
            Err(failure) => return Run::Over(Err(failure.into())),
        };
        session.begin(BEGIN_WRITE);
        let mut tx = PostgresTx::new(&mut session);
        let outcome = catch_unwind(AssertUnwindSafe(|| unit(&mut tx)));
        let (changes, failure) = tx.end();
        let Ok(outcome) = outcome else {
            session.roll_back();
            return Run::Over(Err(StoreError::driver("a change panicked and was rolled back").into()));
        };
        if let Some(failure) = failure {
            return undone(&mut session, failure, outcome);
        }
        if outcome.is_err() {
            session.roll_back();
            return Run::Over(outcome);
        }
        let written_down_at = Instant::now();
        if let Err(error) = write_down(&mut session, &self.node, self.mode, &changes) {
            return undone(&mut session, translate(error), outcome);
        }
        if let Err(failure) = session.commit(COMMIT).map_err(translate) {
            // It is still open where a statement that went with the commit has failed.
            return undone(&mut session, self.doubt(failure), outcome);
        }
        if written_down_at.elapsed() > LATE {
            self.contact.owe_word();
        }
        announced(&changes).for_each(|announcement| (self.subscriber)(announcement));
        Run::Over(outcome)
    }

    /// A commit whose answer was lost may stand or not, and come to stand later. It is not made a second time; and whoever
    /// remembers what it changed, here or elsewhere, must take it that it stands, and hear of it when it does.
    fn doubt(&self, failure: Failure) -> Failure {
        if failure.again != Again::Disconnected {
            return failure;
        }
        self.contact.owe_word();
        self.contact.hear_oneself();
        (self.subscriber)(Announcement::Everything);
        Failure { again: Again::Never, ..failure }
    }
}

/// Runs a unit until it is through, or there is no point in trying. It is told how often it was overtaken.
fn run<T, E>(once: impl Fn(u32) -> Run<T, E>) -> Result<T, E> {
    let began = Instant::now();
    let (mut times_overtaken, mut has_met_another) = (0, false);
    loop {
        let (why, otherwise) = match once(times_overtaken) {
            Run::Over(outcome) => return outcome,
            Run::Again(why, otherwise) => (why, otherwise),
        };
        let is_worth_it = match why {
            Again::Never => false,
            Again::PerhapsOvertaken => !std::mem::replace(&mut has_met_another, true),
            Again::Overtaken | Again::Disconnected => began.elapsed() < RETRY_FOR,
        };
        if !is_worth_it {
            return otherwise;
        }
        times_overtaken += u32::from(why == Again::Overtaken);
    }
}

/// How a change ended that failed, once it is undone. A session by which nothing can be changed is used no more.
fn undone<T, E: From<StoreError>>(
    session: &mut Session,
    failure: Failure,
    outcome: Result<T, E>,
) -> Run<T, E> {
    session.roll_back();
    if failure.again == Again::Disconnected {
        session.give_up();
    }
    failed(failure, outcome)
}

/// How a run ended that failed. What the unit itself says of it goes before the failure.
fn failed<T, E: From<StoreError>>(failure: Failure, outcome: Result<T, E>) -> Run<T, E> {
    Run::Again(failure.again, outcome.and_then(|_| Err(failure.told.into())))
}
