//! Why the settings cannot be used. Each case reads as one sentence that names the key and where it came from.
//!
//! No sentence repeats a value: it might be a secret, or hold one.

use std::io;
use std::path::PathBuf;

use super::source::Source;

/// A refusal of the settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value breaks the rules of its key.
    #[error("`{key}` ({source_of}) {rule}.")]
    BadValue {
        /// The key, such as `smtp.port`.
        key: String,
        /// Where the value came from.
        source_of: Source,
        /// The rule that it breaks, as the rest of the sentence.
        rule: String,
    },
    /// A name that no setting has.
    #[error("{given} is not a setting; known there: {known}.")]
    Unknown {
        /// The name, and the place it stands in.
        given: String,
        /// The names that this place knows.
        known: String,
    },
    /// One of Rocket's keys that would do nothing here.
    #[error("{given} is not taken, because {reason}.")]
    NotTaken {
        /// The name, and the place it stands in.
        given: String,
        /// Why it would do nothing, and what serves instead.
        reason: &'static str,
    },
    /// A secret and its `_file` twin are both given.
    #[error("`{key}` ({source_of}) and `{key}_file` ({twin_source}) are both given; leave one of them out.")]
    GivenTwice {
        /// The secret's key.
        key: String,
        /// Where the secret came from.
        source_of: Source,
        /// Where its twin came from.
        twin_source: Source,
    },
    /// The configuration file cannot be read.
    #[error("The configuration file {} cannot be read: {error}.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The configuration file is not TOML.
    #[error("The configuration file {} is not valid TOML: {problem}.", path.display())]
    NotToml {
        /// The file.
        path: PathBuf,
        /// Line, column and problem.
        problem: String,
    },
    /// The public URL is needed and nobody gave it.
    #[error(
        "The public URL is not set; give the address at which people reach this service, as \
         GATEPOST_PUBLIC_URL=https://accounts.example.com or as `public_url` under [default.gatepost] in \
         Rocket.toml."
    )]
    PublicUrlMissing,
}
