//! Everything that can be set, as one value, and how it is taken from the merged sources.

use figment::Figment;
use figment::error::Kind as FigmentKind;
use figment::value::{Dict, Value};

use super::error::ConfigError;
use super::load::Purpose;
use super::section::{Section, Table, Validate};
use super::show::{self, SettingShown, Shown};
use super::source::Source;
use super::{
    Argon2, Backstack, Branding, Cors, Cycle, Dialects, Lifetimes, Limits, Listen, Log, Pm415, Polygonid,
    PublicUrl, Service, SignUp, Smtp, rocket,
};

/// The settings of one process.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the service listens.
    pub listen: Listen,
    /// The service as a whole.
    pub service: Service,
    /// The mail relay.
    pub smtp: Smtp,
    /// Sign-up without an invitation.
    pub sign_up: SignUp,
    /// How long links, sessions and tokens last.
    pub lifetimes: Lifetimes,
    /// The account APIs of other products that are answered too.
    pub dialects: Dialects,
    /// The dialect `polygonid`.
    pub polygonid: Polygonid,
    /// The dialect `pm415`.
    pub pm415: Pm415,
    /// The dialect `cycle`.
    pub cycle: Cycle,
    /// The dialect `backstack`.
    pub backstack: Backstack,
    /// How the service names itself.
    pub branding: Branding,
    /// Password hashing.
    pub argon2: Argon2,
    /// Rate limits.
    pub limits: Limits,
    /// Cross-origin requests.
    pub cors: Cors,
    /// The log.
    pub log: Log,
    /// What Rocket is built on. The merged sources themselves are not kept, because they hold the secrets as text.
    rocket: Figment,
    shown: Vec<Shown>,
}

impl Settings {
    pub(super) fn extract(purpose: Purpose, merged: &Figment) -> Result<Self, ConfigError> {
        let listen: Listen = read(merged)?;
        if purpose == Purpose::Dev && !listen.address.is_loopback() {
            let rule = "must be a loopback address for `dev`, which shows its mail and passwords to whoever connects";
            return Err(bad_value(merged, &Listen::TABLE, "address", rule));
        }
        let rocket = rocket::figment(merged)?;
        Ok(Self {
            listen,
            service: read(merged)?,
            smtp: read(merged)?,
            sign_up: read(merged)?,
            lifetimes: read(merged)?,
            dialects: read(merged)?,
            polygonid: read(merged)?,
            pm415: read(merged)?,
            cycle: read(merged)?,
            backstack: read(merged)?,
            branding: read(merged)?,
            argon2: read(merged)?,
            limits: read(merged)?,
            cors: read(merged)?,
            log: read(merged)?,
            shown: show::collect(merged, &rocket),
            rocket,
        })
    }

    /// The public URL, for those who cannot go on without it.
    ///
    /// # Errors
    /// [`ConfigError::PublicUrlMissing`], which says how to give it.
    pub fn require_public_url(&self) -> Result<&PublicUrl, ConfigError> {
        self.service.public_url.as_ref().ok_or(ConfigError::PublicUrlMissing)
    }

    /// The configuration for `rocket::custom`: Rocket listens on a free loopback port behind the service's own
    /// listener, reads the client's address from no header, and prints nothing. None of Gatepost's settings are in it.
    pub fn rocket_figment(&self) -> Figment {
        self.rocket.clone()
    }

    /// Writes every key with its value and where that came from, as TOML in which secrets and keys that are not set
    /// stand as comments.
    pub fn show(&self) -> String {
        show::write(&self.shown)
    }

    /// Every setting with its value and where that came from; secrets are masked.
    pub fn in_force(&self) -> impl Iterator<Item = SettingShown> {
        self.shown.iter().map(Into::into)
    }
}

/// Takes one section from the merged sources and checks it.
fn read<S: Section + Validate>(merged: &Figment) -> Result<S, ConfigError> {
    let table = &S::TABLE;
    let mut values = Dict::new();
    for key in table.keys {
        let Ok(value) = merged.find_value(&table.path(key.name)) else {
            continue;
        };
        if !key.kind.accepts(&value) {
            return Err(bad_value(merged, table, key.name, &format!("must be {}", key.kind.expectation())));
        }
        values.insert(key.name.to_owned(), value);
    }
    let section: S = Value::from(values).deserialize().map_err(|error| {
        let key = error.path.first().map(String::as_str).unwrap_or_default();
        bad_value(merged, table, key, &rule_of(&error.kind))
    })?;
    section.validate().map_err(|fault| bad_value(merged, table, fault.key, fault.rule))?;
    Ok(section)
}

/// The rule behind a refusal of serde's. The values of settings state theirs as messages that begin with "must".
fn rule_of(kind: &FigmentKind) -> String {
    match kind {
        FigmentKind::Message(rule) if rule.starts_with("must ") => rule.clone(),
        FigmentKind::UnknownVariant(_, known) => format!("must be one of `{}`", known.join("`, `")),
        FigmentKind::InvalidType(_, expected) | FigmentKind::InvalidValue(_, expected) => {
            format!("must be {expected}")
        }
        _ => "must be a value of another form".to_owned(),
    }
}

pub(super) fn bad_value(merged: &Figment, table: &Table, key: &str, rule: &str) -> ConfigError {
    ConfigError::BadValue {
        key: table.name(key),
        source_of: Source::find(merged, table, key),
        rule: rule.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::path::Path;

    use secrecy::ExposeSecret;

    use super::*;
    use crate::config::setup::Setup;

    #[test]
    fn a_bad_value_is_refused_with_its_key_and_its_source() {
        for (name, value, key) in [
            ("GATEPOST_SMTP__PORT", "80a", "smtp.port"),
            ("GATEPOST_SMTP__PORT", "65536", "smtp.port"),
            ("GATEPOST_SMTP__TLS", "ssl", "smtp.tls"),
            ("GATEPOST_SMTP__FROM", "nobody", "smtp.from"),
            ("GATEPOST_SMTP__FROM", "a@b.example\r\nBcc: c@d.example", "smtp.from"),
            ("GATEPOST_ARGON2__MEMORY_KIB", "7", "argon2.memory_kib"),
            ("GATEPOST_ARGON2__QUEUE_WAIT", "five", "argon2.queue_wait"),
            ("GATEPOST_LIMITS__ENABLED", "no", "limits.enabled"),
            ("GATEPOST_LIFETIMES__TOKEN", "2 days", "lifetimes.token"),
            ("GATEPOST_LIFETIMES__TOKEN", "91d", "lifetimes.token"),
            ("GATEPOST_LIFETIMES__SESSION_IDLE", "91d", "lifetimes.session_idle"),
            ("GATEPOST_CORS__ORIGINS", "https://a.example,*", "cors.origins"),
            ("GATEPOST_CORS__ORIGINS", "[\"https://a.example\"", "cors.origins"),
            ("GATEPOST_SIGN_UP__EMAIL_DOMAINS", "@a.example", "sign_up.email_domains"),
            ("GATEPOST_TRUSTED_PROXIES", "10.0.0.0/33", "trusted_proxies"),
            ("GATEPOST_PUBLIC_URL", "https://a.example/path", "public_url"),
            ("GATEPOST_LOG__FILTER", "info,a=loud", "log.filter"),
            ("GATEPOST_LOG__FORMAT", "xml", "log.format"),
            ("GATEPOST_BRANDING__NAME", "a\nb", "branding.name"),
            ("ROCKET_ADDRESS", "localhost", "address"),
            ("ROCKET_PORT", "70000", "port"),
            ("ROCKET_KEEP_ALIVE", "long", "keep_alive"),
        ] {
            let refusal = Setup::refusal_of(name, value);
            assert!(refusal.starts_with(&format!("`{key}` ({name}) must ")), "{refusal}");
            assert!(!refusal.contains(value), "{refusal}");
        }
    }

    #[test]
    fn a_bad_value_in_the_file_is_refused_with_its_key_and_the_file() {
        for (text, key) in [
            ("[default.gatepost.smtp]\nport = \"587\"", "smtp.port"),
            ("[default.gatepost.smtp]\npassword = 12345", "smtp.password"),
            ("[default.gatepost.smtp]\npassword_file = 12345", "smtp.password_file"),
            ("[default.gatepost.lifetimes]\ntoken = 24", "lifetimes.token"),
            ("[default.gatepost]\ntrusted_proxies = \"10.0.0.1\"", "trusted_proxies"),
            ("[default]\nkeep_alive = \"long\"", "keep_alive"),
        ] {
            let setup = Setup::new().file("Rocket.toml", text);
            let refusal = setup.refusal();
            let start = format!("`{key}` ({}) must ", setup.path("Rocket.toml").display());
            assert!(refusal.starts_with(&start), "{refusal}");
            assert!(!refusal.contains("12345"), "{refusal}");
        }
    }

    #[test]
    fn a_trial_has_its_own_data_and_listens_only_on_loopback_addresses() {
        let mut setup = Setup::new();
        setup.purpose = Purpose::Dev;
        assert_eq!(setup.settings().service.data, Path::new("./data-dev"));
        setup.flags.address = Some(IpAddr::from([0, 0, 0, 0]));
        assert!(setup.refusal().starts_with("`address` (--address) must be a loopback address"));
    }

    #[test]
    fn a_password_is_taken_as_it_stands_whatever_it_looks_like() {
        for password in ["12345", "true", "[x", "1.5e3", "{a=1}", "\"quoted\"", " spaced ", "a,b"] {
            let setup = Setup::new()
                .variable("GATEPOST_SMTP__USERNAME", "0123")
                .variable("GATEPOST_SMTP__PASSWORD", password);
            let smtp = setup.settings().smtp;
            assert_eq!(smtp.username.as_deref(), Some("0123"));
            assert_eq!(smtp.password.unwrap().expose_secret(), password);
        }
    }
}
