//! What is asked for goes to the server later: what that must not change.

use std::sync::{Arc, Mutex};

use gatepost::store::StoreError;

use crate::store::bench::{Bench, Engine, prove};
use crate::store::rows::{LIST_MARKS, mark, marks};

/// Fails where there is a mark, and not before it is run.
const FAILS: &str = "SELECT CAST(name AS BIGINT) FROM settings";

/// A commit of what has failed must not look like one that was made.
#[test]
fn a_question_that_fails_takes_the_whole_unit_with_it() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let unit = bench.store.write(|tx| {
            mark(tx, "undone")?;
            let _unheard = tx.ask(FAILS, &[])?;
            mark(tx, "after")
        });
        let outcome: Result<(), StoreError> = unit.await;
        assert!(matches!(outcome, Err(StoreError::Driver(_))), "{outcome:?}");
        assert!(marks(&bench.store).await.is_empty());
    });
}

/// Broken: what one unit had asked for was still there when the next one began.
#[test]
fn what_another_unit_asked_for_is_not_heard() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let kept = Arc::new(Mutex::new(None));
        let keep = Arc::clone(&kept);
        let asking = bench.store.read(move |tx| {
            *keep.lock().expect("nobody panics") = Some(tx.ask(LIST_MARKS, &[])?);
            Ok::<_, StoreError>(())
        });
        asking.await.expect("it is asked");
        let hearing = bench.store.read(move |tx| {
            let asked = kept.lock().expect("nobody panics").take();
            tx.hear(asked.expect("it was asked"))
        });
        let heard = hearing.await;
        assert!(matches!(heard, Err(StoreError::Driver(_))), "{heard:?}");
        assert!(marks(&bench.store).await.is_empty(), "the session is not harmed");
    });
}
