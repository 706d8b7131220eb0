//! A server that is there and says nothing, or whose word comes too late.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use gatepost::store::{Announcement, OpenError, OpenMode, Store, StoreError, StoreSettings, Topic};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use uuid::Uuid;

use crate::store::bench::{PATIENCE, deaf, run};
use crate::store::rows::{list_marks, mark};
use crate::support::Database;
use crate::support::database::{postgres_server, settings};
use crate::support::wire::Wire;

/// A store whose way to its database can be made to fail.
struct Remote {
    store: Store,
    announcements: UnboundedReceiver<Announcement>,
    wire: Wire,
    database: Database,
    _data: tempfile::TempDir,
}

impl Remote {
    fn open() -> Option<Self> {
        let server = postgres_server("the store on PostgreSQL")?;
        let (database, wire) = (Database::with_schema(&server), Wire::to(&server));
        let data = tempfile::tempdir().expect("a temporary directory can be made");
        let (announce, announcements) = unbounded_channel();
        let subscriber = Arc::new(move |announcement| {
            let _nobody_listens = announce.send(announcement);
        });
        let settings = StoreSettings {
            data: data.path().to_owned(),
            server: Some(settings(&wire.url(database.name()))),
            mode: OpenMode::Serving,
        };
        let store = Store::open(&settings, subscriber).unwrap_or_else(|refusal| panic!("{refusal}"));
        Some(Self { store, announcements, wire, database, _data: data })
    }

    /// Waits for what is announced in the end.
    async fn hear(&mut self, awaited: Announcement) {
        let hearing =
            async { while self.announcements.recv().await.expect("the store is open") != awaited {} };
        tokio::time::timeout(PATIENCE, hearing).await.expect("it is announced");
    }

    async fn marks(&self) -> Result<Vec<String>, StoreError> {
        self.store.read(list_marks).await
    }
}

/// Broken: whoever waited for an answer waited for hours, and what was remembered was trusted all the while.
#[test]
fn a_server_that_says_nothing_any_more_is_lost_and_found_again() {
    run(async {
        let Some(mut remote) = Remote::open() else { return };
        remote.store.write(|tx| mark(tx, "before")).await.expect("the write succeeds");
        remote.wire.fall_silent();
        remote.hear(Announcement::Everything).await;
        let deadline = Instant::now() + PATIENCE;
        while !matches!(remote.marks().await, Err(StoreError::Unavailable("its server does not answer"))) {
            assert!(Instant::now() < deadline, "it is not noticed");
        }
        remote.wire.speak_again();
        remote.wire.cut();
        let found = loop {
            assert!(Instant::now() < deadline + PATIENCE, "it is not found again");
            if let Ok(found) = remote.marks().await {
                break found;
            }
            tokio::task::yield_now().await;
        };
        assert_eq!(found, ["before"]);
        let began = Instant::now();
        remote.store.close().await;
        assert!(began.elapsed() < PATIENCE, "closing waits for nobody");
    });
}

/// Broken: only the way there was timed, not what is said on it.
#[test]
fn a_server_that_lets_nobody_in_stops_the_start_with_a_sentence() {
    run(async {
        let Some(server) = postgres_server("the store on PostgreSQL") else { return };
        let (wire, data) = (Wire::to(&server), tempfile::tempdir().expect("a directory can be made"));
        wire.fall_silent();
        let server = Some(settings(&wire.url("postgres")));
        let settings = StoreSettings { data: data.path().to_owned(), server, mode: OpenMode::Serving };
        let opening = tokio::task::spawn_blocking(move || Store::open(&settings, deaf()).err());
        let opening = tokio::time::timeout(PATIENCE, opening).await.expect("it does not wait for ever");
        let refusal = opening.expect("it does not panic").expect("nobody let it in");
        assert!(matches!(refusal, OpenError::Unreachable { .. }), "{refusal}");
        assert!(refusal.to_string().contains("it does not answer"), "{refusal}");
    });
}

/// Broken: a process does not listen to what it writes itself, and had forgotten what it remembered before the change
/// was there: what it read meanwhile it went on trusting.
#[test]
fn a_change_that_is_made_after_its_answer_was_lost_is_news_where_it_was_asked_for() {
    const COMMITTING: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event = 'PgSleep'";
    let session_id = Uuid::from_u128(7);
    run(async {
        let Some(mut remote) = Remote::open() else { return };
        // A commit that takes a second, as one may that waits for a replica.
        remote.database.alter(
            "CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER takes_long AFTER INSERT ON settings DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION take_long();",
        );
        let writing = remote.store.clone();
        let writing = tokio::spawn(async move {
            let unit = writing.write(move |tx| {
                tx.announce(Topic::Session, session_id);
                mark(tx, "late")
            });
            let outcome: Result<(), StoreError> = unit.await;
            outcome
        });
        let deadline = Instant::now() + PATIENCE;
        while remote.database.look_up(COMMITTING) == "0" {
            assert!(Instant::now() < deadline, "it is not committed");
        }
        remote.wire.cut();
        let outcome = writing.await.expect("it does not panic");
        assert!(matches!(outcome, Err(StoreError::Unavailable(_))), "{outcome:?}");
        remote.hear(Announcement::Changed(Topic::Session, session_id)).await;
        assert_eq!(remote.marks().await.expect("the database answers"), ["late"]);
        remote.store.close().await;
    });
}

/// Broken: a server that had become a standby was asked again and again, and its refusal was told as a fault of ours.
#[test]
fn a_server_that_can_t_be_written_is_left_for_another() {
    const REFUSE_ONCE: &str = "DO $$ BEGIN IF nextval('asked') = 1 THEN
        RAISE EXCEPTION 'not on a standby' USING ERRCODE = 'feature_not_supported'; END IF; END $$";
    run(async {
        let Some(remote) = Remote::open() else { return };
        remote.database.alter("CREATE SEQUENCE asked");
        let servers = Arc::new(Mutex::new(Vec::new()));
        let met = Arc::clone(&servers);
        let unit = remote.store.write(move |tx| {
            let server = tx.query("SELECT CAST(pg_backend_pid() AS TEXT)", &[])?;
            met.lock().expect("nobody panics").push(format!("{server:?}"));
            tx.execute(REFUSE_ONCE, &[])?;
            mark(tx, "there")
        });
        let outcome: Result<(), StoreError> = unit.await;
        outcome.expect("another one can be written");
        let servers = servers.lock().expect("nobody panics").clone();
        assert!(matches!(&*servers, [first, second] if first != second), "{servers:?}");
        assert_eq!(remote.marks().await.expect("the database answers"), ["there"]);
        remote.store.close().await;
    });
}
