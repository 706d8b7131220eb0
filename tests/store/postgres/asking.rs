//! What is asked for goes to the server later: what that must not change.

use gatepost::store::StoreError;

use crate::store::bench::{Bench, Engine, prove};
use crate::store::rows::{mark, marks};

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
