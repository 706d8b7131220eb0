//! One unit of work by itself: all of it or nothing.

use std::sync::{Arc, Mutex};

use gatepost::store::{StoreError, Topic, Value};
use uuid::Uuid;

use super::Bench;
use crate::store::bench::Failure;
use crate::store::rows::{LIST_MARKS, list_marks, mark, marks, names};

const INSERT_MARK: &str = "INSERT INTO settings (name, value) VALUES (?1, ?2)";
const INSERT_MARK_RETURNING: &str = "INSERT INTO settings (name, value) VALUES (?1, ?2) RETURNING name";
const NO_SUCH_TABLE: &str = "SELECT id FROM nothing_of_that_name";

fn mark_parameters(name: &str) -> [Value; 2] {
    [name.into(), b"".as_slice().into()]
}

pub(super) async fn a_committed_write_is_read_back(bench: &Bench) {
    let touched = bench.store.write(|tx| tx.execute(INSERT_MARK, &mark_parameters("kept"))).await;
    assert!(matches!(touched, Ok(1)), "{touched:?}");
    assert_eq!(marks(&bench.store).await, ["kept"]);
}

pub(super) async fn a_unit_sees_its_own_writes(bench: &Bench) {
    let seen = bench
        .store
        .write(|tx| {
            mark(tx, "own")?;
            list_marks(tx)
        })
        .await;
    assert_eq!(seen.expect("the unit is committed"), ["own"]);
}

pub(super) async fn a_failed_unit_leaves_no_trace(bench: &Bench) {
    let outcome: Result<(), Failure> = bench
        .store
        .write(|tx| {
            mark(tx, "undone")?;
            Err(Failure::OnPurpose(7))
        })
        .await;
    assert!(matches!(outcome, Err(Failure::OnPurpose(7))), "{outcome:?}");
    assert!(marks(&bench.store).await.is_empty());
}

/// Broken: what a driver refused before it was sent was left out, and the rest committed.
pub(super) async fn a_queued_statement_that_fails_takes_the_whole_unit_with_it(bench: &Bench) {
    bench.store.write(|tx| mark(tx, "there")).await.expect("the write succeeds");
    let is_there_already = mark_parameters("there");
    let are_no_bytes = ["wrong".into(), Value::Int(7)];
    for (failing, reads) in
        [(&is_there_already, false), (&is_there_already, true), (&are_no_bytes, false), (&are_no_bytes, true)]
    {
        let params = failing.clone();
        let unit = bench.store.write(move |tx| {
            tx.queue(INSERT_MARK, &mark_parameters("before"))?;
            tx.queue(INSERT_MARK, &params)?;
            tx.queue(INSERT_MARK, &mark_parameters("after"))?;
            if reads { list_marks(tx).map(drop) } else { Ok(()) }
        });
        let outcome: Result<(), StoreError> = unit.await;
        assert!(outcome.is_err(), "{failing:?}");
        assert_eq!(marks(&bench.store).await, ["there"]);
    }
}

/// Broken: what was queued went to the server in another order.
pub(super) async fn what_is_asked_for_is_what_was_there_when_it_was_asked(bench: &Bench) {
    let heard = bench
        .store
        .write(|tx| {
            let at_first = tx.ask(LIST_MARKS, &[])?;
            mark(tx, "one")?;
            let with_one = tx.ask(LIST_MARKS, &[])?;
            mark(tx, "two")?;
            let with_two = list_marks(tx)?;
            mark(tx, "three")?;
            Ok::<_, StoreError>([names(tx.hear(with_one)?)?, names(tx.hear(at_first)?)?, with_two])
        })
        .await
        .expect("the unit is committed");
    assert_eq!(heard, [vec!["one"], vec![], vec!["one", "two"]]);
    assert_eq!(marks(&bench.store).await, ["one", "three", "two"]);
}

/// Broken: what one unit had asked for was still there when the next one began.
pub(super) async fn what_another_unit_asked_for_is_not_heard(bench: &Bench) {
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
    assert!(marks(&bench.store).await.is_empty(), "the next unit is not harmed");
}

pub(super) async fn what_is_asked_for_may_be_left_unheard(bench: &Bench) {
    let read = bench.store.read(|tx| tx.ask(LIST_MARKS, &[]).map(drop));
    read.await.expect("it is not read");
    let written = bench.store.write(|tx| tx.ask(LIST_MARKS, &[]).map(drop));
    written.await.expect("it is not read");
    let refused: Result<(), Failure> = bench
        .store
        .write(|tx| {
            mark(tx, "undone")?;
            let _unheard = tx.ask(LIST_MARKS, &[])?;
            Err(Failure::OnPurpose(3))
        })
        .await;
    assert!(matches!(refused, Err(Failure::OnPurpose(3))), "{refused:?}");
    bench.store.write(|tx| mark(tx, "next")).await.expect("the next unit is not harmed");
    assert_eq!(marks(&bench.store).await, ["next"]);
    let in_a_look_up = bench.store.look_up(|tx| {
        let asked = tx.ask(LIST_MARKS, &[])?;
        names(tx.hear(asked)?)
    });
    let seen: Result<Vec<String>, StoreError> = in_a_look_up.await;
    assert_eq!(seen.expect("a look-up may ask for what it hears"), ["next"]);
}

pub(super) async fn a_panicking_unit_leaves_no_trace(bench: &Bench) {
    let outcome: Result<(), StoreError> = bench
        .store
        .write(|tx| {
            mark(tx, "undone")?;
            panic!("on purpose")
        })
        .await;
    assert!(matches!(outcome, Err(StoreError::Driver(_))), "{outcome:?}");
    assert!(marks(&bench.store).await.is_empty());
    bench.store.write(|tx| mark(tx, "next")).await.expect("the next unit is not harmed");
    assert_eq!(marks(&bench.store).await, ["next"]);
}

pub(super) async fn a_unit_that_swallows_a_failure_is_not_committed(bench: &Bench) {
    let outcome: Result<(), StoreError> = bench
        .store
        .write(|tx| {
            mark(tx, "taken")?;
            tx.announce(Topic::Org, Uuid::nil());
            let swallowed = tx.execute(INSERT_MARK, &mark_parameters("taken"));
            assert!(swallowed.is_err());
            Ok(())
        })
        .await;
    assert!(
        matches!(outcome, Err(StoreError::Conflict(_))),
        "the caller hears of the failure that the unit kept to itself: {outcome:?}"
    );
    assert!(marks(&bench.store).await.is_empty());
    assert!(bench.announced().await.is_empty());
}

pub(super) async fn after_a_failure_every_later_statement_fails(bench: &Bench) {
    let later: Result<(), Failure> = bench
        .store
        .write(|tx| {
            assert!(tx.query(NO_SUCH_TABLE, &[]).is_err());
            assert!(list_marks(tx).is_err(), "a query after a failure");
            assert!(mark(tx, "late").is_err(), "a change after a failure");
            Err(Failure::OnPurpose(1))
        })
        .await;
    assert!(matches!(later, Err(Failure::OnPurpose(1))), "{later:?}");
    let in_a_read: Result<(), Failure> = bench
        .store
        .read(|tx| {
            assert!(tx.query(NO_SUCH_TABLE, &[]).is_err());
            assert!(list_marks(tx).is_err(), "a query after a failure");
            Err(Failure::OnPurpose(2))
        })
        .await;
    assert!(matches!(in_a_read, Err(Failure::OnPurpose(2))), "{in_a_read:?}");
}

pub(super) async fn a_read_can_t_write(bench: &Bench) {
    for sql in [INSERT_MARK, INSERT_MARK_RETURNING] {
        let outcome: Result<(), StoreError> =
            bench.store.read(move |tx| tx.query(sql, &mark_parameters("smuggled")).map(drop)).await;
        assert!(outcome.is_err(), "{sql}");
    }
    assert!(marks(&bench.store).await.is_empty());
}

pub(super) async fn a_look_up_makes_one_statement(bench: &Bench) {
    bench.store.write(|tx| mark(tx, "there")).await.expect("the write succeeds");
    let found: Result<Vec<String>, StoreError> = bench.store.look_up(list_marks).await;
    assert_eq!(found.expect("it is answered"), ["there"]);
    let twice: Result<Vec<String>, StoreError> = bench
        .store
        .look_up(|tx| {
            list_marks(tx)?;
            list_marks(tx)
        })
        .await;
    assert!(matches!(twice, Err(StoreError::Driver(_))), "{twice:?}");
}

/// Broken: where it has no transaction to say so, nothing kept it from writing.
pub(super) async fn a_look_up_can_t_write(bench: &Bench) {
    for sql in [INSERT_MARK, INSERT_MARK_RETURNING] {
        let outcome: Result<(), StoreError> =
            bench.store.look_up(move |tx| tx.query(sql, &mark_parameters("smuggled")).map(drop)).await;
        assert!(outcome.is_err(), "{sql}");
    }
    assert!(marks(&bench.store).await.is_empty());
}

pub(super) async fn a_panicking_read_harms_nobody(bench: &Bench) {
    // More often than any engine has readers, so that one that stayed broken would be met again.
    for _ in 0..40 {
        let outcome: Result<(), StoreError> = bench
            .store
            .read(|tx| {
                list_marks(tx)?;
                panic!("on purpose")
            })
            .await;
        assert!(matches!(outcome, Err(StoreError::Driver(_))), "{outcome:?}");
    }
    bench.store.write(|tx| mark(tx, "after")).await.expect("writing goes on");
    assert_eq!(marks(&bench.store).await, ["after"]);
}

pub(super) async fn a_failed_read_tells_its_own_failure(bench: &Bench) {
    let outcome: Result<(), Failure> = bench.store.read(|_| Err(Failure::OnPurpose(3))).await;
    assert!(matches!(outcome, Err(Failure::OnPurpose(3))), "{outcome:?}");
    let outcome: Result<(), Failure> =
        bench.store.read(|tx| Ok(tx.query(NO_SUCH_TABLE, &[]).map(drop)?)).await;
    assert!(matches!(outcome, Err(Failure::Store(StoreError::Driver(_)))), "{outcome:?}");
}
