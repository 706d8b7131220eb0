//! Many at once: everybody hears of their own change, and of nobody else's.

use gatepost::store::{Read, StoreError, Write};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::Bench;
use crate::store::bench::{Failure, Gate};
use crate::store::rows::{OrgRow, insert_org, list_marks, mark, marks};

const RETIRE: &str = "UPDATE orgs SET name = ?2, version = version + 1 WHERE id = ?1 AND version = 1";
const FIND_NAME_AND_VERSION: &str = "SELECT name, version FROM orgs WHERE id = ?1";
const UPDATE_VERSION: &str = "UPDATE orgs SET version = ?2 WHERE id = ?1";

/// What becomes of a unit of [`mixed_unit`]: of each five, two are good.
#[derive(Clone, Copy)]
enum Kind {
    Good,
    Fails,
    Panics,
    SwallowsAFailure,
}

fn kind(number: u32) -> Kind {
    match number % 5 {
        1 => Kind::Fails,
        2 => Kind::Panics,
        4 => Kind::SwallowsAFailure,
        _ => Kind::Good,
    }
}

/// A unit that leaves its mark, and then ends well or badly, as its number has it.
pub(crate) fn mixed_unit(number: u32) -> impl Fn(&mut dyn Write) -> Result<u32, Failure> + Send + 'static {
    move |tx| {
        mark(tx, &mark_name(number))?;
        match kind(number) {
            Kind::Good => Ok(number),
            Kind::Fails => Err(Failure::OnPurpose(number)),
            Kind::Panics => panic!("on purpose"),
            Kind::SwallowsAFailure => {
                let swallowed = tx.execute("DELETE FROM nothing_of_that_name", &[]);
                assert!(swallowed.is_err());
                Ok(number)
            }
        }
    }
}

/// Checks that a caller heard the outcome of its own unit.
pub(crate) fn check_mixed_outcome(number: u32, outcome: &Result<u32, Failure>) {
    let is_its_own = match kind(number) {
        Kind::Good => matches!(outcome, Ok(told) if *told == number),
        Kind::Fails => matches!(outcome, Err(Failure::OnPurpose(told)) if *told == number),
        Kind::Panics | Kind::SwallowsAFailure => {
            matches!(outcome, Err(Failure::Store(StoreError::Driver(_))))
        }
    };
    assert!(is_its_own, "unit {number} heard {outcome:?}");
}

/// The marks that the good ones of so many units leave.
pub(crate) fn mixed_marks(units: u32) -> Vec<String> {
    (0..units).filter(|number| matches!(kind(*number), Kind::Good)).map(mark_name).collect()
}

fn mark_name(number: u32) -> String {
    format!("unit-{number:05}")
}

pub(super) async fn a_failed_unit_takes_nobody_with_it(bench: &Bench) {
    const UNITS: u32 = 600;
    let mut callers = JoinSet::new();
    for number in 0..UNITS {
        let store = bench.store.clone();
        callers.spawn(async move { (number, store.write(mixed_unit(number)).await) });
    }
    while let Some(caller) = callers.join_next().await {
        let (number, outcome) = caller.expect("the caller does not panic");
        check_mixed_outcome(number, &outcome);
    }
    assert_eq!(marks(&bench.store).await, mixed_marks(UNITS));
}

pub(super) async fn of_64_conditional_updates_exactly_one_touches_the_row(bench: &Bench) {
    let org = OrgRow::new(1, "open");
    let id = org.id;
    bench.store.write(move |tx| insert_org(tx, &org)).await.expect("the row is there");
    let mut callers = JoinSet::new();
    for number in 0..64u32 {
        let store = bench.store.clone();
        callers.spawn(async move {
            let name = format!("taken by {number}");
            let params = [id.into(), name.as_str().into()];
            let touched: Result<u64, StoreError> = store.write(move |tx| tx.execute(RETIRE, &params)).await;
            (name, touched.expect("the update itself succeeds"))
        });
    }
    let winners: Vec<String> = callers
        .join_all()
        .await
        .into_iter()
        .filter_map(|(name, touched)| (touched == 1).then_some(name))
        .collect();
    assert_eq!(winners.len(), 1, "{winners:?}");
    assert_eq!(name_and_version(bench, id).await, (winners[0].clone(), 2));
}

/// Reads, then writes what follows from it: what another caller wrote in between may not be undone.
pub(super) async fn no_update_is_lost(bench: &Bench) {
    const CALLERS: i64 = 32;
    let org = OrgRow { version: 0, ..OrgRow::new(1, "counted") };
    let id = org.id;
    bench.store.write(move |tx| insert_org(tx, &org)).await.expect("the row is there");
    let mut callers = JoinSet::new();
    for _ in 0..CALLERS {
        let store = bench.store.clone();
        callers.spawn(async move {
            store
                .write(move |tx| {
                    let (_, version) = find_name_and_version(tx, id)?;
                    tx.execute(UPDATE_VERSION, &[id.into(), (version + 1).into()])
                })
                .await
        });
    }
    for touched in callers.join_all().await {
        assert_eq!(touched.expect("every caller succeeds"), 1);
    }
    assert_eq!(name_and_version(bench, id).await, ("counted".to_owned(), CALLERS));
}

pub(super) async fn what_was_acknowledged_is_there_after_reopening(bench: &Bench) {
    const CALLERS: u32 = 16;
    const EACH: u32 = 25;
    let mut callers = JoinSet::new();
    for caller in 0..CALLERS {
        let store = bench.store.clone();
        callers.spawn(async move {
            for number in 0..EACH {
                let name = format!("caller-{caller:02}-{number:02}");
                let written: Result<(), StoreError> = store.write(move |tx| mark(tx, &name)).await;
                written.expect("the write succeeds");
            }
        });
    }
    callers.join_all().await;
    bench.store.close().await;
    let expected: Vec<String> = (0..CALLERS)
        .flat_map(|caller| (0..EACH).map(move |number| format!("caller-{caller:02}-{number:02}")))
        .collect();
    let reopened = bench.open_beside();
    assert_eq!(marks(&reopened).await, expected);
    reopened.close().await;
}

pub(super) async fn a_read_sees_one_snapshot_while_writes_go_on(bench: &Bench) {
    mark_one(bench, "before").await;
    let (mut gate, wait) = Gate::new();
    let store = bench.store.clone();
    let reader = tokio::spawn(async move {
        store
            .read(move |tx| {
                let first = list_marks(tx)?;
                wait();
                Ok::<_, StoreError>((first, list_marks(tx)?))
            })
            .await
    });
    gate.reached().await;
    mark_one(bench, "meanwhile").await;
    assert_eq!(marks(&bench.store).await, ["before", "meanwhile"], "a read that begins now sees both");
    gate.open();
    let (first, second) = reader.await.expect("the reader does not panic").expect("the read succeeds");
    assert_eq!(first, ["before"]);
    assert_eq!(second, ["before"]);
}

async fn mark_one(bench: &Bench, name: &'static str) {
    let written: Result<(), StoreError> = bench.store.write(move |tx| mark(tx, name)).await;
    written.expect("the write succeeds");
}

fn find_name_and_version(tx: &mut (impl Read + ?Sized), id: Uuid) -> Result<(String, i64), StoreError> {
    let row = tx.query(FIND_NAME_AND_VERSION, &[id.into()])?.pop().expect("the org is there");
    let mut cells = row.cells();
    Ok((cells.text()?, cells.int()?))
}

async fn name_and_version(bench: &Bench, id: Uuid) -> (String, i64) {
    bench.store.read(move |tx| find_name_and_version(tx, id)).await.expect("the org can be read")
}
