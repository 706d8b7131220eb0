//! A command that works beside the server, on the same file.

use gatepost::store::{Announcement, StoreError, Topic};
use uuid::Uuid;

use crate::store::bench::{Bench, Engine, begin, prove};
use crate::store::rows::{mark, marks};

#[test]
fn what_another_process_wrote_is_announced_as_everything() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let beside = bench.open_beside();
        for round in 0..3 {
            let written: Result<(), StoreError> =
                beside.write(move |tx| mark(tx, &format!("beside-{round}"))).await;
            written.expect("the command's write succeeds");
            assert_eq!(bench.next_announcement().await, Announcement::Everything);
        }
        assert_eq!(marks(&bench.store).await, ["beside-0", "beside-1", "beside-2"]);
        beside.close().await;
    });
}

#[test]
fn what_another_process_wrote_is_announced_before_the_next_change_of_our_own() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let beside = bench.open_beside();
        let written: Result<(), StoreError> = beside.write(|tx| mark(tx, "beside")).await;
        written.expect("the command's write succeeds");
        let id = Uuid::from_u128(1);
        let written: Result<(), StoreError> = bench
            .store
            .write(move |tx| {
                tx.announce(Topic::Org, id);
                mark(tx, "own")
            })
            .await;
        written.expect("the server's write succeeds");
        // The command may have tidied its log since, which looks like one more change.
        let announced = bench.announced().await;
        assert_eq!(announced.first(), Some(&Announcement::Everything), "{announced:?}");
        assert_eq!(announced.last(), Some(&Announcement::Changed(Topic::Org, id)));
        beside.close().await;
    });
}

/// A command may look like more than one change, as it tidies its log, but not like one for ever.
#[test]
fn one_change_of_another_process_is_soon_forgotten() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let beside = bench.open_beside();
        let written: Result<(), StoreError> = beside.write(|tx| mark(tx, "beside")).await;
        written.expect("the command's write succeeds");
        beside.close().await;
        for round in 0..50 {
            let written: Result<(), StoreError> =
                bench.store.write(move |tx| mark(tx, &format!("own-{round}"))).await;
            written.expect("the server's write succeeds");
        }
        let announced = bench.announced().await;
        assert!((1..10).contains(&announced.len()), "{announced:?}");
    });
}

/// Nobody's cache is to be emptied by the very process that fills it.
#[test]
fn our_own_changes_are_never_announced_as_everything() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let id = Uuid::from_u128(1);
        for round in 0..100 {
            let written: Result<(), StoreError> = bench
                .store
                .write(move |tx| {
                    tx.announce(Topic::Org, id);
                    mark(tx, &format!("own-{round}"))
                })
                .await;
            written.expect("the write succeeds");
            marks(&bench.store).await;
        }
        assert_eq!(bench.announced().await, [Announcement::Changed(Topic::Org, id); 100]);
    });
}

#[test]
fn writers_of_two_processes_wait_for_each_other() {
    prove(Engine::Sqlite, async |bench: &Bench| {
        let beside = bench.open_beside();
        let (gate, first) = super::group::hold_the_writer(bench).await;
        let mut second = Box::pin(beside.write(|tx| mark(tx, "second")));
        begin(&mut second).await;
        gate.open();
        first.await.expect("the server's write succeeds");
        second.await.expect("the command's write succeeds");
        assert_eq!(marks(&beside).await, ["first", "second"]);
        beside.close().await;
    });
}
