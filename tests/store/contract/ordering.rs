//! Order and equality: the same on every engine, whatever its locale.

use gatepost::model::Timestamp;
use gatepost::store::{Row, StoreError, Value};
use uuid::Uuid;

use super::Bench;
use crate::store::rows::{OrgRow, insert_org};

const LIST_BY_NAME: &str = "SELECT name FROM orgs ORDER BY name, id";
const LIST_BY_COUNTRY: &str = "SELECT name FROM orgs ORDER BY country NULLS LAST, id";
const LIST_BY_COUNTRY_DESCENDING: &str = "SELECT name FROM orgs ORDER BY country DESC NULLS LAST, id";
const LIST_OF_NAME: &str = "SELECT name FROM orgs WHERE name = ?1 ORDER BY id";
const LIST_PAGE: &str = "SELECT created_at, id FROM orgs WHERE (created_at, id) > (?1, ?2)
    ORDER BY created_at, id LIMIT ?3";

async fn insert_orgs(bench: &Bench, orgs: Vec<OrgRow>) {
    let written: Result<(), StoreError> =
        bench.store.write(move |tx| orgs.iter().try_for_each(|org| insert_org(tx, org).map(drop))).await;
    written.expect("orgs can be added");
}

async fn query(bench: &Bench, sql: &'static str, params: Vec<Value>) -> Vec<Row> {
    let rows: Result<Vec<Row>, StoreError> = bench.store.read(move |tx| tx.query(sql, &params)).await;
    rows.expect("rows can be read")
}

async fn texts(bench: &Bench, sql: &'static str, params: Vec<Value>) -> Vec<String> {
    query(bench, sql, params).await.into_iter().map(|row| row.cells().text().expect("a text")).collect()
}

pub(super) async fn texts_are_ordered_by_their_code_points(bench: &Bench) {
    // The last two stand the other way round where text is ordered by UTF-16 units.
    let in_order = [
        "",
        " ",
        "-",
        "10",
        "9",
        "A",
        "B",
        "Z",
        "_",
        "a",
        "ab",
        "b",
        "z",
        "Ä",
        "ä",
        "Ω",
        "\u{ff5e}",
        "\u{1f600}",
    ];
    let orgs = in_order.iter().rev().zip(1..).map(|(name, number)| OrgRow::new(number, name)).collect();
    insert_orgs(bench, orgs).await;
    assert_eq!(texts(bench, LIST_BY_NAME, vec![]).await, in_order);
}

pub(super) async fn texts_are_equal_only_if_they_are_the_same(bench: &Bench) {
    // A precomposed letter, the same with a combining mark, another case, and a blank at the end.
    let names = ["b\u{e4}r", "ba\u{308}r", "B\u{c4}R", "b\u{e4}r "];
    let orgs = names.iter().zip(1..).map(|(name, number)| OrgRow::new(number, name)).collect();
    insert_orgs(bench, orgs).await;
    for name in names {
        assert_eq!(texts(bench, LIST_OF_NAME, vec![name.into()]).await, [name]);
    }
}

pub(super) async fn nulls_come_last_where_the_statement_says_so(bench: &Bench) {
    let org = |number, name, country| OrgRow { country, ..OrgRow::new(number, name) };
    insert_orgs(
        bench,
        vec![
            org(1, "first nowhere", None),
            org(2, "in Sweden", Some("SE")),
            org(3, "second nowhere", None),
            org(4, "in Austria", Some("AT")),
        ],
    )
    .await;
    assert_eq!(
        texts(bench, LIST_BY_COUNTRY, vec![]).await,
        ["in Austria", "in Sweden", "first nowhere", "second nowhere"]
    );
    assert_eq!(
        texts(bench, LIST_BY_COUNTRY_DESCENDING, vec![]).await,
        ["in Sweden", "in Austria", "first nowhere", "second nowhere"]
    );
}

pub(super) async fn pages_by_key_show_every_row_once(bench: &Bench) {
    const ORGS: u128 = 23;
    let org = |number: u128| OrgRow {
        // Several share a moment, so that the id has to decide.
        created_at: Timestamp::from_microsecond(i64::try_from(number / 4).expect("a small number"))
            .expect("a valid time"),
        ..OrgRow::new(number, "listed")
    };
    insert_orgs(bench, (1..=ORGS).rev().map(org).collect()).await;

    let mut seen = Vec::new();
    let mut last = (-1, Uuid::nil());
    loop {
        let page: Vec<(i64, Uuid)> = query(bench, LIST_PAGE, vec![last.0.into(), last.1.into(), 5u32.into()])
            .await
            .into_iter()
            .map(|row| {
                let mut cells = row.cells();
                (cells.int().expect("a number"), cells.uuid().expect("an id"))
            })
            .collect();
        assert!(page.len() <= 5);
        let Some(end) = page.last() else { break };
        last = *end;
        seen.extend(page.iter().map(|(_, id)| id.as_u128()));
        if seen.len() == 5 {
            // A row that comes before what has been shown shifts nothing.
            insert_orgs(bench, vec![org(0)]).await;
        }
    }
    assert_eq!(seen, (1..=ORGS).collect::<Vec<_>>());
}
