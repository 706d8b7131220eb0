//! Opening a server's database, and each reason not to, told in one sentence.

use std::net::TcpListener;
use std::sync::Barrier;

use gatepost::store::{OpenError, OpenMode, StoreError};

use super::{open, refusal};
use crate::store::bench::run;
use crate::store::rows::{mark, marks};
use crate::support::Database;
use crate::support::database::{postgres_server, settings};

#[test]
fn a_fresh_database_may_be_opened_by_several_at_once() {
    const OPENERS: usize = 6;
    let Some(server) = postgres_server("several that start at once") else { return };
    for _ in 0..3 {
        let database = Database::empty(&server);
        let start = Barrier::new(OPENERS);
        let stores: Vec<_> = std::thread::scope(|scope| {
            let opener = || {
                start.wait();
                open(database.settings(), OpenMode::Serving)
            };
            let openers: Vec<_> = (0..OPENERS).map(|_| scope.spawn(opener)).collect();
            openers.into_iter().map(|opener| opener.join().expect("the opener does not panic")).collect()
        });
        for (number, store) in stores.into_iter().enumerate() {
            let store = store.unwrap_or_else(|refusal| panic!("{refusal}"));
            run(async {
                let written: Result<(), StoreError> =
                    store.write(move |tx| mark(tx, &format!("opener-{number}"))).await;
                written.expect("the write succeeds");
                assert_eq!(marks(&store).await.len(), number + 1, "all of them opened the same database");
                store.close().await;
            });
        }
    }
}

#[test]
fn a_command_makes_no_database() {
    let Some(server) = postgres_server("a command on an empty database") else { return };
    let database = Database::empty(&server);
    let refusal = refusal(database.settings(), OpenMode::Beside);
    assert!(matches!(refusal, OpenError::Empty { .. }), "{refusal:?}");
    let store = open(database.settings(), OpenMode::Serving).expect("it is still empty");
    run(store.close());
}

#[test]
fn another_program_s_database_is_refused_and_left_alone() {
    let Some(server) = postgres_server("another program's database") else { return };
    let database = Database::empty(&server);
    database.alter("CREATE TABLE recipes (title TEXT)");
    let refusal = refusal(database.settings(), OpenMode::Serving);
    assert!(matches!(refusal, OpenError::Foreign { .. }), "{refusal:?}");
    // Fails unless there is nothing but that table.
    database
        .alter("DROP TABLE recipes; CREATE TABLE schema_lock (a TEXT); CREATE TABLE schema_info (a TEXT)");
}

#[test]
fn a_database_that_a_newer_build_changed_is_refused() {
    let Some(server) = postgres_server("a newer build's database") else { return };
    let database = Database::with_schema(&server);
    database.alter("UPDATE schema_info SET version = version + 1");
    run(open(database.settings(), OpenMode::Serving).expect("this build can live with it").close());
    database.alter("UPDATE schema_info SET version = version + 2, oldest_reader = version + 1");
    for mode in [OpenMode::Serving, OpenMode::Beside] {
        let refusal = refusal(database.settings(), mode);
        assert!(matches!(refusal, OpenError::TooNew { .. }), "{refusal:?}");
    }
}

#[test]
fn a_server_that_is_not_there_is_refused() {
    // A port that was free a moment ago.
    let port =
        TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("it has one").port();
    let url = format!("postgres://ada:hunter2@127.0.0.1:{port}/accounts");
    let refusal = refusal(settings(&url), OpenMode::Serving);
    assert!(matches!(refusal, OpenError::Unreachable { .. }), "{refusal:?}");
    assert!(refusal.to_string().contains(&format!("accounts on 127.0.0.1:{port}")), "{refusal}");
}

#[test]
fn a_database_that_is_not_there_is_refused() {
    let Some(server) = postgres_server("a server without the database") else { return };
    let url = crate::support::database::url_of(&server, "nothing_of_that_name");
    let refusal = refusal(settings(&url), OpenMode::Serving);
    assert!(matches!(refusal, OpenError::Unreachable { .. }), "{refusal:?}");
    assert!(refusal.to_string().contains("does not exist"), "{refusal}");
}
