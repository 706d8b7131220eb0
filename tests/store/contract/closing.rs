//! After the end: refusals, and nothing lost.

use gatepost::store::StoreError;

use super::Bench;
use crate::store::rows::{list_marks, mark, marks};

pub(super) async fn a_closed_store_is_unavailable(bench: &Bench) {
    let written: Result<(), StoreError> = bench.store.write(|tx| mark(tx, "before")).await;
    written.expect("the write succeeds");
    bench.store.close().await;
    let written: Result<(), StoreError> = bench.store.write(|tx| mark(tx, "after")).await;
    assert!(matches!(written, Err(StoreError::Unavailable(_))), "{written:?}");
    let read = bench.store.read(list_marks).await;
    assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    let reopened = bench.open_beside();
    assert_eq!(marks(&reopened).await, ["before"]);
    reopened.close().await;
}

pub(super) async fn closing_twice_is_harmless(bench: &Bench) {
    bench.store.close().await;
    bench.store.close().await;
    let read = bench.store.read(list_marks).await;
    assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
}
