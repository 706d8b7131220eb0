//! A database that goes away while it is used, and comes back.

use std::time::{Duration, Instant};

use gatepost::store::{Announcement, StoreError};

use crate::store::bench::{Bench, Engine, PATIENCE, prove};
use crate::store::rows::{list_marks, mark, marks};

async fn write(bench: &Bench, name: &'static str) -> Result<(), StoreError> {
    bench.store.write(move |tx| mark(tx, name)).await
}

/// Asks until the answer is what is waited for.
async fn until(bench: &Bench, is_there: impl Fn(&Result<Vec<String>, StoreError>) -> bool) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let read: Result<Vec<String>, StoreError> = bench.store.read(list_marks).await;
        if is_there(&read) {
            return;
        }
        assert!(Instant::now() < deadline, "{read:?}");
        tokio::task::yield_now().await;
    }
}

#[test]
fn broken_connections_are_replaced_without_anybody_hearing_of_it() {
    prove(Engine::Postgres, async |bench: &Bench| {
        for name in ["one", "two", "three"] {
            write(bench, name).await.expect("the write succeeds");
            bench.database().disconnect_all();
        }
        assert_eq!(marks(&bench.store).await, ["one", "three", "two"]);
    });
}

/// The end of a read is not waited for; a transaction that stays open would keep what is deleted from being cleaned away.
#[test]
fn no_read_stays_in_its_transaction() {
    const OPEN: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    prove(Engine::Postgres, async |bench: &Bench| {
        assert!(marks(&bench.store).await.is_empty());
        let deadline = Instant::now() + Duration::from_secs(5);
        while bench.database().look_up(OPEN) != "0" {
            assert!(Instant::now() < deadline, "it is still in its transaction");
        }
    });
}

#[test]
fn a_lost_database_is_unavailable_at_once_and_heals_by_itself() {
    prove(Engine::Postgres, async |bench: &Bench| {
        write(bench, "before").await.expect("the write succeeds");
        bench.database().shut();
        until(bench, Result::is_err).await;
        // Everything that is remembered is forgotten, since nobody tells any more what others change.
        assert_eq!(bench.next_announcement().await, Announcement::Everything);
        until(bench, |read| matches!(read, Err(StoreError::Unavailable("its server does not answer")))).await;
        let began = Instant::now();
        let refused = write(bench, "meanwhile").await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
        assert!(began.elapsed() < Duration::from_millis(100), "nobody waits for it: {:?}", began.elapsed());
        bench.database().reopen();
        until(bench, Result::is_ok).await;
        write(bench, "after").await.expect("the write succeeds");
        assert_eq!(marks(&bench.store).await, ["after", "before"]);
    });
}
