//! A disk that fills up: callers are told, nothing acknowledged is lost, and freed space is enough
//! to go on.
//!
//! Told twice: on a file system of three megabytes, where mounting one is allowed, and under a limit
//! of the files' size, which every process may set for itself. Both need a process of their own.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use gatepost::store::{OpenMode, Store, StoreError, Write, queries::settings};
use rlimit::Resource;
use tokio::task::JoinSet;

use super::child;
use crate::store::bench::{deaf, open_sqlite, run};
use crate::store::rows::marks;

/// What the disk is filled with, and what is taken away again.
const BALLAST: &str = "ballast";
const BALLAST_BYTES: usize = 1024 * 1024;

#[test]
fn on_a_small_file_system() {
    let data = tempfile::tempdir().expect("a temporary directory can be made");
    // In a namespace of its own the mount is nobody else's business, and gone when the child is.
    let mount = "mount -t tmpfs -o size=3m tmpfs \"$GATEPOST_TEST_CHILD_DATA\"";
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
        command
    };
    let allowed = child::command_under(unshare(mount), "", data.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !allowed {
        leave_out("on_a_small_file_system", "mounting one is not allowed here");
        return;
    }
    let script = format!("{mount} && exec \"$@\"");
    pass(child::command_under(
        unshare(&script),
        "store::sqlite::full_disk::child_on_a_small_file_system",
        data.path(),
    ));
}

#[test]
#[ignore = "is started by the test above"]
fn child_on_a_small_file_system() {
    let Some(data) = child::data() else { return };
    fs::write(data.join(BALLAST), vec![1; BALLAST_BYTES]).expect("the ballast fits");
    run(fill_and_free(&data, || {
        fs::remove_file(data.join(BALLAST)).expect("the ballast can be thrown off");
    }));
}

#[test]
fn under_a_limit_of_the_files_size() {
    let data = tempfile::tempdir().expect("a temporary directory can be made");
    // The signal that goes with the limit would end the process; ignored, the write fails instead.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ && exec \"$@\"", "sh"]);
    pass(child::command_under(
        command,
        "store::sqlite::full_disk::child_under_a_limit_of_the_files_size",
        data.path(),
    ));
}

#[test]
#[ignore = "is started by the test above"]
fn child_under_a_limit_of_the_files_size() {
    let Some(data) = child::data() else { return };
    let (_, hard) = Resource::FSIZE.get().expect("the limit can be read");
    let limit = |bytes| Resource::FSIZE.set(bytes, hard).expect("the limit can be set");
    limit(2 * 1024 * 1024);
    run(fill_and_free(&data, || limit(hard)));
}

/// Runs a child, which must pass its one test.
fn pass(mut child: Command) {
    let output = child.output().expect("the child can be started");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Says so on the terminal itself: what a passing test prints, the harness keeps to itself.
fn leave_out(test: &str, reason: &str) {
    let _nobody_reads = writeln!(std::io::stderr(), "{test} was left out: {reason}");
}

/// Writes until nothing fits, goes on a while, frees space, and counts.
async fn fill_and_free(data: &Path, free: impl FnOnce()) {
    let store = open_sqlite(data, OpenMode::Serving, deaf());
    let mut acknowledged = Vec::new();
    for round in 0..5 {
        acknowledged.extend(write_beside_a_giant(&store, round).await);
        check(&store, &acknowledged).await;
    }

    let mut refused = 0;
    for round in 100.. {
        let (done, failed) = write_group(&store, round).await;
        acknowledged.extend(done);
        refused += failed;
        assert!(round < 300, "the disk never gets full");
        if refused >= 40 {
            break;
        }
    }
    assert!(!acknowledged.is_empty(), "nothing fitted at all");
    check(&store, &acknowledged).await;

    free();
    let (done, failed) = write_group(&store, 1000).await;
    assert_eq!(failed, 0, "there is room again");
    acknowledged.extend(done);
    check(&store, &acknowledged).await;
    store.close().await;
    drop(store);

    let reopened = open_sqlite(data, OpenMode::Beside, deaf());
    check(&reopened, &acknowledged).await;
    reopened.close().await;
}

/// Writes several pairs beside a unit that can't ever fit and fails before its commit, which ends the
/// transaction of those that share it. Tells the pairs that were acknowledged.
async fn write_beside_a_giant(store: &Store, round: u32) -> Vec<String> {
    let giant = async {
        let written: Result<(), StoreError> =
            store.write(|tx| settings::upsert_setting(tx, "giant", &vec![7; 6 * 1024 * 1024])).await;
        assert!(matches!(written, Err(StoreError::Unavailable(_))), "{written:?}");
    };
    let (before, (), after) =
        tokio::join!(write_group(store, 2 * round), giant, write_group(store, 2 * round + 1));
    [before.0, after.0].concat()
}

/// Writes several pairs at once, and tells those that were acknowledged and how many were refused.
async fn write_group(store: &Store, round: u32) -> (Vec<String>, usize) {
    let mut callers = JoinSet::new();
    for caller in 0..8u32 {
        let store = store.clone();
        callers.spawn(async move {
            let name = format!("round-{round:04}-caller-{caller}");
            let pair = halves(&name);
            let written: Result<(), StoreError> = store.write(move |tx| insert_pair(tx, &pair)).await;
            (name, written)
        });
    }
    let mut acknowledged = Vec::new();
    let mut refused = 0;
    for (name, written) in callers.join_all().await {
        match written {
            Ok(()) => acknowledged.push(name),
            Err(StoreError::Unavailable(_)) => refused += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    (acknowledged, refused)
}

fn insert_pair(tx: &mut dyn Write, pair: &[String; 2]) -> Result<(), StoreError> {
    let bulk = [7; 5000];
    pair.iter().try_for_each(|half| settings::upsert_setting(tx, half, &bulk))
}

fn halves(name: &str) -> [String; 2] {
    [format!("{name}/first"), format!("{name}/second")]
}

/// What is there is exactly what was acknowledged, each with both of its halves.
async fn check(store: &Store, acknowledged: &[String]) {
    let mut expected: Vec<String> = acknowledged.iter().flat_map(|name| halves(name)).collect();
    expected.sort();
    assert_eq!(marks(store).await, expected);
}
