//! A process that is killed in the middle of writing loses nothing that it acknowledged.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::Stdio;

use gatepost::store::{OpenMode, StoreError};
use rusqlite::Connection;
use tokio::task::JoinSet;

use super::child;
use crate::store::bench::{deaf, open_sqlite, run};
use crate::store::rows::{mark, marks};

/// What stands before a name that the child has been told is durable.
const ACKNOWLEDGED: &str = "acknowledged ";

#[test]
fn a_killed_process_loses_nothing_acknowledged() {
    let data = tempfile::tempdir().expect("a temporary directory can be made");
    let mut acknowledged = Vec::new();
    // Killed early, in full swing, and once after the log has grown past its automatic checkpoint.
    for acknowledgements in [1, 40, 300, 1500, 17] {
        acknowledged.extend(write_until_killed(data.path(), acknowledgements));
        check(data.path(), &acknowledged);
    }
}

/// Starts a writer, kills it after so many acknowledgements, and tells all that it gave.
fn write_until_killed(data: &Path, acknowledgements: usize) -> Vec<String> {
    let mut writer = child::command("store::sqlite::crash::child", data)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the child can be started");
    let output = writer.stdout.take().expect("its output is piped");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let mut names = Vec::new();
    let mut names_of_line = |line: String| {
        if let Some(name) = line.strip_prefix(ACKNOWLEDGED) {
            names.push(name.to_owned());
        }
        names.len()
    };
    let reached = lines.by_ref().any(|line| names_of_line(line) >= acknowledgements);
    writer.kill().expect("the child can be killed");
    // What it wrote between the last line that was read and its death counts as well.
    lines.for_each(|line| {
        names_of_line(line);
    });
    writer.wait().expect("the child has ended");
    assert!(reached, "the child ended by itself after {}", names.len());
    names
}

/// Every acknowledged pair is there, no pair is there by half, and the file is sound.
fn check(data: &Path, acknowledged: &[String]) {
    let found = run(async {
        let store = open_sqlite(data, OpenMode::Serving, deaf());
        let found = marks(&store).await;
        store.close().await;
        found
    });
    for name in acknowledged {
        for half in halves(name) {
            assert!(found.binary_search(&half).is_ok(), "{half} was acknowledged and is gone");
        }
    }
    for half in &found {
        let (name, _) = half.rsplit_once('/').expect("every name has a half");
        for half in halves(name) {
            assert!(found.binary_search(&half).is_ok(), "{half} is missing beside its other half");
        }
    }
    let verdict: String = Connection::open(data.join("gatepost.db"))
        .and_then(|file| file.query_row("PRAGMA integrity_check", [], |row| row.get(0)))
        .expect("the file can be checked");
    assert_eq!(verdict, "ok");
}

fn halves(name: &str) -> [String; 2] {
    [format!("{name}/first"), format!("{name}/second")]
}

#[test]
#[ignore = "is started, and killed, by the test above"]
fn child() {
    let Some(data) = child::data() else { return };
    run(async {
        let store = open_sqlite(&data, OpenMode::Serving, deaf());
        let mut callers = JoinSet::new();
        for caller in 0..8u32 {
            let store = store.clone();
            callers.spawn(async move {
                for number in 0u32.. {
                    let name = format!("process-{}-caller-{caller}-{number}", std::process::id());
                    let pair = halves(&name);
                    let written: Result<(), StoreError> =
                        store.write(move |tx| pair.iter().try_for_each(|half| mark(tx, half))).await;
                    written.expect("the write succeeds");
                    // One call, so that no line is cut by another's. The harness has begun a line.
                    std::io::stdout()
                        .write_all(format!("\n{ACKNOWLEDGED}{name}\n").as_bytes())
                        .expect("the parent listens");
                }
            });
        }
        callers.join_all().await;
    });
}
