//! Reads the configuration file and refuses every name in it that no setting has.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use figment::providers::{Format, Toml};
use figment::value::{Dict, Value};

use super::error::ConfigError;
use super::section::{Section, Table};
use super::source::{Layer, Source};
use super::{Service, own_tables, rocket};

/// Reads the file at `path`. Where it need not exist, a missing file gives no values.
pub(super) fn read(path: &Path, required: bool) -> Result<Layer, ConfigError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && !required => String::new(),
        Err(error) => {
            return Err(ConfigError::Unreadable { path: path.to_owned(), error });
        }
    };
    let document: Dict = Toml::from_str(&text).map_err(|error| ConfigError::NotToml {
        path: path.to_owned(),
        problem: without_excerpt(&error.to_string()),
    })?;
    Checked { path }.document(document)
}

/// The parser's message without the lines of the file that it quotes, which may hold a secret.
fn without_excerpt(message: &str) -> String {
    let mut lines = message.lines();
    let place = lines.next().unwrap_or_default().trim_start_matches("TOML parse error ");
    let problem = lines
        .filter(|line| !line.split_once('|').is_some_and(|(margin, _)| is_margin(margin)))
        .map(str::trim)
        .collect::<Vec<_>>();
    format!("{place}, {}", problem.join("; "))
}

fn is_margin(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_digit())
}

/// The walk through one file's tables.
struct Checked<'a> {
    path: &'a Path,
}

impl Checked<'_> {
    fn document(&self, mut document: Dict) -> Result<Layer, ConfigError> {
        let default = document.remove("default");
        if let Some(name) = document.keys().next() {
            let given = format!("`{name}` outside [default] in {}", self.path.display());
            return Err(ConfigError::Unknown {
                given,
                known: "the table [default] and those under it".to_owned(),
            });
        }
        let values = match default {
            None => Dict::new(),
            Some(value) => self.table("default", value)?,
        };
        for (name, value) in &values {
            if name == "gatepost" {
                self.section(&Service::TABLE, value.clone())?;
            } else {
                rocket::check_name(name, &self.given(name, "default"))?;
            }
        }
        Ok(Layer::file(self.path, values))
    }

    /// Checks a table and those below it.
    fn section(&self, table: &Table, value: Value) -> Result<(), ConfigError> {
        for (name, value) in self.table(table.heading, value)? {
            if let Some(below) = below(table).find(|below| below.heading.rsplit('.').next() == Some(&name)) {
                self.section(below, value)?;
            } else if table.key(&name).is_none() {
                let given = self.given(&name, table.heading);
                return Err(ConfigError::Unknown { given, known: names(table) });
            }
        }
        Ok(())
    }

    fn table(&self, heading: &str, value: Value) -> Result<Dict, ConfigError> {
        value.into_dict().ok_or_else(|| ConfigError::BadValue {
            key: heading.to_owned(),
            source_of: Source::File(self.path.to_owned()),
            rule: format!("must be a table, with its keys under [{heading}]"),
        })
    }

    fn given(&self, name: &str, heading: &str) -> String {
        format!("`{name}` under [{heading}] in {}", self.path.display())
    }
}

/// The tables directly below a table.
fn below(table: &Table) -> impl Iterator<Item = &'static Table> {
    let heading = table.heading;
    own_tables()
        .filter(move |other| other.heading.rsplit_once('.').is_some_and(|(parents, _)| parents == heading))
}

/// What may stand in a table.
fn names(table: &Table) -> String {
    let keys: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
    let tables: Vec<&str> = below(table).filter_map(|below| below.heading.rsplit('.').next()).collect();
    let keys = keys.join(", ");
    if tables.is_empty() { keys } else { format!("{keys}; and the tables {}", tables.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("Rocket.toml");
        fs::write(&path, text).unwrap();
        let error = read(&path, true).err().expect("the file is refused").to_string();
        assert!(error.contains(&path.display().to_string()), "{error}");
        assert!(!error.contains('\n'), "{error}");
        error
    }

    #[test]
    fn a_name_that_no_setting_has_is_refused_wherever_it_stands() {
        for (text, name, known) in [
            (
                "[default.gatepost.smtp]\nhots = \"x\"",
                "`hots` under [default.gatepost.smtp]",
                "password_file",
            ),
            ("[default.gatepost.smtpp]\nhost = \"x\"", "`smtpp` under [default.gatepost]", "sign_up"),
            (
                "[default.gatepost.dialects.auth0]\nbase_url = \"x\"",
                "`auth0` under [default.gatepost.dialects]",
                "mount, strict; and the tables polygonid, pm415, cycle, backstack",
            ),
            ("[default.gatepost]\npublic_uri = \"x\"", "`public_uri` under [default.gatepost]", "public_url"),
            ("[default]\nprot = 1", "`prot` under [default]", "port"),
            ("[default.gatepots]\ndata = \"x\"", "`gatepots` under [default]", "port"),
            ("[release]\nport = 1", "`release` outside [default]", "[default]"),
            ("port = 1", "`port` outside [default]", "[default]"),
        ] {
            let refusal = refusal(text);
            assert!(refusal.contains(name), "{refusal}");
            assert!(refusal.split_once("known there").unwrap().1.contains(known), "{refusal}");
        }
    }

    #[test]
    fn a_key_of_rockets_that_would_do_nothing_is_refused_with_the_reason() {
        let refusal = refusal("[default]\nip_header = \"X-Real-IP\"");
        assert!(refusal.contains("`ip_header`") && refusal.contains("`trusted_proxies`"), "{refusal}");
    }

    #[test]
    fn a_value_in_place_of_a_table_is_refused() {
        for text in ["default = 1", "[default]\ngatepost = 1", "[default.gatepost]\nsmtp = \"x\""] {
            assert!(refusal(text).contains("must be a table"), "{text}");
        }
    }

    #[test]
    fn a_syntax_error_names_the_line_without_quoting_it() {
        let refusal = refusal("[default.gatepost.smtp]\npassword = hunter2\n");
        assert!(refusal.contains("line 2"), "{refusal}");
        assert!(!refusal.contains("hunter2"), "{refusal}");
    }

    #[test]
    fn a_missing_file_is_refused_only_where_it_was_asked_for() {
        let path = Path::new("/nowhere/Rocket.toml");
        assert!(read(path, false).is_ok());
        let refusal = read(path, true).err().unwrap().to_string();
        assert!(refusal.contains("/nowhere/Rocket.toml"), "{refusal}");
    }
}
