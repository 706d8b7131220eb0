//! The house rules that the compiler can't hold anybody to, read off the sources.
//!
//! [`ROOMS`] is the table of who may know whom, as ARCHITECTURE.md tells it. A failing rule says what to do
//! about it. To change a rule, change the table and ARCHITECTURE.md together.

mod scan;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use scan::Source;

/// A room of `src`, and what it may know.
struct Room {
    name: &'static str,
    /// The rooms that it builds on.
    builds_on: &'static [&'static str],
    /// The crates and modules that it must not know, by the beginning of their path.
    must_not_know: &'static [&'static str],
}

const DRIVERS: [&str; 5] = ["rusqlite", "r2d2", "r2d2_sqlite", "tokio_postgres", "tokio_postgres_rustls"];

const ROOMS: [Room; 9] = [
    Room {
        name: "model",
        builds_on: &[],
        must_not_know: &[
            "serde",
            "serde_json",
            "rocket",
            "lettre",
            "figment",
            "clap",
            "tokio",
            "std::env",
            "std::fs",
        ],
    },
    Room {
        name: "crypto",
        builds_on: &["model"],
        must_not_know: &["serde_json", "rocket", "lettre", "figment", "clap", "std::env"],
    },
    Room {
        name: "store",
        builds_on: &["model"],
        must_not_know: &["serde", "serde_json", "rocket", "lettre", "figment", "clap", "std::env"],
    },
    Room {
        name: "domain",
        builds_on: &["model", "crypto", "store"],
        must_not_know: &[
            "serde",
            "serde_json",
            "rocket",
            "utoipa",
            "lettre",
            "minijinja",
            "figment",
            "clap",
            "std::env",
        ],
    },
    Room {
        name: "i18n",
        builds_on: &["model"],
        must_not_know: &["serde_json", "rocket", "lettre", "figment", "clap", "std::env"],
    },
    Room {
        name: "mail",
        builds_on: &["model", "crypto", "store", "i18n"],
        must_not_know: &["serde_json", "rocket", "utoipa", "figment", "clap", "std::env"],
    },
    Room {
        name: "web",
        builds_on: &["model", "domain", "i18n"],
        must_not_know: &["lettre", "clap", "std::env"],
    },
    Room { name: "config", builds_on: &["model"], must_not_know: &["clap", "utoipa"] },
    Room {
        name: "cli",
        builds_on: &["model", "crypto", "store", "domain", "i18n", "mail", "web", "config"],
        must_not_know: &["serde_json", "lettre", "std::env"],
    },
];

/// Where a forbidden name is known after all, and why.
const EXCEPTIONS: [(&str, &str, &str); 3] = [
    ("src/crypto/passkeys.rs", "serde_json", "what browsers say of passkeys is JSON, by WebAuthn"),
    ("src/crypto/tokens/", "serde_json", "what a token says is JSON, by the PASETO specification"),
    ("src/store/queries/encoding.rs", "serde_json", "a row keeps structure as JSON"),
];

/// The one place that knows which engine runs.
const ENGINE: &str = "src/store/engine/";

/// The surfaces of `web`: none imports another. What two of them need is a rule (`domain`) or mechanics (`web`).
const SURFACES: [&str; 3] = ["crate::web::api", "crate::web::pages", "crate::web::dialects::*"];

/// What a dialect must not know: what it may do differently is for the operations to decide, and told in one table.
const NO_DIALECTS: [&str; 3] = ["crate::domain::customs", "crate::domain::policy", "crate::crypto"];

/// What a dialect's folder is made of, as files or folders.
const DIALECT_PARTS: [&str; 4] = ["mod", "routes", "wire", "failure"];

/// Text in quotes that begins like this is SQL.
const SQL_WORDS: [&str; 14] = [
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "WITH ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "ALTER TABLE ",
    "DROP TABLE ",
    "PRAGMA ",
    "BEGIN",
    "COMMIT",
    "SAVEPOINT ",
    "ROLLBACK",
];

/// Who may write SQL, and what must occur in it; an empty list is anything.
const SQL_PLACES: [(&str, &[&str]); 3] = [
    ("src/store/queries/", &[]),
    (
        ENGINE,
        &[
            "PRAGMA ",
            "BEGIN",
            "COMMIT",
            "SAVEPOINT",
            "ROLLBACK",
            "RELEASE",
            "sqlite_master",
            "information_schema",
            "schema_lock",
            "changes",
            "gen_random_uuid",
            "clock_timestamp",
        ],
    ),
    ("src/store/migrate.rs", &["schema_info"]),
];

const MOST_LINES: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust sources of a folder, fixtures left out.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("fixtures") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(Source::read(root(), &path));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "no sources under {folder}");
    found
}

/// Fails with every finding, and what to do about them.
#[track_caller]
fn refuse(findings: &BTreeSet<String>, what_to_do: &str) {
    let list = findings.iter().fold(String::new(), |mut list, finding| {
        let _ = writeln!(list, "  {finding}");
        list
    });
    assert!(findings.is_empty(), "\n{list}{what_to_do}");
}

/// Whether a path is, or lies within, what a pattern names; `*` in it stands for one name.
fn names(pattern: &str, path: &str) -> bool {
    let mut segments = path.split("::");
    pattern.split("::").all(|wanted| segments.next().is_some_and(|found| wanted == "*" || wanted == found))
}

#[test]
fn rooms_know_only_the_rooms_they_build_on() {
    let mut findings = BTreeSet::new();
    for room in &ROOMS {
        for source in sources(&format!("src/{}", room.name)) {
            for path in source.paths() {
                let Some(other) = path.strip_prefix("crate::").and_then(|path| path.split("::").next())
                else {
                    continue;
                };
                let is_room = ROOMS.iter().any(|room| room.name == other);
                if is_room && other != room.name && !room.builds_on.contains(&other) {
                    findings.insert(format!(
                        "{}: `{path}`, and `{}` must not know `{other}`",
                        source.path, room.name
                    ));
                }
            }
        }
    }
    refuse(
        &findings,
        "Arrows between rooms point only up the table in ARCHITECTURE.md. Move a rule to `domain`, a noun to `model`; \
         let what comes from below come in as an argument.",
    );
}

#[test]
fn rooms_know_no_crate_that_is_another_rooms() {
    let mut findings = BTreeSet::new();
    for room in &ROOMS {
        for source in sources(&format!("src/{}", room.name)) {
            for path in source.paths() {
                let drivers: &[&str] = if source.path.starts_with(ENGINE) { &[] } else { &DRIVERS };
                for forbidden in room.must_not_know.iter().chain(drivers) {
                    let is_excepted = EXCEPTIONS
                        .iter()
                        .any(|(place, name, _)| source.path.starts_with(place) && name == forbidden);
                    if names(forbidden, &path) && !is_excepted {
                        findings.insert(format!("{}: `{path}`", source.path));
                    }
                }
            }
        }
    }
    refuse(
        &findings,
        "JSON and HTTP belong in `web`, drivers in `store/engine`, mail servers in `mail`, the environment in `config`. \
         Convert where the rooms meet. (A lasting exception is a line in EXCEPTIONS, with its reason.)",
    );
}

#[test]
fn every_room_is_in_the_table() {
    let mut findings = BTreeSet::new();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap().to_owned();
        if !ROOMS.iter().any(|room| room.name == name) && !["lib", "main"].contains(&name.as_str()) {
            findings.insert(format!("src/{name}"));
        }
    }
    refuse(&findings, "Say in ROOMS (and in ARCHITECTURE.md) what the room builds on and must not know.");
}

#[test]
fn surfaces_do_not_import_each_other() {
    /// The surface that a path belongs to.
    fn surface(path: &str) -> Option<String> {
        let pattern = SURFACES.into_iter().find(|pattern| names(pattern, path))?;
        Some(path.split("::").take(pattern.split("::").count()).collect::<Vec<_>>().join("::"))
    }
    let mut findings = BTreeSet::new();
    for source in sources("src/web") {
        let Some(own) = surface(&source.module) else { continue };
        for path in source.paths() {
            if surface(&path).is_some_and(|other| other != own) {
                findings.insert(format!("{}: `{path}`", source.path));
            }
        }
    }
    refuse(
        &findings,
        "What two surfaces need is a rule, then it goes to `domain`; or mechanics, then to `web` itself.",
    );
}

#[test]
fn a_dialect_adds_no_rule() {
    let mut findings = BTreeSet::new();
    for source in sources("src/web/dialects") {
        let Some(inner) = source.module.strip_prefix("crate::web::dialects::") else { continue };
        let part = inner.split("::").nth(1).unwrap_or("mod");
        if !DIALECT_PARTS.contains(&part) {
            findings.insert(format!("{}: a dialect is {}", source.path, DIALECT_PARTS.join(", ")));
        }
        for path in source.paths() {
            if NO_DIALECTS.iter().any(|forbidden| names(forbidden, &path)) || path.contains("strict") {
                findings.insert(format!("{}: `{path}`", source.path));
            }
        }
    }
    refuse(
        &findings,
        "A dialect parses, calls an operation and says what came of it. A rule, or an exception from one, belongs in \
         `domain`; what two dialects need, in `domain` or in `web` itself.",
    );
}

#[test]
fn sql_is_in_the_query_files_alone() {
    let mut findings = BTreeSet::new();
    for source in sources("src") {
        let place = SQL_PLACES.iter().find(|(place, _)| source.path.starts_with(place));
        for text in source.texts() {
            let is_sql = SQL_WORDS.iter().any(|word| text.trim_start().starts_with(word));
            let is_allowed = place.is_some_and(|(_, needed)| {
                needed.is_empty() || needed.iter().any(|word| text.contains(word))
            });
            if is_sql && !is_allowed {
                let start: String = text.trim_start().chars().take(40).collect();
                findings.insert(format!("{}: \"{start}…\"", source.path));
            }
        }
    }
    refuse(
        &findings,
        "Make it a statement in its table's file under `src/store/queries`, and call its function.",
    );
}

#[test]
fn no_file_is_longer_than_can_be_read() {
    let mut findings = BTreeSet::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        let lines = source.text.lines().count();
        if lines > MOST_LINES {
            findings.insert(format!("{}: {lines} lines", source.path));
        }
    }
    refuse(&findings, &format!("At most {MOST_LINES} lines: cut the file where its subject changes."));
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut findings = BTreeSet::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        if !source.text.starts_with("//! ") {
            findings.insert(source.path);
        }
    }
    refuse(
        &findings,
        "Begin the file with `//!`: what it is for, what it must not know, where to start reading.",
    );
}

#[test]
fn every_path_in_the_architecture_is_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md can be read");
    let paths = scan::paths_in_backticks(&text);
    assert!(paths.len() > 20, "hardly a path in ARCHITECTURE.md: {paths:?}");
    let missing = paths.into_iter().filter(|path| !root().join(path).exists()).collect();
    refuse(&missing, "ARCHITECTURE.md speaks of these, and they are not there: name what is there now.");
}
