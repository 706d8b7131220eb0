//! How a section of the settings is described: its TOML table, its keys, and what each key takes.
//!
//! One `section!` invocation states a section's struct, documentation, defaults and kinds of value together.
//! Everything that has to know a key (reading the environment, refusing unknown names, `config show` and
//! `docs/configuration.md`) reads the [`Table`] it produces.
//! This module must not know any particular section.

use figment::value::{Dict, Value};
use serde::de::DeserializeOwned;

/// What a key takes. It decides how the text of an environment variable becomes a value, so that nothing is
/// guessed from what the text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, taken as it stands.
    Text,
    /// Text that is never shown; its key has a twin `<key>_file` that names a file to read it from.
    Secret,
    /// A path, relative to the working directory unless it is absolute.
    Path,
    /// A whole number from the first to the second, both included.
    Number(u64, u64),
    /// `true` or `false`.
    Boolean,
    /// A list of texts: in a file a TOML array, in a variable either that or the entries separated by commas.
    List,
    /// A length of time such as `15m`; see [`HumanDuration`](super::HumanDuration).
    Duration,
}

impl Kind {
    /// Turns the text of an environment variable or of a default into a value of this kind. Text that is not of
    /// the kind stays text, and [`Kind::accepts`] then refuses it.
    pub(super) fn value_of(self, text: &str) -> Value {
        match self {
            Kind::Text | Kind::Secret | Kind::Path | Kind::Duration => Value::from(text),
            Kind::Number(..) => text.trim().parse::<u64>().map_or_else(|_| Value::from(text), Value::from),
            Kind::Boolean => text.trim().parse::<bool>().map_or_else(|_| Value::from(text), Value::from),
            Kind::List => list_of(text),
        }
    }

    /// Tells whether a value is of this kind, wherever it came from.
    pub(super) fn accepts(self, value: &Value) -> bool {
        match self {
            Kind::Text | Kind::Secret | Kind::Path | Kind::Duration => value.as_str().is_some(),
            Kind::Number(least, most) => whole(value).is_some_and(|number| (least..=most).contains(&number)),
            Kind::Boolean => value.to_bool().is_some(),
            Kind::List => {
                value.as_array().is_some_and(|entries| entries.iter().all(|e| e.as_str().is_some()))
            }
        }
    }

    /// Says what a value of this kind looks like, to complete "must be …".
    pub(super) fn expectation(self) -> String {
        match self {
            Kind::Text | Kind::Secret => "text, which a file puts in quotes".to_owned(),
            Kind::Path => "a path, which a file puts in quotes".to_owned(),
            Kind::Number(least, most) => format!("a whole number from {least} to {most}"),
            Kind::Boolean => "`true` or `false`".to_owned(),
            Kind::List => "a list, written `a,b` in a variable and `[\"a\", \"b\"]` in a file".to_owned(),
            Kind::Duration => "a length of time such as `90s`, `15m`, `24h` or `7d`".to_owned(),
        }
    }
}

/// TOML's integers are signed and those of variables are not; they count alike.
fn whole(value: &Value) -> Option<u64> {
    let number = value.to_i128().or_else(|| value.to_u128().and_then(|number| number.try_into().ok()));
    number.and_then(|number| number.try_into().ok())
}

/// A text that begins with a bracket is a TOML array; no entry of any list begins with one.
fn list_of(text: &str) -> Value {
    use figment::providers::{Format, Toml};

    let text = text.trim();
    if text.starts_with('[') {
        let parsed: Option<Dict> = Toml::from_str(&format!("list = {text}")).ok();
        return parsed.and_then(|mut dict| dict.remove("list")).unwrap_or_else(|| Value::from(text));
    }
    let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    Value::from(entries.map(Value::from).collect::<Vec<_>>())
}

/// One key of a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// The name in a file; upper-cased it ends the environment variable's name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// The value that holds when nobody gives one, as it would stand in an environment variable.
    pub default: Option<&'static str>,
    /// What it is for, from the field's doc comment.
    #[cfg_attr(not(test), expect(dead_code, reason = "`docs/configuration.md` is made from it, by a test"))]
    pub doc: &'static str,
}

/// One TOML table of settings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// The heading in `Rocket.toml` without its brackets, such as `default.gatepost.smtp`.
    pub heading: &'static str,
    /// What the section is for, from the struct's doc comment.
    #[cfg_attr(not(test), expect(dead_code, reason = "`docs/configuration.md` is made from it, by a test"))]
    pub doc: &'static str,
    /// Its keys, in the order they are shown.
    pub keys: &'static [Key],
}

impl Table {
    /// Finds a key by its name in a file.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The section's own name: `smtp` for `default.gatepost.smtp`, nothing for the two tables above it.
    pub(super) fn section(&self) -> &'static str {
        self.heading.strip_prefix("default.gatepost.").unwrap_or_default()
    }

    /// Where a key stands in the merged configuration, such as `gatepost.smtp.host`.
    pub(super) fn path(&self, key: &str) -> String {
        match self.heading.strip_prefix("default.") {
            Some(parents) => format!("{parents}.{key}"),
            None => key.to_owned(),
        }
    }

    /// The name that messages give a key, such as `smtp.host`.
    pub(super) fn name(&self, key: &str) -> String {
        match self.section() {
            "" => key.to_owned(),
            section => format!("{section}.{key}"),
        }
    }

    /// The environment variable that gives a key, such as `GATEPOST_SMTP__HOST`.
    pub(super) fn variable(&self, key: &str) -> String {
        let path = self.path(key);
        match path.strip_prefix("gatepost.") {
            Some(ours) => format!("GATEPOST_{}", ours.replace('.', "__").to_uppercase()),
            None => format!("ROCKET_{}", path.to_uppercase()),
        }
    }
}

/// A struct that one table fills.
pub(super) trait Section: DeserializeOwned {
    /// The description of the table.
    const TABLE: Table;
}

/// Rules of a section that go beyond the kind of each value.
pub(super) trait Validate {
    /// Checks the section as a whole.
    ///
    /// # Errors
    /// The first [`Fault`] found.
    fn validate(&self) -> Result<(), Fault> {
        Ok(())
    }
}

/// A key whose value breaks a rule of its section. Whoever knows the sources adds where the value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The key at fault.
    pub key: &'static str,
    /// The rule, as the rest of a sentence that begins with the key: "must be …".
    pub rule: &'static str,
}

/// Defines a section's struct together with its [`Table`].
///
/// `#[section("…")]` gives the heading; `#[setting(kind, default = "…")]` what a field takes. A field without a
/// default is an `Option`. Further serde attributes may follow `#[setting]`.
macro_rules! section {
    (
        $(#[doc = $section_doc:literal])+
        #[section($heading:literal)]
        pub struct $section:ident {
            $(
                $(#[doc = $doc:literal])+
                #[setting($kind:expr $(, default = $default:literal)?)]
                $(#[serde($($serde:tt)+)])?
                pub $field:ident: $type:ty,
            )+
        }
    ) => {
        $(#[doc = $section_doc])+
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $section {
            $(
                $(#[doc = $doc])+
                $(#[serde($($serde)+)])?
                pub $field: $type,
            )+
        }

        impl $crate::config::section::Section for $section {
            const TABLE: $crate::config::section::Table = $crate::config::section::Table {
                heading: $heading,
                doc: concat!($($section_doc, "\n"),+),
                keys: &[$($crate::config::section::Key {
                    name: stringify!($field),
                    kind: $kind,
                    default: section!(@default $($default)?),
                    doc: concat!($($doc, "\n"),+),
                }),+],
            };
        }
    };
    (@default) => { None };
    (@default $default:literal) => { Some($default) };
}
pub(super) use section;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_variable_becomes_what_its_key_takes_and_not_what_it_looks_like() {
        for text in ["12345", "true", "[x", "{a=1}", "\"quoted\"", " spaced "] {
            assert_eq!(Kind::Secret.value_of(text).as_str(), Some(text));
        }
        assert_eq!(Kind::Number(0, 9).value_of("7").to_u128(), Some(7));
        assert_eq!(Kind::Boolean.value_of("false").to_bool(), Some(false));
        assert!(!Kind::Boolean.accepts(&Kind::Boolean.value_of("yes")));
    }

    #[test]
    fn a_number_outside_its_range_is_not_accepted() {
        let kind = Kind::Number(1, 65_535);
        assert!(kind.accepts(&kind.value_of("65535")) && kind.accepts(&Value::from(1_i64)));
        assert!(!kind.accepts(&Value::from(-1_i64)) && !kind.accepts(&Value::from(1.5)));
        for text in ["0", "65536", "-1", "80a", "1.5"] {
            assert!(!kind.accepts(&kind.value_of(text)), "{text}");
        }
    }

    #[test]
    fn a_list_is_read_from_commas_and_from_a_toml_array() {
        let expected = Value::from(vec![Value::from("a"), Value::from("b")]);
        for text in ["a,b", " a , b ,", r#"["a", "b"]"#] {
            assert_eq!(Kind::List.value_of(text), expected, "{text}");
        }
        assert_eq!(Kind::List.value_of(""), Value::from(Vec::<Value>::new()));
        assert!(!Kind::List.accepts(&Kind::List.value_of("[a, b")));
        assert!(!Kind::List.accepts(&Kind::List.value_of("[1, 2]")));
    }
}
