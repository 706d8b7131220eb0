//! The statements themselves: known to the engine, listed, and within the portable rules.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gatepost::store::{StoreError, Value, queries};

use rusqlite::Connection;

use super::Bench;
use crate::support::expansion::{columns, tables};

/// `EXPLAIN` makes an engine plan a statement, so every table, column and function must be there,
/// and changes nothing.
pub(super) async fn every_statement_can_be_prepared(bench: &Bench) {
    for sql in queries::all() {
        let explain: &'static str = Box::leak(format!("EXPLAIN {sql}").into_boxed_str());
        let params = vec![Value::Null; parameters(sql).len()];
        let outcome: Result<(), StoreError> =
            bench.store.read(move |tx| tx.query(explain, &params).map(drop)).await;
        assert!(outcome.is_ok(), "{outcome:?} for\n{sql}");
    }
}

/// Also those that were prepared before, on the same connections.
pub(super) async fn every_statement_can_be_prepared_when_the_next_version_has_added_to_the_schema(
    bench: &Bench,
) {
    every_statement_can_be_prepared(bench).await;
    bench.expand();
    every_statement_can_be_prepared(bench).await;
    bench.open_beside().close().await;
}

#[test]
fn statements_name_the_columns_that_they_read_and_write() {
    for sql in queries::all() {
        assert!(!sql.replace("COUNT(*)", "").contains('*'), "{sql}");
        if let Some((_, inserted)) = sql.split_once("INSERT INTO ") {
            let after_table = inserted.split_whitespace().nth(1);
            assert!(after_table.is_some_and(|word| word.starts_with('(')), "{sql}");
        }
    }
}

/// A statement of several tables that names a column without its table breaks when another table gets one of that name.
#[test]
fn a_column_of_whatever_name_may_be_added_to_any_table() {
    let database = Connection::open_in_memory().expect("a database in memory");
    for table in tables() {
        let create = format!("CREATE TABLE {table} ({})", columns().join(", "));
        database.execute_batch(&create).expect("a table with all columns");
    }
    for sql in queries::all() {
        // What conflicts with what is not known of these tables.
        let sql = sql.split(" ON CONFLICT ").next().unwrap_or(sql);
        if let Err(error) = database.prepare(sql) {
            panic!("{error} in\n{sql}");
        }
    }
}

/// The numbers of a statement's parameters. A `?` that has none counts as 0.
fn parameters(sql: &str) -> BTreeSet<usize> {
    sql.split('?')
        .skip(1)
        .map(|after| {
            let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            after[..digits].parse().unwrap_or(0)
        })
        .collect()
}

#[test]
fn parameters_are_numbered_without_a_gap() {
    for sql in queries::all() {
        let found = parameters(sql);
        assert_eq!(found, (1..=found.len()).collect(), "{sql}");
        assert!(!sql.contains('$'), "{sql}");
    }
}

#[test]
fn what_engines_understand_differently_is_not_used() {
    let differing = [
        " LIKE ",
        " ILIKE ",
        " GLOB ",
        "LOWER(",
        "UPPER(",
        "GREATEST(",
        "LEAST(",
        " OFFSET ",
        "FOR UPDATE",
        "DEFERRABLE",
        "AUTOINCREMENT",
        "ROWID",
        "NOW()",
        "CURRENT_TIMESTAMP",
        "OR IGNORE",
        "OR REPLACE",
        "IFNULL(",
        "NVL(",
    ];
    for sql in queries::all() {
        let shouted = sql.to_ascii_uppercase();
        let found: Vec<_> = differing.iter().filter(|word| shouted.contains(**word)).collect();
        assert!(found.is_empty(), "{found:?} in\n{sql}");
    }
}

/// A statement that its file forgot to list would never be prepared above.
#[test]
fn every_statement_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/queries");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the queries can be listed") {
        let path = entry.expect("an entry can be read").path();
        let source = fs::read_to_string(&path).expect("a source can be read");
        let list = source
            .split_once("pub const ALL:")
            .and_then(|(_, rest)| rest.split_once("];"))
            .map_or("", |(list, _)| list);
        let listed: BTreeSet<&str> = list.split(|c: char| !is_in_a_name(c)).collect();
        for name in source.lines().filter_map(statement_name) {
            assert!(listed.contains(name), "{name} is not in ALL of {}", path.display());
            seen += 1;
        }
    }
    assert_eq!(seen, queries::all().len());
}

fn is_in_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// `FIND` from `const FIND: &str = …`.
fn statement_name(line: &str) -> Option<&str> {
    let (name, _) = line.trim_start_matches("pub ").strip_prefix("const ")?.split_once(": &str")?;
    Some(name)
}
