//! Reads each secret whose `_file` twin names a file. It must not know any particular secret.

use std::fs;
use std::path::Path;

use figment::Figment;
use figment::value::Value;

use super::TABLES;
use super::error::ConfigError;
use super::section::{Kind, Table};
use super::settings::bad_value;
use super::source::{Layer, Source};

/// Adds to the merged sources the secrets that files hold.
pub(super) fn read(mut merged: Figment) -> Result<Figment, ConfigError> {
    for table in &TABLES {
        for key in table.keys.iter().filter(|key| key.kind == Kind::Secret) {
            if let Some(layer) = read_one(&merged, table, key.name)? {
                merged = merged.merge(layer);
            }
        }
    }
    Ok(merged)
}

fn read_one(merged: &Figment, table: &Table, key: &'static str) -> Result<Option<Layer>, ConfigError> {
    let twin = format!("{key}_file");
    let Ok(file) = merged.find_value(&table.path(&twin)) else {
        return Ok(None);
    };
    if merged.contains(&table.path(key)) {
        return Err(ConfigError::GivenTwice {
            key: table.name(key),
            source_of: Source::find(merged, table, key),
            twin_source: Source::find(merged, table, &twin),
        });
    }
    // Text of another kind is refused with all other values, once the sections are read.
    let Some(path) = file.as_str().map(Path::new) else {
        return Ok(None);
    };
    let text = fs::read_to_string(path).map_err(|error| {
        let rule = format!("must name a file that can be read: {}: {error}", path.display());
        bad_value(merged, table, &twin, &rule)
    })?;
    let secret =
        text.strip_suffix('\n').map_or(text.as_str(), |line| line.strip_suffix('\r').unwrap_or(line));
    if secret.is_empty() {
        let rule = format!("must name a file that holds the secret: {} is empty", path.display());
        return Err(bad_value(merged, table, &twin, &rule));
    }
    let mut layer = Layer::secret_file(path);
    layer.insert(&table.path(key), Value::from(secret));
    Ok(Some(layer))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use crate::config::setup::Setup;

    #[test]
    fn a_secret_is_read_from_the_file_that_its_twin_names() {
        for (text, password) in [("12345\n", "12345"), ("a b\r\n", "a b"), ("two\nlines\n", "two\nlines")] {
            let setup = Setup::new().file("secret", text).variable("GATEPOST_SMTP__USERNAME", "u");
            let path = setup.path("secret").display().to_string();
            let setup = setup.variable("GATEPOST_SMTP__PASSWORD_FILE", &path);
            let settings = setup.settings();
            assert_eq!(settings.smtp.password.as_ref().unwrap().expose_secret(), password);
            assert!(settings.show().contains(&format!("# the contents of {path}")), "{}", settings.show());

            let twice = setup.variable("GATEPOST_SMTP__PASSWORD", "x").refusal();
            assert!(twice.contains("(GATEPOST_SMTP__PASSWORD)"), "{twice}");
            assert!(twice.contains("(GATEPOST_SMTP__PASSWORD_FILE)"), "{twice}");
        }
    }

    #[test]
    fn a_file_without_a_secret_is_refused() {
        let setup = Setup::new().file("empty", "\n");
        let path = setup.path("empty").display().to_string();
        let refusal = setup.variable("GATEPOST_SMTP__PASSWORD_FILE", &path).refusal();
        assert!(
            refusal.starts_with("`smtp.password_file` (GATEPOST_SMTP__PASSWORD_FILE) must "),
            "{refusal}"
        );
        let refusal = Setup::refusal_of("GATEPOST_SMTP__PASSWORD_FILE", "/nowhere/secret");
        assert!(refusal.contains("/nowhere/secret"), "{refusal}");
    }
}
