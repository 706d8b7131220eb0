//! From the settings to the parts that commands are made of.

use std::io::IsTerminal as _;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use anyhow::{Context as _, Result, bail};
use secrecy::SecretString;
use tokio::runtime::Runtime;
use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat, SettingShown, Settings};
use crate::crypto::passwords::hasher::HasherSettings;
use crate::crypto::passwords::parameters::Argon2Parameters;
use crate::domain::App;
use crate::domain::clock::Clock;
use crate::domain::settings::{AppSettings, DialectRules, Lifetimes, Rules, SettingInForce};
use crate::store::{OpenMode, ServerSettings, Store};

/// Starts the log, on standard error.
pub(super) fn start_logging(log: &Log) {
    let filter = EnvFilter::new(log.filter.as_str());
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // A second start in one process, as in tests, keeps the first log.
    let _already = match log.format {
        LogFormat::Text => subscriber.with_target(false).try_init(),
        LogFormat::Json => subscriber.json().try_init(),
    };
}

/// The runtime that everything asynchronous runs on: a thread for each core.
pub(super) fn runtime() -> Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_name("gatepost")
        .build()
        .context("the threads of the service could not be started")
}

/// Refuses a data directory without a database: a command must not make one beside the one that was meant.
pub(super) fn require_database(settings: &Settings) -> Result<()> {
    let data = &settings.service.data;
    // A server's is looked at when it is opened.
    if settings.service.database_url.is_some() || Store::exists_in(data) {
        return Ok(());
    }
    bail!(
        "There is no database in {}: start `gatepost serve` there first, or name the right directory with --data.",
        data.display()
    )
}

/// What people call the database, and how they name another one.
pub(super) fn database_named(settings: &Settings) -> (String, &'static str) {
    if settings.service.database_url.is_some() {
        return ("The database of `database_url`".to_owned(), "name another one there");
    }
    (format!("The data directory {}", settings.service.data.display()), "name another one with --data")
}

/// Where a database is, and the key file that belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The directory of the key file, and of the database if it is a file.
    pub(super) data: PathBuf,
    /// The server of the database, if it is on one.
    pub(super) server: Option<ServerSettings>,
}

impl Place {
    /// Where the settings have it.
    pub(super) fn of(settings: &Settings) -> Self {
        let service = &settings.service;
        let server = service.database_url.clone().map(|url| server(settings, url));
        Self { data: service.data.clone(), server }
    }
}

/// A database's server, used as the settings have it.
pub(super) fn server(settings: &Settings, url: SecretString) -> ServerSettings {
    let service = &settings.service;
    let (ca_file, connections) = (service.database_ca_file.clone(), service.database_connections);
    ServerSettings { url, ca_file, connections }
}

/// Opens the database and starts what operations need.
pub(super) async fn start_app(
    settings: &Settings,
    public_url: String,
    mode: OpenMode,
    mail_configured: bool,
) -> Result<App> {
    start_app_at(Place::of(settings), settings, public_url, mode, mail_configured).await
}

/// As [`start_app`], with a database that the settings do not name.
pub(super) async fn start_app_at(
    place: Place,
    settings: &Settings,
    public_url: String,
    mode: OpenMode,
    mail_configured: bool,
) -> Result<App> {
    let lifetimes = &settings.lifetimes;
    let rules = Rules {
        public_url,
        dialects: DialectRules { strict: settings.dialects.strict, app_urls: settings.dialect_urls() },
        product: settings.branding.name.clone(),
        limits_enabled: settings.limits.enabled,
        sign_up_open: settings.sign_up.open,
        sign_up_email_domains: settings
            .sign_up
            .email_domains
            .iter()
            .map(|domain| domain.as_str().to_owned())
            .collect(),
        mail_configured,
        lifetimes: Lifetimes {
            invitation: lifetimes.invitation.into(),
            activation: lifetimes.activation.into(),
            reset: lifetimes.reset.into(),
            email_change: lifetimes.email_change.into(),
            session_idle: lifetimes.session_idle.into(),
            session_total: lifetimes.session_total.into(),
            token: lifetimes.token.into(),
            support: lifetimes.support.into(),
            deletion_grace: lifetimes.deletion_grace.into(),
        },
    };
    let argon2 = &settings.argon2;
    let hasher = HasherSettings {
        parameters: Argon2Parameters {
            memory_kib: argon2.memory_kib,
            iterations: argon2.iterations,
            lanes: argon2.lanes,
        },
        threads: available_parallelism().unwrap_or(NonZeroUsize::MIN),
        queue_length: argon2.queue_length,
        queue_wait: argon2.queue_wait.into(),
    };
    let Place { data, server } = place;
    let in_force = settings.in_force().map(in_force).collect();
    Ok(App::start(AppSettings { data, server, mode, hasher, clock: Clock::system(), rules, in_force })
        .await?)
}

fn in_force(setting: SettingShown) -> SettingInForce {
    let SettingShown { name, value, is_masked, source } = setting;
    SettingInForce { name, value, is_masked, source: source.to_string() }
}
