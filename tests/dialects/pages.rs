//! What is printed of the dialects is what they do: `docs/dialects.md`, and a page for each beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gatepost::domain::customs::gives_away;
use gatepost::model::Dialect;
use gatepost::web::dialects::{Surface, answered};

use crate::support::web_settings;

const INDEX: &str = "docs/dialects.md";

fn place(page: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(page)
}

/// The page of a dialect.
fn page_of(surface: &Surface) -> String {
    fs::read_to_string(place(&format!("docs/dialects/{}.md", surface.dialect.as_str()))).unwrap()
}

/// The rows of the only table of a section, its head left out: each a list of cells.
fn table<'a>(page: &'a str, section: &str) -> Vec<Vec<&'a str>> {
    let (_, rest) = page.split_once(&format!("\n## {section}\n")).expect("the section is there");
    let section = rest.split("\n## ").next().expect("a section");
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn every_page_tells_each_call_of_its_dialect_and_no_other() {
    for surface in answered(&web_settings()) {
        let printed: Vec<String> = table(&page_of(surface), "The calls")
            .iter()
            .map(|row| row[0].trim_matches('`').split('?').next().expect("a call").to_owned())
            .collect();
        let mounted: BTreeSet<String> = (surface.routes)()
            .iter()
            .map(|route| format!("{} {}", route.method, route.uri.path().replace('<', "{").replace('>', "}")))
            .collect();
        assert_eq!(printed.iter().cloned().collect::<BTreeSet<_>>(), mounted, "{:?}", surface.dialect);
        assert_eq!(printed.len(), mounted.len(), "{:?}: a call is told twice", surface.dialect);
    }
}

#[test]
fn the_index_leads_to_every_page_and_names_every_base() {
    let index = fs::read_to_string(place(INDEX)).unwrap();
    let rows: Vec<&str> = index.lines().filter(|line| line.starts_with("| `")).collect();
    for surface in answered(&web_settings()) {
        let name = surface.dialect.as_str();
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{name}`"))).expect("a row of its own");
        let bases = surface.bases.iter().map(|base| format!("`{base}`")).collect::<Vec<_>>().join(", ");
        assert!(row.contains(&format!("| {bases} |")), "{row}");
        let link = format!("[{name}](dialects/{name}.md)");
        assert!(row.contains(&link), "{row}");
    }
}

#[test]
fn the_index_tells_all_that_a_dialect_gives_away_and_no_more() {
    let index = fs::read_to_string(place(INDEX)).unwrap();
    let head = format!("| {} |", Dialect::ALL.map(|dialect| format!("`{}`", dialect.as_str())).join(" | "));
    assert!(index.contains(&head), "the columns are the dialects, in the order of {head}");
    let cell = |clause: &String, dialect| {
        if gives_away(dialect, true).contains(clause) {
            "always"
        } else if gives_away(dialect, false).contains(clause) {
            "unless strict"
        } else {
            ""
        }
    };
    let told: BTreeSet<String> =
        Dialect::ALL.iter().flat_map(|dialect| gives_away(*dialect, false)).collect();
    let expected: BTreeSet<Vec<&str>> = told
        .iter()
        .map(|clause| {
            [clause.as_str()].into_iter().chain(Dialect::ALL.map(|dialect| cell(clause, dialect))).collect()
        })
        .collect();
    let printed = table(&index, "What a dialect gives away");
    assert_eq!(printed.iter().cloned().collect::<BTreeSet<_>>(), expected);
    assert_eq!(printed.len(), expected.len(), "a clause stands there twice");
}
