//! Writes the settings for people to read: every key, its value and its source, and never a secret.

use std::fmt::Write as _;

use figment::Figment;
use figment::value::{Dict, Value};

use super::Listen;
use super::TABLES;
use super::rocket::{PASSED_ON, effective};
use super::section::{Key, Kind, Section, Table};
use super::source::Source;

/// One key as it is shown. A secret's value is not in it.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    name: String,
    heading: &'static str,
    key: &'static str,
    value: ShownValue,
    source: Source,
}

#[derive(Clone, Debug)]
enum ShownValue {
    Toml(String),
    SecretSet,
    NotSet,
}

/// Gathers what is to be shown, so that the merged sources need not be kept.
pub(super) fn collect(merged: &Figment, rocket: &Figment) -> Vec<Shown> {
    let mut shown = Vec::new();
    for table in &TABLES {
        shown.extend(keys_of(table, merged, |path| merged.find_value(path).ok()));
        if table.heading == Listen::TABLE.heading {
            shown.extend(keys_of(&PASSED_ON, merged, |path| effective(rocket, path)));
        }
    }
    shown
}

/// The keys of a table. Rocket's own have defaults that only its figment knows, and sources that only ours does.
fn keys_of(table: &Table, sources: &Figment, find: impl Fn(&str) -> Option<Value>) -> Vec<Shown> {
    let show = |key: &Key| {
        let value = find(&table.path(key.name));
        let source = Source::find(sources, table, key.name);
        Shown {
            name: table.name(key.name),
            heading: table.heading,
            key: key.name,
            source: match source {
                Source::NotSet(_) if value.is_some() => Source::Default,
                source => source,
            },
            value: match value {
                None => ShownValue::NotSet,
                Some(_) if key.kind == Kind::Secret => ShownValue::SecretSet,
                Some(value) => ShownValue::Toml(toml(&value)),
            },
        }
    };
    table.keys.iter().map(show).collect()
}

/// Writes what was gathered as TOML; what has no value to show stands as a comment.
pub(super) fn write(shown: &[Shown]) -> String {
    let mut text = String::new();
    let mut heading = "";
    for Shown { heading: own_heading, key, value, source, .. } in shown {
        if *own_heading != heading {
            let space = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{space}[{own_heading}]");
            heading = own_heading;
        }
        let line = match value {
            ShownValue::Toml(value) => format!("{key} = {value}"),
            ShownValue::SecretSet => format!("# {key} = [set]"),
            ShownValue::NotSet => format!("# {key} = [not set]"),
        };
        let _ = match source {
            Source::NotSet(variable) => writeln!(text, "{line:<48} # {variable}"),
            source => writeln!(text, "{line:<48} # {source}"),
        };
    }
    text
}

/// A setting that is in force. A secret's value is not in it.
#[derive(Clone, Debug)]
pub struct SettingShown {
    /// Its name, such as `smtp.host`.
    pub name: String,
    /// Its value as TOML; `None` where there is none, and for a secret.
    pub value: Option<String>,
    /// Whether its value is a secret that is set.
    pub is_masked: bool,
    /// Where it comes from.
    pub source: Source,
}

impl From<&Shown> for SettingShown {
    fn from(shown: &Shown) -> Self {
        let (value, is_masked) = match &shown.value {
            ShownValue::Toml(value) => (Some(value.clone()), false),
            ShownValue::SecretSet => (None, true),
            ShownValue::NotSet => (None, false),
        };
        Self { name: shown.name.clone(), value, is_masked, source: shown.source.clone() }
    }
}

fn toml(value: &Value) -> String {
    match value {
        // A TOML string escapes what a JSON string does.
        Value::String(_, text) => serde_json::Value::from(text.as_str()).to_string(),
        Value::Array(_, entries) => format!("[{}]", entries.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Value::Dict(_, entries) => inline_table(entries),
        Value::Bool(_, value) => value.to_string(),
        Value::Char(_, value) => serde_json::Value::from(value.to_string()).to_string(),
        Value::Num(_, number) => number
            .to_u128()
            .map(|number| number.to_string())
            .or_else(|| number.to_i128().map(|number| number.to_string()))
            .or_else(|| number.to_f64().map(|number| number.to_string()))
            .unwrap_or_default(),
        Value::Empty(..) => "\"\"".to_owned(),
    }
}

fn inline_table(entries: &Dict) -> String {
    let entries = entries.iter().map(|(key, value)| {
        let key = serde_json::Value::from(key.as_str());
        format!("{key} = {}", toml(value))
    });
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::setup::Setup;

    #[test]
    fn no_secret_is_ever_shown() {
        let setup = Setup::new()
            .variable("GATEPOST_SMTP__USERNAME", "u")
            .variable("GATEPOST_SMTP__PASSWORD", "hunter2");
        let settings = setup.settings();
        let shown = settings.show();
        assert!(shown.contains("# password = [set]"), "{shown}");
        for text in [shown, format!("{settings:?}"), format!("{:?}", settings.rocket_figment())] {
            assert!(!text.contains("hunter2"), "{text}");
        }
        assert!(Setup::new().settings().show().contains("# password = [not set]"));
    }

    #[test]
    fn every_key_is_shown_with_its_value_and_its_source() {
        let mut setup = Setup::new()
            .file("Rocket.toml", "[default.gatepost.cors]\norigins = [\"https://a.example\"]")
            .variable("GATEPOST_ARGON2__LANES", "2");
        setup.flags.port = Some(0);
        let shown = setup.settings().show();
        let line =
            |start: &str| shown.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
        assert!(line("origins = [\"https://a.example\"]").ends_with("/Rocket.toml"), "{shown}");
        assert!(line("lanes = 2").ends_with("# GATEPOST_ARGON2__LANES"), "{shown}");
        assert!(line("port = 0").ends_with("# --port"), "{shown}");
        assert!(line("queue_wait = \"5s\"").ends_with("# default"), "{shown}");
        assert!(line("keep_alive = 5").ends_with("# default"), "{shown}");
        for table in &TABLES {
            assert!(shown.contains(&format!("[{}]\n", table.heading)), "{shown}");
            for key in table.keys {
                let given = shown
                    .lines()
                    .any(|line| line.trim_start_matches("# ").starts_with(&format!("{} = ", key.name)));
                assert!(given, "{} is missing from {shown}", table.name(key.name));
            }
        }
    }

    #[test]
    fn what_is_shown_is_a_file_that_loads() {
        let setup = Setup::new().variable("GATEPOST_BRANDING__NAME", "A \"quoted\" name");
        let again = Setup::new().file("Rocket.toml", &setup.settings().show()).settings();
        assert_eq!(again.branding.name, "A \"quoted\" name");
    }
}
