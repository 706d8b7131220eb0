//! Makes `docs/configuration.md` from the sections and their doc comments, and checks that it is current.

use std::fmt::Write as _;
use std::fs;

use super::TABLES;
use super::rocket::PASSED_ON;
use super::section::{Kind, Table};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md");

const INTRODUCTION: &str = "\
# Configuration

<!-- Made from the doc comments in `src/config`. To renew it: `cargo test -- --ignored regenerate_configuration_docs` -->

Everything has a default except the public URL, which `serve` needs. Each source is read over the one before it:

1. the defaults below;
2. `Rocket.toml` in the working directory, or the file that `--config` names;
3. environment variables;
4. flags of the command line.

`gatepost config check` says whether the settings can be used; `gatepost config show` lists each of them with the
source that decided it. A name that no setting has, or a value that breaks a rule, stops the start with one sentence that
names the key and its source.

- In the file, Gatepost's keys stand under `[default.gatepost]` and the tables below it. No other profile is read.
- In a variable, text is taken as it stands, without quotes. A list is either `a,b` or a TOML array. An empty variable
  counts as not given, except that it empties a list.
- A length of time is a whole number and a unit: `90s`, `15m`, `24h`, `7d`; at most `366d`.
- A secret can also be read from a file, which its `_file` twin names. Giving both is refused.
- In Kubernetes, a Service named `gatepost` adds variables such as `GATEPOST_PORT` to its neighbors. They are no
  settings, so they stop the start: set `enableServiceLinks: false` for the pod, or name the Service otherwise.
";

/// The whole page.
fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for table in &TABLES {
        write_table(&mut page, table);
    }
    write_table(&mut page, &PASSED_ON);
    page
}

fn write_table(page: &mut String, table: &Table) {
    let _ = write!(
        page,
        "\n## `[{}]`{}\n\n{}\n\n| Key | Variable | Default | Meaning |\n|---|---|---|---|\n",
        table.heading,
        if table.heading == PASSED_ON.heading && table.doc == PASSED_ON.doc {
            ", passed on to Rocket"
        } else {
            ""
        },
        one_line(table.doc),
    );
    for key in table.keys {
        let default = match (key.default, key.kind) {
            (None, _) => String::new(),
            (Some(""), Kind::List) => "none".to_owned(),
            (Some(default), _) => format!("`{default}`"),
        };
        let bounds = match key.kind {
            Kind::Number(least, most) => format!(" From {least} to {most}."),
            _ => String::new(),
        };
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {default} | {}{bounds} |",
            key.name,
            table.variable(key.name),
            one_line(key.doc).replace('|', "\\|"),
        );
    }
}

/// Doc comments are wrapped; a cell of a table cannot be.
fn one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_configuration_page_is_current() {
    let committed = fs::read_to_string(PATH).unwrap_or_default();
    let hint = "renew it with `cargo test -- --ignored regenerate_configuration_docs`";
    assert!(committed == page(), "docs/configuration.md differs from the sections; {hint}");
}

#[test]
fn every_secret_has_a_twin_that_names_a_file() {
    for table in &TABLES {
        for key in table.keys.iter().filter(|key| key.kind == Kind::Secret) {
            let twin = table.key(&format!("{}_file", key.name));
            assert_eq!(twin.map(|twin| twin.kind), Some(Kind::Path), "{}", table.name(key.name));
        }
    }
}

#[test]
#[ignore = "writes docs/configuration.md"]
fn regenerate_configuration_docs() {
    fs::write(PATH, page()).unwrap();
}
