//! Connections to PostgreSQL: where to, how protected, and with which timeouts.
//!
//! Connecting blocks, on a runtime of the connection's own: see `postgres_session`.

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use secrecy::ExposeSecret as _;
use tokio::runtime;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::postgres_session::Session;
use crate::store::{OpenError, ServerSettings};

/// How long a server may take to let us in.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// How long what was sent may stay unacknowledged before the connection counts as lost.
const SILENCE: Duration = Duration::from_secs(5);

/// What ends a statement, a wait for a lock, and a transaction that nobody goes on with.
const SET_TIMEOUTS: &str =
    "SET statement_timeout = '10s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '15s'";

/// Whoever writes says so when they begin.
const SET_READ_ONLY: &str = "SET default_transaction_read_only = on";

/// Where a database is, and how it is connected to.
#[derive(Clone)]
pub(super) struct Address {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

/// Why there is no connection, or none any more.
#[derive(Debug, thiserror::Error)]
pub(super) enum ContactError {
    /// The server says so, or does not answer.
    #[error(transparent)]
    Server(#[from] tokio_postgres::Error),
    /// This machine has no place for one.
    #[error(transparent)]
    Here(#[from] io::Error),
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
        let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| bad(causes(&error)))?;
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
    pub(super) fn connect(&self) -> Result<Session, ContactError> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let mut session = if let Some(tls) = &self.tls {
            let (client, connection) = runtime.block_on(self.config.connect(tls.clone()))?;
            Session::new(runtime, client, connection)
        } else {
            let (client, connection) = runtime.block_on(self.config.connect(NoTls))?;
            Session::new(runtime, client, connection)
        };
        session.batch(SET_TIMEOUTS)?;
        Ok(session)
    }
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
    type Error = ContactError;

    fn connect(&self) -> Result<Session, ContactError> {
        let mut session = Address::connect(self)?;
        session.batch(SET_READ_ONLY)?;
        Ok(session)
    }

    /// Does not ask the server, which would cost every transaction a way there and back: whoever meets a connection that
    /// has been lost takes another one.
    fn is_valid(&self, _: &mut Session) -> Result<(), ContactError> {
        Ok(())
    }

    fn has_broken(&self, session: &mut Session) -> bool {
        session.is_spent()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str) -> Result<Address, OpenError> {
        Address::parse(&ServerSettings { url: url.into(), ca_file: None, connections: 1 })
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
