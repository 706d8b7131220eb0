//! Loads settings in tests, from files and variables that belong to one test.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::{ConfigError, Flags, Purpose, Settings, load_from};

/// A directory of its own and variables of its own.
pub(super) struct Setup {
    directory: TempDir,
    pub(super) purpose: Purpose,
    pub(super) flags: Flags,
    variables: Vec<(OsString, OsString)>,
}

impl Setup {
    pub(super) fn new() -> Self {
        Self {
            directory: tempfile::tempdir().unwrap(),
            purpose: Purpose::Serve,
            flags: Flags::default(),
            variables: Vec::new(),
        }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(super) fn file(self, name: &str, text: &str) -> Self {
        fs::write(self.path(name), text).unwrap();
        self
    }

    pub(super) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    pub(super) fn load(&self) -> Result<Settings, ConfigError> {
        load_from(self.purpose, &self.flags, self.variables.clone(), self.directory.path())
    }

    pub(super) fn settings(&self) -> Settings {
        self.load().unwrap_or_else(|error| panic!("{error}"))
    }

    /// The refusal, which is always one sentence.
    pub(super) fn refusal(&self) -> String {
        let sentence = self.load().expect_err("the settings are refused").to_string();
        assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{sentence}");
        sentence
    }

    /// The refusal where this variable alone is given.
    pub(super) fn refusal_of(name: &str, value: &str) -> String {
        Self::new().variable(name, value).refusal()
    }
}
