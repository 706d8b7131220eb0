//! Several processes on one database: each hears what the others change, and soon.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gatepost::store::{Announcement, Store, StoreError, Topic};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::store::bench::{Bench, Engine, PATIENCE, prove};
use crate::store::rows::{OrgRow, insert_org, mark};

/// How soon what ended on one node must have ended on every other.
const SOON: Duration = Duration::from_secs(1);

const COUNT_UP: &str = "UPDATE orgs SET version = ?2 WHERE id = ?1";
const FIND_VERSION: &str = "SELECT version FROM orgs WHERE id = ?1";

/// Another node on the same database, and what it hears.
fn node(bench: &Bench) -> (Store, UnboundedReceiver<Announcement>) {
    let (announce, announcements) = unbounded_channel();
    let store = bench.open_node(Arc::new(move |announcement| {
        let _nobody_listens = announce.send(announcement);
    }));
    (store, announcements)
}

async fn next(announcements: &mut UnboundedReceiver<Announcement>) -> Announcement {
    let heard = tokio::time::timeout(PATIENCE, announcements.recv()).await;
    heard.expect("an announcement comes").expect("the node is open")
}

async fn announce(store: &Store, topic: Topic, id: Uuid) {
    let written: Result<(), StoreError> = store
        .write(move |tx| {
            tx.announce(topic, id);
            mark(tx, &id.to_string())
        })
        .await;
    written.expect("the write succeeds");
}

#[test]
fn what_one_node_changes_every_other_hears_within_a_second() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let (other, mut heard) = node(bench);
        for number in 0..5 {
            let id = Uuid::from_u128(number);
            announce(&bench.store, Topic::Session, id).await;
            let began = Instant::now();
            assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Session, id));
            assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
        }
        other.close().await;
    });
}

/// What a node hears twice would empty its caches for nothing.
#[test]
fn a_node_hears_each_change_once_and_its_own_at_once() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let (other, mut heard) = node(bench);
        for number in 1..=3 {
            announce(&other, Topic::User, Uuid::from_u128(number)).await;
            let own = heard.try_recv().expect("heard before the write was answered");
            assert_eq!(own, Announcement::Changed(Topic::User, Uuid::from_u128(number)));
        }
        announce(&bench.store, Topic::Org, Uuid::from_u128(9)).await;
        assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Org, Uuid::from_u128(9)));
        // A further one, so that the other has looked at least once more.
        announce(&bench.store, Topic::Org, Uuid::from_u128(10)).await;
        assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Org, Uuid::from_u128(10)));
        other.close().await;
    });
}

/// As a commit does that waited for a replica while its node died: its row has an old time, and nobody says so.
#[test]
fn what_a_node_that_died_committed_late_is_heard_all_the_same() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let (other, mut heard) = node(bench);
        // It has looked at all there is before.
        announce(&bench.store, Topic::Org, Uuid::from_u128(1)).await;
        assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Org, Uuid::from_u128(1)));
        for (number, seconds) in [(2, 30), (3, 3600)] {
            let id = Uuid::from_u128(number);
            bench.database().alter(&format!(
                "INSERT INTO changes (id, at, node, what) VALUES ('late-{number}',
                CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) - CAST({seconds}000000 AS BIGINT),
                'a node that died', 'session {id}')"
            ));
            assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Session, id));
        }
        other.close().await;
    });
}

#[test]
fn what_only_wakes_a_worker_stays_on_its_node_unless_a_command_says_it() {
    prove(Engine::Postgres, async |bench: &Bench| {
        let (other, mut heard) = node(bench);
        let command = bench.open_beside();
        announce(&bench.store, Topic::Outbox, Uuid::from_u128(1)).await;
        announce(&command, Topic::Outbox, Uuid::from_u128(2)).await;
        assert_eq!(next(&mut heard).await, Announcement::Changed(Topic::Outbox, Uuid::from_u128(2)));
        command.close().await;
        other.close().await;
    });
}

/// As `no_update_is_lost` of the contract, with callers that share no lock in memory.
#[test]
fn no_update_of_several_nodes_is_lost() {
    const NODES: i64 = 3;
    const EACH: i64 = 20;
    prove(Engine::Postgres, async |bench: &Bench| {
        let org = OrgRow { version: 0, ..OrgRow::new(1, "counted") };
        let id = org.id;
        bench.store.write(move |tx| insert_org(tx, &org)).await.expect("the row is there");
        let nodes: Vec<Store> = (0..NODES).map(|_| node(bench).0).collect();
        let mut callers = JoinSet::new();
        for node in &nodes {
            for _ in 0..EACH {
                let node = node.clone();
                callers.spawn(async move {
                    let counted: Result<u64, StoreError> = node
                        .write(move |tx| {
                            let version = tx.query(FIND_VERSION, &[id.into()])?.remove(0).cells().int()?;
                            tx.execute(COUNT_UP, &[id.into(), (version + 1).into()])
                        })
                        .await;
                    counted.expect("every caller succeeds")
                });
            }
        }
        callers.join_all().await;
        let version: Result<i64, StoreError> =
            bench.store.read(move |tx| tx.query(FIND_VERSION, &[id.into()])?.remove(0).cells().int()).await;
        assert_eq!(version.expect("the org can be read"), NODES * EACH);
        for node in nodes {
            node.close().await;
        }
    });
}
