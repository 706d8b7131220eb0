//! What waits for the writer: a bounded number, and none of it is forgotten at the end.

use gatepost::store::StoreError;
use tokio::task::JoinSet;

use super::group::hold_the_writer;
use crate::store::bench::{Bench, Engine, begin, prove};
use crate::store::rows::{list_marks, mark, marks};

#[test]
fn a_full_queue_refuses_at_once() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let (gate, first) = hold_the_writer(bench).await;
        let mut callers = JoinSet::new();
        for number in 0..5000u32 {
            let store = bench.store.clone();
            callers.spawn(async move {
                let written: Result<(), StoreError> =
                    store.write(move |tx| mark(tx, &format!("unit-{number}"))).await;
                written
            });
        }
        // The writer is held, so whoever is answered now was refused without waiting for it.
        let refused = callers.join_next().await.expect("there are callers");
        let refused = refused.expect("the caller does not panic");
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");

        gate.open();
        first.await.expect("the first one succeeds");
        let outcomes = callers.join_all().await;
        let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(()) | Err(StoreError::Unavailable(_)))));
        assert_eq!(marks(&bench.store).await.len(), 1 + done);
    });
}

#[test]
fn closing_finishes_what_is_queued() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let (gate, first) = hold_the_writer(bench).await;
        let mut waiting = Vec::new();
        for number in 0..20 {
            let mut write = Box::pin(bench.store.write(move |tx| mark(tx, &format!("unit-{number}"))));
            begin(&mut write).await;
            waiting.push(write);
        }
        let mut close = Box::pin(bench.store.close());
        begin(&mut close).await;

        let late: Result<(), StoreError> = bench.store.write(|tx| mark(tx, "late")).await;
        assert!(matches!(late, Err(StoreError::Unavailable(_))), "{late:?}");
        let late = bench.store.read(list_marks).await;
        assert!(matches!(late, Err(StoreError::Unavailable(_))), "{late:?}");

        gate.open();
        close.await;
        first.await.expect("the first one succeeds");
        for write in waiting {
            write.await.expect("what was queued is done");
        }
        let reopened = bench.open_beside();
        assert_eq!(marks(&reopened).await.len(), 21);
        reopened.close().await;
    });
}
