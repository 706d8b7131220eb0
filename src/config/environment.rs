//! Takes the settings from environment variables and refuses those that look like settings and are none.
//!
//! It is given the variables, so that tests never touch those of their process.

use std::collections::BTreeMap;
use std::ffi::OsString;

use figment::value::Value;

use super::error::ConfigError;
use super::section::{Kind, Table};
use super::source::{Layer, Source};
use super::{own_tables, rocket};

/// Reads the variables that begin with `GATEPOST_` or `ROCKET_`; all others are passed over. An empty variable
/// counts as not given, except for a list, which it empties.
pub(super) fn read(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Layer, ConfigError> {
    let mut layer = Layer::environment();
    // In order of their names, so that of several faults always the same one is told.
    let variables: BTreeMap<OsString, OsString> = variables.into_iter().collect();
    for (name, text) in variables {
        let name = name.to_string_lossy();
        if name.starts_with("GATEPOST_") {
            let (table, key) = own_tables()
                .flat_map(|table| table.keys.iter().map(move |key| (table, key)))
                .find(|(table, key)| table.variable(key.name) == name)
                .ok_or_else(|| ConfigError::Unknown {
                    given: format!("`{name}`"),
                    known: neighbors(&name),
                })?;
            let text = utf8(&table.name(key.name), &name, text)?;
            if !text.is_empty() || key.kind == Kind::List {
                layer.insert(&table.path(key.name), key.kind.value_of(&text));
            }
        } else if let Some(key) = name.strip_prefix("ROCKET_") {
            let key = key.to_lowercase();
            rocket::check_name(&key, &format!("`{name}`"))?;
            let text = utf8(&key, &name, text)?;
            if !text.is_empty() {
                // Rocket's own keys keep Rocket's own syntax, in which a value is what it looks like.
                let value: Value = text.parse().unwrap_or_else(|never| match never {});
                layer.insert(&key, value);
            }
        }
    }
    Ok(layer)
}

fn utf8(key: &str, name: &str, text: OsString) -> Result<String, ConfigError> {
    text.into_string().map_err(|_| ConfigError::BadValue {
        key: key.to_owned(),
        source_of: Source::Environment(name.to_owned()),
        rule: "must be UTF-8 text".to_owned(),
    })
}

/// The variables of the section that a mistyped variable begins with; where it begins with none, one pattern for
/// each section.
fn neighbors(name: &str) -> String {
    let prefix = |table: &Table| table.variable("");
    let variables =
        |table: &Table| table.keys.iter().map(|key| table.variable(key.name)).collect::<Vec<_>>().join(", ");
    let sections = || own_tables().filter(|table| !table.section().is_empty());
    if let Some(table) = sections().find(|table| name.starts_with(&prefix(table))) {
        return variables(table);
    }
    let top = own_tables().find(|table| table.section().is_empty()).map(variables).unwrap_or_default();
    let patterns = sections().map(|table| format!("{}…", prefix(table))).collect::<Vec<_>>();
    format!("{top}, {}", patterns.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str) -> String {
        let error = read([(name.into(), "x".into())]).err().expect("the variable is refused").to_string();
        assert!(error.starts_with(&format!("`{name}` is not ")), "{error}");
        error
    }

    #[test]
    fn a_variable_that_no_setting_has_is_refused_with_the_known_ones_of_its_section() {
        assert!(refusal("GATEPOST_SMTP__HOTS").contains("GATEPOST_SMTP__HOST,"));
        let refusal_of_section = refusal("GATEPOST_SMPT__HOST");
        assert!(refusal_of_section.contains("GATEPOST_PUBLIC_URL"), "{refusal_of_section}");
        assert!(refusal_of_section.contains("GATEPOST_SMTP__…"), "{refusal_of_section}");
        for name in
            ["GATEPOST_", "GATEPOST_SMTP", "GATEPOST_SMTP_HOST", "GATEPOST_smtp__host", "GATEPOST_PORT"]
        {
            refusal(name);
        }
    }

    #[test]
    fn a_variable_for_rocket_that_is_unknown_or_would_do_nothing_is_refused() {
        assert!(refusal("ROCKET_PROT").contains("port"));
        assert!(refusal("ROCKET_TLS").contains("because"));
        assert!(refusal("ROCKET_CONFIG").contains("--config"));
        assert!(refusal("ROCKET_PROFILE").contains("[default]"));
    }

    #[test]
    fn variables_of_others_are_passed_over() {
        assert!(read([("PATH".into(), "x".into()), ("MY_GATEPOST_DATA".into(), "x".into())]).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_utf8_is_refused() {
        use std::os::unix::ffi::OsStringExt;

        let value = OsString::from_vec(vec![0xff]);
        let error = read([("GATEPOST_DATA".into(), value)]).err().unwrap().to_string();
        assert_eq!(error, "`data` (GATEPOST_DATA) must be UTF-8 text.");
    }
}
