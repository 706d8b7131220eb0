//! Where a value came from, and the figment provider that remembers it.
//!
//! Every source of settings becomes one [`Layer`]; figment merges the layers and keeps, for each value, which of
//! them it belongs to. This module must not know any section or how a source is read.

use std::fmt;
use std::path::{Path, PathBuf};

use figment::value::{Dict, Map, Value};
use figment::{Error, Figment, Metadata, Profile, Provider};

use super::section::Table;

const DEFAULTS: &str = "defaults";
const FILE: &str = "file";
const SECRET_FILE: &str = "secret file";
const ENVIRONMENT: &str = "environment";
const FLAGS: &str = "flags";

/// Where the value of a key came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody gave it, and the key has a default.
    Default,
    /// Nobody gave it, and the key has no default; the variable that could give it.
    NotSet(String),
    /// The configuration file at this path.
    File(PathBuf),
    /// The file that a `_file` key names.
    SecretFile(PathBuf),
    /// The environment variable of this name.
    Environment(String),
    /// The command line's flag for this key.
    Flag(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Default => f.write_str("default"),
            Source::NotSet(variable) => write!(f, "not set, could be given as {variable}"),
            Source::File(path) => write!(f, "{}", path.display()),
            Source::SecretFile(path) => write!(f, "the contents of {}", path.display()),
            Source::Environment(variable) => f.write_str(variable),
            Source::Flag(flag) => f.write_str(flag),
        }
    }
}

impl Source {
    /// Tells where the value of a key in the merged configuration came from.
    pub(super) fn find(figment: &Figment, table: &Table, key: &str) -> Self {
        let Some(metadata) = figment.find_metadata(&table.path(key)) else {
            return Source::NotSet(table.variable(key));
        };
        let path = || metadata.source.as_ref().and_then(figment::Source::file_path).map(Path::to_owned);
        match metadata.name.as_ref() {
            FILE => Source::File(path().unwrap_or_default()),
            SECRET_FILE => Source::SecretFile(path().unwrap_or_default()),
            ENVIRONMENT => Source::Environment(table.variable(key)),
            FLAGS => Source::Flag(format!("--{key}")),
            _ => Source::Default,
        }
    }
}

/// The values of one source.
pub(super) struct Layer {
    metadata: Metadata,
    values: Dict,
}

impl Layer {
    pub(super) fn defaults() -> Self {
        Self::new(Metadata::named(DEFAULTS))
    }

    pub(super) fn file(path: &Path, values: Dict) -> Self {
        Self { metadata: Metadata::from(FILE, path), values }
    }

    pub(super) fn secret_file(path: &Path) -> Self {
        Self::new(Metadata::from(SECRET_FILE, path))
    }

    pub(super) fn environment() -> Self {
        Self::new(Metadata::named(ENVIRONMENT))
    }

    pub(super) fn flags() -> Self {
        Self::new(Metadata::named(FLAGS))
    }

    fn new(metadata: Metadata) -> Self {
        Self { metadata, values: Dict::new() }
    }

    /// Puts a value at a dotted path, making the tables on the way.
    pub(super) fn insert(&mut self, path: &str, value: Value) {
        insert(&mut self.values, path, value);
    }
}

fn insert(dict: &mut Dict, path: &str, value: Value) {
    let Some((table, rest)) = path.split_once('.') else {
        dict.insert(path.to_owned(), value);
        return;
    };
    let inner = dict.entry(table.to_owned()).or_insert_with(|| Value::from(Dict::new()));
    if let Value::Dict(_, inner) = inner {
        insert(inner, rest, value);
    }
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        self.metadata.clone()
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        Ok(Profile::Default.collect(self.values.clone()))
    }
}
