//! How SQLite goes about each statement. What reads a whole table takes longer with everything that anybody ever did, and
//! holds all changes up while it is part of one.

use gatepost::store::queries;
use rusqlite::Connection;

use crate::store::bench::{Bench, Engine};

/// Tables that stay small, whatever the service has to do.
const SMALL: [&str; 4] = ["inbox", "settings", "sign_up_domains", "signing_keys"];

/// Indexes of a few rows each: what waits, what has failed, who runs the service.
const OF_FEW: [&str; 5] =
    ["audit_events_unchained", "jobs_failed", "outbox_due", "outbox_failed", "users_operators"];

/// What a statement makes a row of by itself.
const ITS_OWN: [&str; 2] = ["CONSTANT ROW", "asked"];

/// What operators ask for now and then, outside of any change: pages of everything there is, and how much that is.
const OF_OPERATORS: [&str; 3] = [
    "SELECT COUNT(*) FROM orgs",
    "SELECT COUNT(*) FROM users",
    "SELECT created_at / 86400000000 AS day, COUNT(*) FROM users",
];

/// The steps in which a statement walks through all of a table or an index, by what they walk through.
fn walks(database: &Connection, sql: &str) -> Vec<String> {
    let mut plan = database.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
    // A parameter that is not bound is `NULL`.
    let steps = plan.raw_query().mapped(|step| step.get::<_, String>(3)).collect::<Result<Vec<_>, _>>();
    let walked = |step: &String| step.strip_prefix("SCAN ").map(ToOwned::to_owned);
    steps.expect("its steps").iter().filter_map(walked).collect()
}

/// Whether there are never many rows of it.
fn is_short(walked: &str) -> bool {
    let is_over = |index: &&str| walked.ends_with(&format!(" INDEX {index}"));
    let is_small = SMALL.iter().any(|table| walked.split(' ').next() == Some(table));
    is_small || ITS_OWN.contains(&walked) || OF_FEW.iter().any(is_over)
}

/// A page of a list, which ends with its limit, though it may have to walk far where little fits what is asked for.
fn is_page(sql: &str, walked: &str) -> bool {
    sql.starts_with("SELECT") && sql.contains(" LIMIT ?") && walked.contains(" USING INDEX sqlite_autoindex_")
}

#[tokio::test]
async fn no_statement_reads_a_whole_table_but_those_of_operators() {
    let bench = Bench::open(Engine::Sqlite);
    let database = Connection::open(bench.data().join("gatepost.db")).expect("the database can be opened");
    for sql in queries::all() {
        for walked in walks(&database, sql) {
            let is_of_operators = OF_OPERATORS.iter().any(|asked| sql.starts_with(asked));
            let is_fine = is_short(&walked) || is_of_operators || is_page(sql, &walked);
            assert!(is_fine, "it walks through all of {walked}:\n{sql}");
        }
    }
}
