//! Constraints: what they refuse, and by which name.

use gatepost::store::{Store, StoreError, Value, Write};
use uuid::Uuid;

use super::Bench;
use crate::store::rows::{OrgRow, insert_org, insert_user};

const ADA: Uuid = Uuid::from_u128(1);
const ORG: Uuid = Uuid::from_u128(2);

const INSERT_INVITATION: &str = "INSERT INTO invitations (id, org_id, email_address, email_normalized, role,
    inviter_id, letter_id, created_at, expires_at, revoked_at)
    VALUES (?1, ?2, 'bob@example.com', 'bob@example.com', 'member', ?3, 'letter', 0, 1, ?4)";
const INSERT_SETTING_ONCE: &str = "INSERT INTO settings (name, value) VALUES ('once', ?1)
    ON CONFLICT (name) DO NOTHING";
const UPSERT_SETTING: &str = "INSERT INTO settings (name, value) VALUES ('once', ?1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value RETURNING value";
const INSERT_MEMBERSHIP: &str =
    "INSERT INTO memberships (id, user_id, org_id, role, joined_at) VALUES (?1, ?1, ?2, 'owner', 0)";
const COUNT_MEMBERSHIPS: &str = "SELECT COUNT(*) FROM memberships";
const DELETE_USER: &str = "DELETE FROM users WHERE id = ?1";

/// Writes one unit, whose rows nobody needs to see.
async fn write<T: Send + 'static>(
    store: &Store,
    unit: impl Fn(&mut dyn Write) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    store.write(unit).await
}

async fn insert_ada_and_org(bench: &Bench) {
    write(&bench.store, |tx| {
        insert_user(tx, ADA, "ada@example.com")?;
        insert_org(tx, &OrgRow { id: ORG, ..OrgRow::new(0, "Analytical Engines") })
    })
    .await
    .expect("a person and an org can be added");
}

pub(super) async fn a_broken_unique_constraint_is_told_by_our_name(bench: &Bench) {
    insert_ada_and_org(bench).await;
    let again = write(&bench.store, |tx| insert_user(tx, Uuid::from_u128(9), "ada@example.com")).await;
    assert!(
        matches!(&again, Err(StoreError::Conflict(name)) if name == "users_email_normalized_key"),
        "{again:?}"
    );
}

pub(super) async fn a_broken_unique_constraint_over_several_columns_is_told_by_our_name(bench: &Bench) {
    insert_ada_and_org(bench).await;
    let invite = |number: u128, revoked_at: Option<i64>| {
        let params: [Value; 4] = [Uuid::from_u128(number).into(), ORG.into(), ADA.into(), revoked_at.into()];
        write(&bench.store, move |tx| tx.execute(INSERT_INVITATION, &params))
    };
    invite(10, Some(5)).await.expect("a revoked one is not in the way");
    invite(11, None).await.expect("the first open one");
    let second_open = invite(12, None).await;
    assert!(
        matches!(
            &second_open,
            Err(StoreError::Conflict(name)) if name == "invitations_org_id_email_normalized_key"
        ),
        "{second_open:?}"
    );
    invite(13, Some(6)).await.expect("nor is a further revoked one");
}

pub(super) async fn on_conflict_is_told_by_the_rows_touched(bench: &Bench) {
    let insert_once = |bytes: &'static [u8]| {
        write(&bench.store, move |tx| tx.execute(INSERT_SETTING_ONCE, &[bytes.into()]))
    };
    assert_eq!(insert_once(b"first").await.expect("an insert"), 1);
    assert_eq!(insert_once(b"second").await.expect("no insert"), 0);
    let upserted = write(&bench.store, |tx| {
        let mut rows = tx.query(UPSERT_SETTING, &[b"third".as_slice().into()])?;
        assert_eq!(rows.len(), 1);
        rows.remove(0).cells().bytes()
    })
    .await;
    assert_eq!(upserted.expect("an update"), b"third");
}

pub(super) async fn a_row_that_refers_to_nothing_is_refused(bench: &Bench) {
    let outcome = write(&bench.store, |tx| tx.execute(INSERT_MEMBERSHIP, &[ADA.into(), ORG.into()])).await;
    assert!(matches!(outcome, Err(StoreError::Conflict(_))), "{outcome:?}");
    assert_eq!(count_memberships(bench).await, 0);
}

pub(super) async fn an_absent_value_where_one_is_needed_is_refused(bench: &Bench) {
    let outcome = write(&bench.store, |tx| tx.execute(INSERT_SETTING_ONCE, &[Value::Null])).await;
    assert!(matches!(outcome, Err(StoreError::Conflict(_))), "{outcome:?}");
}

pub(super) async fn what_belongs_to_a_deleted_row_goes_with_it(bench: &Bench) {
    insert_ada_and_org(bench).await;
    write(&bench.store, |tx| tx.execute(INSERT_MEMBERSHIP, &[ADA.into(), ORG.into()]))
        .await
        .expect("a membership can be added");
    assert_eq!(count_memberships(bench).await, 1);
    let touched = write(&bench.store, |tx| tx.execute(DELETE_USER, &[ADA.into()])).await;
    assert_eq!(touched.expect("the person can be deleted"), 1);
    assert_eq!(count_memberships(bench).await, 0);
}

async fn count_memberships(bench: &Bench) -> i64 {
    let count: Result<i64, StoreError> =
        bench.store.read(|tx| tx.query(COUNT_MEMBERSHIPS, &[])?.remove(0).cells().int()).await;
    count.expect("rows can be counted")
}
