//! What is logged, and how a line looks.

use serde::Deserialize;
use tracing_subscriber::EnvFilter;

use super::section::{Kind, Validate, section};

section! {
    /// The log, which goes to standard error.
    #[section("default.gatepost.log")]
    pub struct Log {
        /// What is logged: a level (`error`, `warn`, `info`, `debug`, `trace`), or directives such as
        /// `info,gatepost::mail=debug`.
        #[setting(Kind::Text, default = "info")]
        pub filter: LogFilter,
        /// How a line looks: `text` for people, `json` for machines.
        #[setting(Kind::Text, default = "text")]
        pub format: LogFormat,
    }
}

impl Validate for Log {}

/// Directives that are known to parse.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct LogFilter(String);

/// Why a text is not a [`LogFilter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be a level or directives, such as `info` or `info,gatepost::mail=debug`")]
pub struct LogFilterError;

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// One readable line.
    Text,
    /// One JSON object a line.
    Json,
}

impl LogFilter {
    /// The directives, in the syntax of `tracing_subscriber::EnvFilter`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LogFilter {
    type Error = LogFilterError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        EnvFilter::try_new(&text).map_err(|_| LogFilterError)?;
        Ok(Self(text))
    }
}
