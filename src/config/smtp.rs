//! How letters leave: the mail relay and the sender that they name.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

use super::section::{Fault, Kind, Validate, section};

section! {
    /// The mail relay. Without a host letters are kept and wait for one.
    #[section("default.gatepost.smtp")]
    pub struct Smtp {
        /// The relay's host name. Its certificate must be for this name.
        #[setting(Kind::Text)]
        pub host: Option<String>,
        /// The relay's port. Where none is given, `tls` decides: 587 for `starttls`, 465 for `tls`, 25 for `none`.
        #[setting(Kind::Number(1, 65_535))]
        pub port: Option<u16>,
        /// The name to sign in with, for a relay that asks for one.
        #[setting(Kind::Text)]
        pub username: Option<String>,
        /// The password that belongs to `username`.
        #[setting(Kind::Secret)]
        pub password: Option<SecretString>,
        /// A file that holds the password, in place of `password`. A line break at its end is left out.
        #[setting(Kind::Path)]
        pub password_file: Option<PathBuf>,
        /// How the connection is protected: `starttls` (required, not merely tried; RFC 3207), `tls` from the first byte
        /// (RFC 8314), or `none`.
        #[setting(Kind::Text, default = "starttls")]
        pub tls: SmtpTls,
        /// The sender that letters name, such as `Gatepost <accounts@example.com>`. Needed with `host`.
        #[setting(Kind::Text)]
        pub from: Option<Sender>,
        /// A PEM file with the certificate of a private authority that the relay's certificate may come from.
        #[setting(Kind::Path)]
        pub ca_file: Option<PathBuf>,
        /// In place of a relay: a directory into which each letter is written as a file (`.eml`).
        #[setting(Kind::Path)]
        pub directory: Option<PathBuf>,
    }
}

/// How the connection to the relay is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// In the clear at first, then TLS or nothing (RFC 3207).
    Starttls,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// Not at all.
    None,
}

/// The mailbox that letters come from: an address, with or without a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Sender(lettre::message::Mailbox);

/// Why a text is not a [`Sender`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be an address, such as `Gatepost <accounts@example.com>` or `accounts@example.com`")]
pub struct SenderError;

impl Sender {
    /// The mailbox as the mail crate takes it.
    pub fn mailbox(&self) -> &lettre::message::Mailbox {
        &self.0
    }
}

impl TryFrom<String> for Sender {
    type Error = SenderError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        // A line break would add a header to every letter.
        if text.chars().any(char::is_control) {
            return Err(SenderError);
        }
        text.parse().map(Self).map_err(|_| SenderError)
    }
}

impl Smtp {
    /// Whether letters go anywhere.
    pub fn is_configured(&self) -> bool {
        self.host.is_some() || self.directory.is_some()
    }

    /// The relay's port, where none is given the one that the protection implies.
    pub fn relay_port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            SmtpTls::Starttls => 587,
            SmtpTls::Tls => 465,
            SmtpTls::None => 25,
        })
    }
}

impl Validate for Smtp {
    fn validate(&self) -> Result<(), Fault> {
        let fault = |key, rule| Err(Fault { key, rule });
        if self.host.as_deref().is_some_and(|host| host.is_empty() || host.contains([' ', '/', '@'])) {
            return fault("host", "must be a host name alone, such as `smtp.example.com`");
        }
        if self.host.is_some() && self.from.is_none() {
            return fault(
                "from",
                "must be given with `smtp.host`, such as `Gatepost <accounts@example.com>`",
            );
        }
        if self.directory.is_some() && self.host.is_some() {
            return fault("directory", "must be left out where `smtp.host` is given: letters go one way");
        }
        if self.directory.is_some() && self.from.is_none() {
            return fault(
                "from",
                "must be given with `smtp.directory`, such as `Gatepost <accounts@example.com>`",
            );
        }
        if self.username.is_some() && self.password.is_none() {
            return fault(
                "password",
                "must be given with `smtp.username`, itself or as `smtp.password_file`",
            );
        }
        if self.password.is_some() && self.username.is_none() {
            return fault("username", "must be given with `smtp.password`");
        }
        if self.ca_file.is_some() && self.tls == SmtpTls::None {
            return fault(
                "ca_file",
                "must be left out where `smtp.tls` is `none`, because nothing would check it",
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::setup::Setup;

    #[test]
    fn what_belongs_together_is_asked_for_together() {
        let relay = || Setup::new().variable("GATEPOST_SMTP__HOST", "smtp.example.com");
        let sender = || relay().variable("GATEPOST_SMTP__FROM", "Gatepost <accounts@example.com>");
        assert!(
            relay().refusal().starts_with("`smtp.from` (not set, could be given as GATEPOST_SMTP__FROM)")
        );
        assert!(sender().load().is_ok());
        assert!(
            sender()
                .variable("GATEPOST_SMTP__USERNAME", "u")
                .refusal()
                .starts_with("`smtp.password` (not set")
        );
        assert!(
            sender()
                .variable("GATEPOST_SMTP__PASSWORD", "p")
                .refusal()
                .starts_with("`smtp.username` (not set")
        );
        let useless =
            sender().variable("GATEPOST_SMTP__TLS", "none").variable("GATEPOST_SMTP__CA_FILE", "ca.pem");
        assert!(useless.refusal().starts_with("`smtp.ca_file` (GATEPOST_SMTP__CA_FILE)"));
        let thin = Setup::new()
            .variable("GATEPOST_ARGON2__MEMORY_KIB", "15")
            .variable("GATEPOST_ARGON2__LANES", "2");
        assert!(thin.refusal().starts_with("`argon2.memory_kib` (GATEPOST_ARGON2__MEMORY_KIB)"));
    }

    #[test]
    fn the_port_of_the_relay_follows_from_its_protection() {
        for (tls, protection, port) in
            [("starttls", SmtpTls::Starttls, 587), ("tls", SmtpTls::Tls, 465), ("none", SmtpTls::None, 25)]
        {
            let setup = Setup::new().variable("GATEPOST_SMTP__TLS", tls);
            let smtp = setup.settings().smtp;
            assert_eq!((smtp.tls, smtp.relay_port()), (protection, port));
            assert_eq!(setup.variable("GATEPOST_SMTP__PORT", "2525").settings().smtp.relay_port(), 2525);
        }
    }
}
