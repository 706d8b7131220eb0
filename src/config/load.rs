//! Brings the four sources together.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::value::Value;

use super::error::ConfigError;
use super::section::Section;
use super::settings::Settings;
use super::source::{Layer, Source};
use super::{Dialects, Listen, Service, TABLES, environment, file, secret_files};
use crate::model::Dialect;

/// What the settings are loaded for; some defaults and rules depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The service itself.
    Serve,
    /// A trial on one's own machine: its data lie in `./data-dev`, it listens on loopback addresses only, and it
    /// answers every dialect.
    Dev,
    /// A command that works on the service's data.
    Command,
}

/// What the command line gives, over everything else.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// The configuration file, in place of `Rocket.toml`. It has to exist.
    pub config: Option<PathBuf>,
    /// The data directory.
    pub data: Option<PathBuf>,
    /// The address to listen on.
    pub address: Option<IpAddr>,
    /// The port to listen on.
    pub port: Option<u16>,
}

/// Loads the settings from this process's environment and working directory.
///
/// # Errors
/// [`ConfigError`] for the first name or value that cannot be taken, as one sentence with the key and its source.
pub fn load(purpose: Purpose, flags: &Flags) -> Result<Settings, ConfigError> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    let variables = std::env::vars_os();
    load_from(purpose, flags, variables, Path::new(""))
}

/// Loads the settings from the given variables, and from `Rocket.toml` in the given directory.
///
/// # Errors
/// As [`load()`].
pub fn load_from(
    purpose: Purpose,
    flags: &Flags,
    variables: impl IntoIterator<Item = (OsString, OsString)>,
    directory: &Path,
) -> Result<Settings, ConfigError> {
    let file = match &flags.config {
        Some(path) => file::read(path, true)?,
        None => file::read(&directory.join("Rocket.toml"), false)?,
    };
    let merged = Figment::from(defaults(purpose))
        .merge(file)
        .merge(environment::read(variables)?)
        .merge(given_by(flags)?);
    Settings::extract(purpose, &secret_files::read(merged)?)
}

fn defaults(purpose: Purpose) -> Layer {
    let mut layer = Layer::defaults();
    for table in &TABLES {
        for key in table.keys {
            if let Some(text) = key.default {
                layer.insert(&table.path(key.name), key.kind.value_of(text));
            }
        }
    }
    if purpose == Purpose::Dev {
        layer.insert(&Service::TABLE.path("data"), Value::from("./data-dev"));
        let all = Dialect::ALL.map(|dialect| Value::from(dialect.as_str()));
        layer.insert(&Dialects::TABLE.path("mount"), Value::from(all.to_vec()));
    }
    layer
}

fn given_by(flags: &Flags) -> Result<Layer, ConfigError> {
    let mut layer = Layer::flags();
    if let Some(data) = &flags.data {
        // figment's values are text. A path that is none must not quietly become another one.
        let text = data.to_str().ok_or_else(|| ConfigError::BadValue {
            key: "data".to_owned(),
            source_of: Source::Flag("--data".to_owned()),
            rule: "must be UTF-8 text".to_owned(),
        })?;
        layer.insert(&Service::TABLE.path("data"), Value::from(text));
    }
    if let Some(address) = flags.address {
        layer.insert(&Listen::TABLE.path("address"), Value::from(address.to_string()));
    }
    if let Some(port) = flags.port {
        layer.insert(&Listen::TABLE.path("port"), Value::from(port));
    }
    Ok(layer)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::config::LogFormat;
    use crate::config::setup::Setup;

    #[test]
    fn without_any_source_the_defaults_hold() {
        let settings = Setup::new().settings();
        assert_eq!(settings.listen.address, IpAddr::from([127, 0, 0, 1]));
        assert_eq!(settings.listen.port, 8000);
        assert_eq!(settings.service.data, Path::new("./data"));
        assert_eq!(settings.argon2.memory_kib, 19_456);
        assert_eq!(settings.lifetimes.invitation.as_duration(), Duration::from_hours(7 * 24));
        assert!(settings.sign_up.open && settings.limits.enabled);
        assert!(settings.service.trusted_proxies.is_empty() && settings.cors.origins.is_empty());
        assert_eq!(settings.branding.name, "Gatepost");
        assert_eq!(settings.log.format, LogFormat::Text);
        assert_eq!(settings.smtp.relay_port(), 587);
        let refusal = settings.require_public_url().unwrap_err().to_string();
        assert!(refusal.contains("GATEPOST_PUBLIC_URL=https://"), "{refusal}");
    }

    #[test]
    fn each_source_is_read_over_the_one_before_it() {
        let file = "[default]\nport = 1\n[default.gatepost]\ndata = \"from-file\"\n[default.gatepost.argon2]\nlanes = 3\n";
        let mut setup = Setup::new().file("Rocket.toml", file);
        let settings = setup.settings();
        assert_eq!((settings.listen.port, settings.argon2.lanes), (1, 3));
        assert_eq!(settings.service.data, Path::new("from-file"));

        setup = setup.variable("GATEPOST_DATA", "from-variable").variable("ROCKET_PORT", "2");
        let settings = setup.settings();
        assert_eq!((settings.listen.port, settings.argon2.lanes), (2, 3));
        assert_eq!(settings.service.data, Path::new("from-variable"));

        setup.flags.data = Some("from-flag".into());
        setup.flags.port = Some(3);
        let settings = setup.settings();
        assert_eq!((settings.listen.port, settings.argon2.lanes), (3, 3));
        assert_eq!(settings.service.data, Path::new("from-flag"));
    }

    #[test]
    fn the_file_of_the_flag_is_read_in_place_of_the_usual_one() {
        let mut setup = Setup::new()
            .file("Rocket.toml", "[default]\nport = 1\naddress = \"0.0.0.0\"")
            .file("other.toml", "[default]\nport = 2");
        setup.flags.config = Some(setup.path("other.toml"));
        let listen = setup.settings().listen;
        assert_eq!((listen.port, listen.address), (2, IpAddr::from([127, 0, 0, 1])));
    }

    #[test]
    fn lists_are_read_from_commas_and_from_toml() {
        for list in ["10.0.0.0/8, 192.0.2.7,::1", "[\"10.0.0.0/8\", \"192.0.2.7\", \"::1\"]"] {
            let service = Setup::new().variable("GATEPOST_TRUSTED_PROXIES", list).settings().service;
            let proxies: Vec<String> = service.trusted_proxies.iter().map(ToString::to_string).collect();
            assert_eq!(proxies, ["10.0.0.0/8", "192.0.2.7/32", "::1/128"]);
        }
    }

    #[test]
    fn an_empty_variable_gives_nothing_but_empties_a_list() {
        let file = "[default.gatepost]\ndata = \"kept\"\ntrusted_proxies = [\"10.0.0.1\"]";
        let setup = Setup::new().file("Rocket.toml", file);
        let setup = setup.variable("GATEPOST_DATA", "").variable("GATEPOST_TRUSTED_PROXIES", "");
        let service = setup.variable("ROCKET_PORT", "").settings().service;
        assert_eq!(service.data, Path::new("kept"));
        assert!(service.trusted_proxies.is_empty());
    }
}
