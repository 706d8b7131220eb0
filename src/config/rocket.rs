//! Rocket's own keys: which of them count here, and the figment that Rocket is built on.
//!
//! Rocket listens only inside, on a loopback port that the service's own listener forwards to. So `address` and
//! `port` are the outer listener's, and the keys that would then do nothing are refused rather than ignored.

use std::net::IpAddr;

use figment::error::Kind as FigmentKind;
use figment::value::Value;
use figment::{Figment, Profile};

use super::error::ConfigError;
use super::section::{Key, Kind, Section, Table, Validate, section};
use super::source::Source;

section! {
    /// Where the service listens. These are Rocket's keys, so they stand above those of Gatepost.
    #[section("default")]
    pub struct Listen {
        /// The address to listen on. The default expects a proxy on the same machine; `0.0.0.0` or `::` is every
        /// address. `dev` takes only loopback addresses. The flag is `--address`.
        #[setting(Kind::Text, default = "127.0.0.1")]
        pub address: IpAddr,
        /// The port to listen on; 0 picks a free one, which is printed. The flag is `--port`.
        #[setting(Kind::Number(0, 65_535), default = "8000")]
        pub port: u16,
    }
}

impl Validate for Listen {}

/// The keys that Rocket itself reads, in its own syntax. Their kind is not ours to check.
pub(super) const PASSED_ON: Table = Table {
    heading: "default",
    doc: "Keys that Rocket reads itself, in Rocket's syntax.",
    keys: &[
        Key {
            name: "keep_alive",
            kind: Kind::Text,
            default: None,
            doc: "How long an idle connection is kept, in seconds.",
        },
        Key {
            name: "ident",
            kind: Kind::Text,
            default: None,
            doc: "What the `Server` header says; `false` leaves it out.",
        },
        Key {
            name: "shutdown",
            kind: Kind::Text,
            default: None,
            doc: "How a stop proceeds: `grace` and `mercy`, in seconds.",
        },
    ],
};

/// What may stand under `shutdown`. Which signals stop the service is no setting.
const SHUTDOWN: [&str; 2] = ["grace", "mercy"];

const NOT_TAKEN: [(&str, &str); 11] = [
    ("limits", "each route knows how long its bodies may be"),
    ("tls", "a proxy in front of the service ends TLS"),
    ("ip_header", "forwarded addresses are believed from `trusted_proxies` alone"),
    ("proxy_proto_header", "`public_url` tells whether people come over https"),
    ("log_level", "`log.filter` decides what is logged"),
    ("cli_colors", "`log.format` decides how the log looks"),
    ("workers", "the service has as many threads as the machine has cores"),
    ("max_blocking", "the service sizes its own threads"),
    ("temp_dir", "nothing is uploaded into files"),
    ("secret_key", "the key file in the data directory protects what has to be secret"),
    ("profile", "there is one profile, [default]"),
];

/// Refuses a key of Rocket's level that is unknown, or that would do nothing. `given` is the name and its place.
pub(super) fn check_name(name: &str, given: &str) -> Result<(), ConfigError> {
    if Listen::TABLE.key(name).is_some() || PASSED_ON.key(name).is_some() {
        return Ok(());
    }
    let given = given.to_owned();
    if name == "config" {
        return Err(ConfigError::NotTaken { given, reason: "the flag `--config` names the file" });
    }
    if let Some((_, reason)) = NOT_TAKEN.iter().find(|(refused, _)| *refused == name) {
        return Err(ConfigError::NotTaken { given, reason });
    }
    let known = Listen::TABLE.keys.iter().chain(PASSED_ON.keys).map(|key| key.name).collect::<Vec<_>>();
    Err(ConfigError::Unknown { given, known: known.join(", ") })
}

/// The value that one of the keys passed on has in the end, without what is no setting here.
pub(super) fn effective(figment: &Figment, key: &str) -> Option<Value> {
    let mut value = figment.find_value(key).ok()?;
    if let ("shutdown", Value::Dict(_, entries)) = (key, &mut value) {
        entries.retain(|name, _| SHUTDOWN.contains(&name.as_str()));
    }
    Some(value)
}

/// The configuration that Rocket is built on: its defaults, the keys passed on, and what the service insists on.
/// None of the service's own settings are in it.
pub(super) fn figment(merged: &Figment) -> Result<Figment, ConfigError> {
    let mut figment = Figment::from(rocket::Config::release_default()).select(Profile::Default);
    for key in PASSED_ON.keys {
        let Ok(value) = merged.find_value(key.name) else {
            continue;
        };
        if key.name == "shutdown" {
            let unknown =
                value.as_dict().and_then(|dict| dict.keys().find(|name| !SHUTDOWN.contains(&name.as_str())));
            if let Some(unknown) = unknown {
                let source = Source::find(merged, &PASSED_ON, key.name);
                let given = format!("`{unknown}` under `shutdown` ({source})");
                return Err(ConfigError::Unknown { given, known: SHUTDOWN.join(", ") });
            }
        }
        figment = figment.merge((key.name, value));
    }
    let figment = figment
        .merge(("address", "127.0.0.1"))
        .merge(("port", 0))
        .merge(("ip_header", false))
        .merge(("log_level", "off"))
        .merge(("cli_colors", false));
    match rocket::Config::try_from(&figment) {
        Ok(_) => Ok(figment),
        Err(error) => {
            let key = error.path.first().cloned().unwrap_or_default();
            let source_of = Source::find(merged, &PASSED_ON, &key);
            let rule = match error.kind {
                FigmentKind::InvalidType(_, expected) | FigmentKind::InvalidValue(_, expected) => {
                    format!("must be what Rocket takes: {expected}")
                }
                _ => "must be what Rocket takes".to_owned(),
            };
            Err(ConfigError::BadValue { key: error.path.join("."), source_of, rule })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::setup::Setup;

    #[test]
    fn rocket_is_given_its_own_keys_and_listens_only_inside() {
        let setup = Setup::new()
            .file("Rocket.toml", "[default]\nkeep_alive = 7\n[default.shutdown]\ngrace = 9")
            .variable("ROCKET_PORT", "9000")
            .variable("ROCKET_ADDRESS", "0.0.0.0")
            .variable("GATEPOST_PUBLIC_URL", "https://a.example/");
        let settings = setup.settings();
        assert_eq!(settings.listen.port, 9000);
        assert_eq!(settings.require_public_url().unwrap().as_str(), "https://a.example");

        let config = rocket::Config::try_from(settings.rocket_figment()).unwrap();
        assert_eq!((config.address, config.port), (IpAddr::from([127, 0, 0, 1]), 0));
        assert_eq!((config.keep_alive, config.shutdown.grace, config.ip_header), (7, 9, None));
        assert!(!settings.rocket_figment().contains("gatepost"));
    }

    #[test]
    fn an_unknown_name_under_shutdown_is_refused() {
        let refusal = Setup::new().file("Rocket.toml", "[default.shutdown]\ngrce = 9").refusal();
        assert!(refusal.contains("`grce`") && refusal.contains("Rocket.toml"), "{refusal}");
    }
}
