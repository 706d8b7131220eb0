//! Opening a data directory, and each reason not to, told in one sentence.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Barrier;
use std::time::Instant;

use gatepost::store::{OpenError, OpenMode, Store, StoreSettings};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::store::bench::{PATIENCE, deaf, open_sqlite, run};
use crate::store::rows::{mark, marks};

fn open(data: &Path, mode: OpenMode) -> Result<Store, OpenError> {
    let settings = StoreSettings { data: data.to_owned(), server: None, mode };
    Store::open(&settings, deaf())
}

/// Why a directory is not opened. It is one sentence that names the path and what can be done.
fn refusal(data: &Path, mode: OpenMode) -> OpenError {
    let refusal = open(data, mode).err().expect("this is not opened");
    let told = refusal.to_string();
    assert!(!told.contains('\n'), "{told}");
    assert!(told.contains(&data.display().to_string()), "{told}");
    assert!(told.ends_with('.'), "{told}");
    assert!(told.contains(": "), "what can be done is missing: {told}");
    refusal
}

/// A directory with a database that has been used and closed.
fn used_directory() -> TempDir {
    let data = tempdir().expect("a temporary directory can be made");
    run(async {
        let store = open_sqlite(data.path(), OpenMode::Beside, deaf());
        let written: Result<(), gatepost::store::StoreError> = store.write(|tx| mark(tx, "kept")).await;
        written.expect("the write succeeds");
        store.close().await;
    });
    data
}

/// Closes and drops a store, so that nothing is still being written when its directory goes away.
fn close(store: Store) {
    run(store.close());
    drop(store);
}

/// Changes a database behind our back.
fn alter(data: &Path, sql: &str) {
    Connection::open(data.join("gatepost.db"))
        .and_then(|file| file.execute_batch(sql))
        .expect("the database can be changed");
}

#[test]
fn a_missing_directory_is_made_for_its_owner_alone() {
    let parent = tempdir().expect("a temporary directory can be made");
    let data = parent.path().join("not/yet/there");
    let store = open(&data, OpenMode::Serving).expect("the directory is made");
    let mode = fs::metadata(&data).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
    close(store);
}

#[test]
fn a_used_database_is_opened_with_its_rows() {
    let data = used_directory();
    run(async {
        let store = open_sqlite(data.path(), OpenMode::Serving, deaf());
        assert_eq!(marks(&store).await, ["kept"]);
        store.close().await;
    });
}

#[test]
fn a_database_that_a_newer_build_changed_is_refused() {
    let data = used_directory();
    alter(data.path(), "UPDATE schema_info SET version = version + 2, oldest_reader = version + 1");
    for mode in [OpenMode::Serving, OpenMode::Beside] {
        let refusal = refusal(data.path(), mode);
        assert!(
            matches!(&refusal, OpenError::TooNew { oldest_reader, known, .. } if *oldest_reader == known + 1),
            "{refusal:?}"
        );
    }
}

#[test]
fn a_newer_database_that_this_build_can_live_with_is_opened() {
    let data = used_directory();
    alter(data.path(), "UPDATE schema_info SET version = version + 1");
    close(open(data.path(), OpenMode::Serving).expect("it is opened"));
}

#[test]
fn a_directory_that_can_t_be_made_is_refused() {
    let parent = tempdir().expect("a temporary directory can be made");
    let file = parent.path().join("file");
    fs::write(&file, "a file, and no directory").expect("a file can be written");
    for data in [file.clone(), file.join("below")] {
        let refusal = refusal(&data, OpenMode::Serving);
        assert!(matches!(refusal, OpenError::NoDirectory { .. }), "{refusal:?}");
    }
}

/// Nobody can make a file in `/proc`, not even who may do everything elsewhere.
#[test]
fn a_directory_that_can_t_be_written_is_refused() {
    for mode in [OpenMode::Serving, OpenMode::Beside] {
        let refusal = refusal(Path::new("/proc"), mode);
        assert!(matches!(refusal, OpenError::NotWritable { .. }), "{refusal:?}");
    }
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let data = tempdir().expect("a temporary directory can be made");
    let file = data.path().join("gatepost.db");
    let content = "Dear diary, ".repeat(1000);
    fs::write(&file, &content).expect("a file can be written");
    let refusal = refusal(data.path(), OpenMode::Serving);
    assert!(matches!(refusal, OpenError::Unusable { .. }), "{refusal:?}");
    assert_eq!(fs::read_to_string(&file).expect("it can be read"), content);
}

#[test]
fn another_program_s_database_is_refused_and_left_alone() {
    let data = tempdir().expect("a temporary directory can be made");
    alter(data.path(), "CREATE TABLE recipes (title TEXT)");
    let content = || fs::read(data.path().join("gatepost.db")).expect("the file can be read");
    let before = content();
    let refusal = refusal(data.path(), OpenMode::Serving);
    assert!(matches!(refusal, OpenError::Unusable { .. }), "{refusal:?}");
    assert!(content() == before, "the file has been changed");
}

#[test]
fn a_second_serving_process_is_refused_and_told_who_holds_it() {
    let data = tempdir().expect("a temporary directory can be made");
    let first = open(data.path(), OpenMode::Serving).expect("the first one serves");
    let refusal = refusal(data.path(), OpenMode::Serving);
    let OpenError::Locked { holder, .. } = &refusal else {
        panic!("{refusal:?}");
    };
    assert_eq!(*holder, format!("process {}", std::process::id()));
    close(first);
}

#[test]
fn a_refused_opening_leaves_nothing_behind() {
    let data = tempdir().expect("a temporary directory can be made");
    let first = open(data.path(), OpenMode::Serving).expect("the first one serves");
    refusal(data.path(), OpenMode::Serving);
    let mut names: Vec<_> = fs::read_dir(data.path())
        .expect("it can be listed")
        .map(|entry| entry.expect("an entry can be read").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["gatepost.db", "gatepost.db-shm", "gatepost.db-wal", "gatepost.lock"]);
    close(first);
}

#[test]
fn a_command_works_beside_the_server() {
    let data = tempdir().expect("a temporary directory can be made");
    run(async {
        let serving = open_sqlite(data.path(), OpenMode::Serving, deaf());
        for number in 0..3 {
            let beside = open_sqlite(data.path(), OpenMode::Beside, deaf());
            let written: Result<(), gatepost::store::StoreError> =
                beside.write(move |tx| mark(tx, &format!("command-{number}"))).await;
            written.expect("the command's write succeeds");
            beside.close().await;
        }
        assert_eq!(marks(&serving).await, ["command-0", "command-1", "command-2"]);
        serving.close().await;
    });
}

#[test]
fn the_lock_goes_with_its_holder() {
    let data = tempdir().expect("a temporary directory can be made");
    close(open(data.path(), OpenMode::Serving).expect("the first one serves"));
    // A child that another test starts holds a copy of every open file until it becomes another
    // program, the lock's included: the lock may last that moment longer.
    let deadline = Instant::now() + PATIENCE;
    loop {
        match open(data.path(), OpenMode::Serving) {
            Ok(store) => break close(store),
            Err(OpenError::Locked { .. }) if Instant::now() < deadline => std::thread::yield_now(),
            Err(refusal) => panic!("{refusal}"),
        }
    }
}

#[test]
fn a_fresh_directory_may_be_opened_by_several_at_once() {
    const OPENERS: usize = 4;
    for _ in 0..30 {
        let data = tempdir().expect("a temporary directory can be made");
        let start = Barrier::new(OPENERS);
        std::thread::scope(|scope| {
            let openers: Vec<_> = (0..OPENERS)
                .map(|number| {
                    let data = data.path();
                    let mode = if number == 0 { OpenMode::Serving } else { OpenMode::Beside };
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        open(data, mode)
                    })
                })
                .collect();
            for opener in openers {
                match opener.join().expect("the opener does not panic") {
                    Ok(store) => close(store),
                    Err(refusal) => panic!("{refusal}"),
                }
            }
        });
    }
}
