//! Connections under TLS: the server shows a certificate, and it has to be for its name and from whom we trust.

use gatepost::store::{OpenError, OpenMode, ServerSettings, StoreError};
use secrecy::SecretString;

use super::{open, refusal};
use crate::store::bench::run;
use crate::store::rows::{mark, marks};
use crate::support::Database;
use crate::support::database::{postgres_server, postgres_under_tls, settings, url_of};

/// The settings of a database that is reached by TCP, at this name of the server, under TLS.
fn under_tls(name: &str, database: &Database, knows_authority: bool) -> Option<ServerSettings> {
    let (server, authority) = postgres_under_tls()?;
    let url = url_of(&server, database.name()).replace("localhost", name);
    let url = SecretString::from(format!("{url}?sslmode=verify-full"));
    let ca_file = knows_authority.then_some(authority);
    Some(ServerSettings { url, ca_file, ..settings(&server) })
}

#[test]
fn a_server_with_a_certificate_from_the_named_authority_is_used() {
    let Some(server) = postgres_server("connections under TLS") else { return };
    let database = Database::with_schema(&server);
    let Some(settings) = under_tls("localhost", &database, true) else { return };
    let store = open(settings, OpenMode::Serving).unwrap_or_else(|refusal| panic!("{refusal}"));
    run(async {
        let written: Result<(), StoreError> = store.write(|tx| mark(tx, "under TLS")).await;
        written.expect("the write succeeds");
        assert_eq!(marks(&store).await, ["under TLS"]);
        store.close().await;
    });
}

#[test]
fn a_server_whose_certificate_is_from_elsewhere_or_for_another_name_is_refused() {
    let Some(server) = postgres_server("connections under TLS") else { return };
    let database = Database::with_schema(&server);
    for (name, knows_authority) in [("localhost", false), ("127.0.0.1", true)] {
        let Some(settings) = under_tls(name, &database, knows_authority) else { return };
        let refusal = refusal(settings, OpenMode::Serving);
        assert!(matches!(refusal, OpenError::Unreachable { .. }), "{refusal:?}");
        assert!(refusal.to_string().contains("certificate"), "{refusal}");
    }
}

#[test]
fn a_file_without_certificates_is_refused() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let file = directory.path().join("ca.pem");
    for content in ["", "no certificate\n"] {
        std::fs::write(&file, content).expect("a file can be written");
        let settings = ServerSettings {
            ca_file: Some(file.clone()),
            ..settings("postgres://ada:hunter2@db.example.com/accounts")
        };
        let refusal = refusal(settings, OpenMode::Serving);
        assert!(matches!(refusal, OpenError::BadAuthority { .. }), "{refusal:?}");
    }
}
