//! What is announced, and when: after the commit, before the answer, and never for nothing.

use std::sync::Arc;

use gatepost::store::{Announcement, StoreError, Topic};
use tokio::sync::mpsc::unbounded_channel;
use uuid::Uuid;

use super::Bench;
use crate::store::bench::{Failure, begin};
use crate::store::rows::{mark, marks};

const CHANGED: Uuid = Uuid::from_u128(1);

pub(super) async fn a_change_is_announced_after_its_commit_and_before_its_caller_is_answered(bench: &Bench) {
    let (announce, mut announced) = unbounded_channel();
    let bench = Bench::with_subscriber(
        bench.engine,
        Arc::new(move |announcement| {
            let (looking, has_looked) = std::sync::mpsc::channel::<()>();
            let _nobody_listens = announce.send((announcement, looking));
            // Ends when the test has looked around and drops its end.
            let _dropped = has_looked.recv();
        }),
    );
    let mut write = Box::pin(bench.store.write(|tx| {
        mark(tx, "committed")?;
        tx.announce(Topic::Session, CHANGED);
        Ok::<_, StoreError>(())
    }));
    let (announcement, looking) = tokio::select! {
        biased;
        outcome = &mut write => panic!("answered before anything was announced: {outcome:?}"),
        heard = announced.recv() => heard.expect("the store is open"),
    };
    assert_eq!(announcement, Announcement::Changed(Topic::Session, CHANGED));
    assert_eq!(marks(&bench.store).await, ["committed"]);
    begin(&mut write).await;
    drop(looking);
    write.await.expect("the write succeeds");
    bench.store.close().await;
}

pub(super) async fn a_unit_that_leaves_no_rows_announces_nothing(bench: &Bench) {
    let failed: Result<(), Failure> = bench
        .store
        .write(|tx| {
            tx.announce(Topic::User, Uuid::from_u128(2));
            Err(Failure::OnPurpose(1))
        })
        .await;
    assert!(failed.is_err());
    let panicked: Result<(), Failure> = bench
        .store
        .write(|tx| {
            tx.announce(Topic::User, Uuid::from_u128(3));
            panic!("on purpose")
        })
        .await;
    assert!(panicked.is_err());
    let good: Result<(), Failure> = bench
        .store
        .write(|tx| {
            tx.announce(Topic::User, CHANGED);
            Ok(())
        })
        .await;
    good.expect("the unit succeeds");
    assert_eq!(bench.announced().await, [Announcement::Changed(Topic::User, CHANGED)]);
}

pub(super) async fn announcements_of_one_unit_come_in_order(bench: &Bench) {
    let topics = [Topic::Outbox, Topic::Session, Topic::User, Topic::Org];
    let written: Result<(), StoreError> = bench
        .store
        .write(move |tx| {
            mark(tx, "one")?;
            for topic in topics {
                tx.announce(topic, CHANGED);
            }
            Ok(())
        })
        .await;
    written.expect("the write succeeds");
    assert_eq!(bench.announced().await, topics.map(|topic| Announcement::Changed(topic, CHANGED)));
}
