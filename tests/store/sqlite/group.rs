//! Units that share a commit, by force: the writer is held until all of them have queued up.

use gatepost::store::StoreError;

use crate::store::bench::{Bench, Engine, Gate, begin, prove};
use crate::store::contract::concurrency::{check_mixed_outcome, mixed_marks, mixed_unit};
use crate::store::rows::{mark, marks};

#[test]
fn failing_and_panicking_units_inside_a_group_fail_alone() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        const UNITS: u32 = 200;
        let (gate, mut first) = hold_the_writer(bench).await;
        let mut waiting = Vec::new();
        for number in 0..UNITS {
            let mut write = Box::pin(bench.store.write(mixed_unit(number)));
            begin(&mut write).await;
            waiting.push((number, write));
        }
        begin(&mut first).await;
        gate.open();
        first.await.expect("the first of the group succeeds");
        for (number, write) in waiting {
            check_mixed_outcome(number, &write.await);
        }
        let mut expected = vec!["first".to_owned()];
        expected.extend(mixed_marks(UNITS));
        assert_eq!(marks(&bench.store).await, expected);
    });
}

#[test]
fn a_failing_first_unit_does_not_take_its_group_with_it() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let (mut gate, wait) = Gate::new();
        let mut first = Box::pin(bench.store.write(move |tx| {
            mark(tx, "undone")?;
            wait();
            Err::<(), _>(StoreError::Retry)
        }));
        begin(&mut first).await;
        gate.reached().await;
        let mut second = Box::pin(bench.store.write(|tx| mark(tx, "second")));
        begin(&mut second).await;
        gate.open();
        assert!(matches!(first.await, Err(StoreError::Retry)));
        second.await.expect("the second of the group succeeds");
        assert_eq!(marks(&bench.store).await, ["second"]);
    });
}

#[test]
fn a_change_stands_when_its_caller_has_gone_away() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let (gate, first) = hold_the_writer(bench).await;
        let mut abandoned = Box::pin(bench.store.write(|tx| mark(tx, "abandoned")));
        begin(&mut abandoned).await;
        drop(abandoned);
        gate.open();
        first.await.expect("the first of the group succeeds");
        // Queued after it, so the abandoned one has been done by then.
        let last: Result<(), StoreError> = bench.store.write(|tx| mark(tx, "last")).await;
        last.expect("the last one succeeds");
        assert_eq!(marks(&bench.store).await, ["abandoned", "first", "last"]);
    });
}

/// Queues a unit that leaves its mark and then stands at a gate, and waits until it does.
pub(super) async fn hold_the_writer(
    bench: &Bench,
) -> (Gate, std::pin::Pin<Box<impl Future<Output = Result<(), StoreError>>>>) {
    let (mut gate, wait) = Gate::new();
    let mut first = Box::pin(bench.store.write(move |tx| {
        mark(tx, "first")?;
        wait();
        Ok(())
    }));
    begin(&mut first).await;
    gate.reached().await;
    (gate, first)
}
