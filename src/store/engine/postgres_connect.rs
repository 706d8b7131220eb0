//! Connections to PostgreSQL: where to, how protected, with which timeouts, and how many.
//!
//! The client blocks and runs a small runtime of its own, which panics where async tasks run, on connecting and on
//! being dropped alike. Everything here is therefore for threads that may block.

use std::collections::HashMap;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls, Statement};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use secrecy::ExposeSecret as _;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::{OpenError, ServerSettings};

/// How long a server may take to let us in.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// How long what was sent may stay unacknowledged before the connection counts as lost.
const SILENCE: Duration = Duration::from_secs(5);

/// What ends a statement, a wait for a lock, and a transaction that nobody goes on with.
const SET_TIMEOUTS: &str =
    "SET statement_timeout = '10s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '15s'";

/// Where a database is, and how it is connected to.
#[derive(Clone)]
pub(super) struct Address {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

/// A connection, with the statements that it has prepared.
pub(super) struct Session {
    pub(super) client: Client,
    statements: HashMap<&'static str, Statement>,
    /// Whether a transaction was begun whose end nobody has heard of.
    is_in_transaction: bool,
}

impl Address {
    /// Reads a URL such as `postgres://user:password@host:port/database`.
    ///
    /// A connection that leaves the machine is under TLS, with a certificate that is verified, unless the URL says
    /// `sslmode=disable`.
    pub(super) fn parse(settings: &ServerSettings) -> Result<Self, OpenError> {
        // What other clients call verifying is what is always done here.
        let url = settings.url.expose_secret();
        let url = url.replace("sslmode=verify-full", "sslmode=require");
        let bad = |reason: String| OpenError::BadUrl { reason };
        if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
            return Err(bad("it does not begin with postgres://".to_owned()));
        }
        let mut config: Config = url.parse().map_err(|error: postgres::Error| bad(causes(&error)))?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(bad("it names no host".to_owned()));
        }
        if config.get_dbname().is_none() {
            return Err(bad("it names no database".to_owned()));
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_TIMEOUT);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        if config.get_application_name().is_none() {
            config.application_name("gatepost");
        }
        let needs_tls = match config.get_ssl_mode() {
            SslMode::Disable => false,
            SslMode::Prefer => !stays_here(&config),
            _ => true,
        };
        let tls = if needs_tls { Some(tls(settings.ca_file.as_deref())?) } else { None };
        config.ssl_mode(if needs_tls { SslMode::Require } else { SslMode::Disable });
        Ok(Self { config, tls })
    }

    /// The database by name, without the password: `accounts on db.example.com:5432`.
    pub(super) fn name(&self) -> String {
        let ports = self.config.get_ports();
        let port = |index: usize| ports.get(index).or(ports.first()).copied().unwrap_or(5432);
        let hosts = self.config.get_hosts().iter().enumerate().map(|(index, host)| match host {
            Host::Tcp(host) => format!("{host}:{}", port(index)),
            Host::Unix(path) => format!("{}:{}", path.display(), port(index)),
        });
        let hosts: Vec<String> = hosts.collect();
        format!("{} on {}", self.config.get_dbname().unwrap_or_default(), hosts.join(", "))
    }

    /// Connects.
    pub(super) fn connect(&self) -> Result<Session, postgres::Error> {
        let mut client = match &self.tls {
            Some(tls) => self.config.connect(tls.clone()),
            None => self.config.connect(NoTls),
        }?;
        client.batch_execute(SET_TIMEOUTS)?;
        Ok(Session { client, statements: HashMap::new(), is_in_transaction: false })
    }
}

impl Session {
    /// A statement in PostgreSQL's way of writing parameters, prepared once for each connection.
    pub(super) fn prepare(&mut self, sql: &'static str) -> Result<Statement, postgres::Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&numbered(sql))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    /// Begins a transaction.
    pub(super) fn begin(&mut self, sql: &str) -> Result<(), postgres::Error> {
        self.is_in_transaction = true;
        self.client.batch_execute(sql)
    }

    /// Ends it. A session whose transaction could not be ended is not used again.
    pub(super) fn end(&mut self, sql: &str) -> Result<(), postgres::Error> {
        self.client.batch_execute(sql)?;
        self.is_in_transaction = false;
        Ok(())
    }
}

/// `?1` becomes `$1`. No statement of ours has a `?` for anything else.
fn numbered(sql: &str) -> String {
    sql.replace('?', "$")
}

/// Whether a connection can't be listened to on its way: by a socket, or within the machine.
fn stays_here(config: &Config) -> bool {
    let is_here = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback()),
    };
    config.get_hosts().iter().all(is_here) && config.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

/// TLS with the certificates of one authority, or of those that everybody trusts.
fn tls(ca_file: Option<&Path>) -> Result<MakeRustlsConnect, OpenError> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let bad = |reason: String| OpenError::BadAuthority { path: path.to_owned(), reason };
            for certificate in CertificateDer::pem_file_iter(path).map_err(|error| bad(error.to_string()))? {
                let certificate = certificate.map_err(|error| bad(error.to_string()))?;
                roots.add(certificate).map_err(|error| bad(error.to_string()))?;
            }
            if roots.is_empty() {
                return Err(bad("it holds no certificate".to_owned()));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows the protocols that it comes with")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// An error with all that caused it, as one line.
pub(super) fn causes(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = error.source();
    }
    told.replace('\n', " ")
}

impl r2d2::ManageConnection for Address {
    type Connection = Session;
    type Error = postgres::Error;

    fn connect(&self) -> Result<Session, postgres::Error> {
        Address::connect(self)
    }

    /// Looks without asking the server: a question would cost every transaction a way there and back.
    fn is_valid(&self, session: &mut Session) -> Result<(), postgres::Error> {
        session.client.check_connection()
    }

    fn has_broken(&self, session: &mut Session) -> bool {
        session.is_in_transaction || session.client.is_closed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str) -> Result<Address, OpenError> {
        Address::parse(&ServerSettings { url: url.into(), ca_file: None, connections: 1 })
    }

    #[test]
    fn parameters_are_written_as_postgresql_does() {
        assert_eq!(numbered("a = ?2 AND (b, c) > (?1, ?12)"), "a = $2 AND (b, c) > ($1, $12)");
    }

    #[test]
    fn what_leaves_the_machine_is_under_tls() {
        for (url, is_under_tls) in [
            ("postgres://a@localhost/accounts", false),
            ("postgres://a@127.0.0.1:5433/accounts", false),
            ("postgres://a@%2Frun%2Fpostgresql/accounts", false),
            ("postgres://a@localhost/accounts?sslmode=require", true),
            ("postgres://a@db.example.com/accounts", true),
            ("postgresql://a@db.example.com/accounts?sslmode=prefer", true),
            ("postgres://a@db.example.com/accounts?sslmode=verify-full", true),
            ("postgres://a@localhost,db.example.com/accounts", true),
            ("postgres://a@db.example.com/accounts?sslmode=disable", false),
        ] {
            assert_eq!(address(url).unwrap().tls.is_some(), is_under_tls, "{url}");
        }
    }

    #[test]
    fn a_database_is_named_without_its_password() {
        let named = address("postgres://ada:hunter2@localhost:5433,127.0.0.1:5434/accounts").unwrap().name();
        assert_eq!(named, "accounts on localhost:5433, 127.0.0.1:5434");
    }

    #[test]
    fn a_url_that_can_t_be_read_is_refused_without_telling_it() {
        for url in [
            "mysql://ada:hunter2@localhost/accounts",
            "ada:hunter2@localhost",
            "postgres://ada:hunter2@localhost",
            "postgres:///accounts?password=hunter2",
            "postgres://ada:hunter2@localhost:port/accounts",
            "postgres://ada:hunter2@localhost/accounts?sslmode=perhaps",
        ] {
            let refusal = address(url).err().expect(url).to_string();
            assert!(!refusal.contains("hunter2"), "{refusal}");
            assert!(refusal.ends_with('.') && !refusal.contains('\n'), "{refusal}");
        }
    }
}
