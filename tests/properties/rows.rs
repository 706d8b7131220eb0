//! All rows as they are at one moment, read through the store, and what changed between two moments.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use gatepost::store::StoreError;

use crate::support::TestApp;

/// The schema: which tables and columns there are.
const SCHEMA: &str = include_str!("../../schema.sql");

/// What tells when something was last used, and no more.
const NOTES: [(&str, &str); 3] =
    [("sessions", "last_used_at"), ("api_keys", "last_used_at"), ("api_keys", "last_refused_at")];

/// Every row of every table, as text.
pub(super) struct Rows(BTreeMap<&'static str, BTreeSet<String>>);

/// The tables whose rows are other ones, and the actions that were told.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) tables: BTreeMap<&'static str, String>,
    pub(super) actions: Vec<String>,
    /// Events that were there before and are not as they were.
    pub(super) lost_events: usize,
}

impl Rows {
    /// Reads them, in one transaction.
    pub(super) async fn read(app: &TestApp) -> Self {
        let read = app.app.store.read(|tx| {
            let rows = |sql| Ok(tx.query(sql, &[])?.into_iter().map(|row| format!("{row:?}")).collect());
            statements()
                .iter()
                .map(|(table, sql)| (*table, *sql))
                .map({
                    let mut rows = rows;
                    move |(table, sql)| Ok((table, rows(sql)?))
                })
                .collect::<Result<_, StoreError>>()
        });
        Self(read.await.expect("the database answers"))
    }

    /// What is different later.
    pub(super) fn changes(&self, later: &Self) -> Changes {
        let mut changes = Changes::default();
        for (table, before) in &self.0 {
            let after = &later.0[table];
            let added: Vec<&String> = after.difference(before).collect();
            let removed: Vec<&String> = before.difference(after).collect();
            if *table == "audit_events" {
                changes.actions = added.iter().map(|row| action_of(row)).collect();
                changes.lost_events = removed.len();
            } else if !added.is_empty() || !removed.is_empty() {
                changes.tables.insert(table, format!("{table}: from {removed:?} to {added:?}"));
            }
        }
        changes
    }
}

/// The action of an event's row: its first text with a dot, since ids have none.
fn action_of(row: &str) -> String {
    row.split('"').find(|text| text.contains('.')).unwrap_or(row).to_owned()
}

/// One statement for each table, made from the schema once.
fn statements() -> &'static [(&'static str, &'static str)] {
    static MADE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    MADE.get_or_init(|| SCHEMA.split("CREATE TABLE ").skip(1).map(statement).collect())
}

fn statement(created: &'static str) -> (&'static str, &'static str) {
    let (table, rest) = created.split_once(" (\n").expect("a table has columns");
    let (body, _) = rest.split_once("\n);").expect("a table ends");
    let columns: Vec<&str> = body
        .lines()
        .filter_map(|line| line.trim().split(' ').next())
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .filter(|column| !NOTES.contains(&(table, column)))
        .collect();
    (table, format!("SELECT {} FROM {table}", columns.join(", ")).leak())
}

#[test]
fn every_table_of_the_schema_is_read() {
    let statements = statements();
    assert_eq!(statements.len(), SCHEMA.matches("CREATE TABLE").count());
    let sessions = statements.iter().find(|(table, _)| *table == "sessions").map(|(_, sql)| *sql);
    let sessions = sessions.unwrap();
    assert!(sessions.contains("ended_at") && !sessions.contains("last_used_at"), "{sessions}");
}
