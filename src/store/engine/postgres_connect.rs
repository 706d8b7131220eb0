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
use tokio::runtime::{self, Runtime};
use tokio::time::timeout;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{Config, NoTls, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::postgres_session::Session;
use crate::store::{OpenError, ServerSettings};

/// How long a host may take to be reached.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// How long all else may take until a server lets us in: finding its address, TLS, the password.
const WELCOME: Duration = Duration::from_secs(5);

/// How long what was sent may stay unacknowledged before the connection counts as lost. Where nothing is sent, it is asked
/// after as long whether the other side is still there.
const SILENCE: Duration = Duration::from_secs(5);

/// How long after one such question the next one follows, and how many stay unanswered before the connection is lost.
const PROBES: (Duration, u32) = (Duration::from_secs(1), 5);

/// What the client takes where a URL does not say when to ask first.
const CLIENTS_OWN_SILENCE: Duration = Duration::from_hours(2);

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
    /// The server says so, or can't be reached.
    #[error(transparent)]
    Server(#[from] tokio_postgres::Error),
    /// It was reached, and said nothing.
    #[error("it does not answer")]
    Silent,
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
        if config.get_keepalives_idle() == CLIENTS_OWN_SILENCE {
            config.keepalives_idle(SILENCE);
        }
        if config.get_keepalives_interval().is_none() {
            config.keepalives_interval(PROBES.0);
        }
        if config.get_keepalives_retries().is_none() {
            config.keepalives_retries(PROBES.1);
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
        let mut session = match &self.tls {
            Some(tls) => self.connect_by(runtime, tls.clone())?,
            None => self.connect_by(runtime, NoTls)?,
        };
        session.batch(SET_TIMEOUTS)?;
        Ok(session)
    }

    fn connect_by<T>(&self, runtime: Runtime, tls: T) -> Result<Session, ContactError>
    where
        T: MakeTlsConnect<Socket>,
        T::Stream: Unpin + Send + 'static,
        T::TlsConnect: TlsConnect<Socket, Stream = T::Stream>,
    {
        let hosts = self.config.get_hosts().len().max(self.config.get_hostaddrs().len());
        let reached = self.config.get_connect_timeout().copied().unwrap_or(CONNECT_TIMEOUT);
        let patience = WELCOME.saturating_add(reached.saturating_mul(u32::try_from(hosts).unwrap_or(1)));
        let welcome = runtime.block_on(async { timeout(patience, self.config.connect(tls)).await });
        let Ok(connected) = welcome else {
            // It may still be looking for the address.
            runtime.shutdown_background();
            return Err(ContactError::Silent);
        };
        let (client, connection) = connected?;
        Ok(Session::new(runtime, client, connection))
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
