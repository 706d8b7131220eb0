//! Every language says everything that is used, with the same variables, and nothing that is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::*;

/// Messages that are chosen by a word of the service's: their names begin like this, and tests elsewhere know the words.
const FAMILIES: [&str; 6] = ["error-", "field-", "failure-", "month-", "role-", "action-"];

/// The messages of a language, each with the variables in it.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for name in names(language) {
        let text = text(&name).unwrap();
        FluentResource::try_new(text.clone()).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        let mut current = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| id.starts_with(char::is_alphabetic))
            {
                let before = found.insert(id.to_owned(), BTreeSet::new());
                assert!(before.is_none(), "{name} says {id} twice");
                current = Some(id.to_owned());
            }
            let Some(id) = &current else { continue };
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
            });
            found.get_mut(id).unwrap().extend(variables);
        }
    }
    found
}

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.extension().is_some_and(|found| found == *ending)) {
                found.push(path);
            }
        }
    }
    found
}

/// Every text in quotes that has the form of a message's name, in templates and sources.
fn quoted() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let places = [("assets/pages", &["html"][..]), ("assets/emails", &["html", "txt"]), ("src", &["rs"])];
    for path in places.iter().flat_map(|(folder, endings)| files(folder, endings)) {
        for text in fs::read_to_string(path).unwrap().split('"').skip(1) {
            found.insert(text.to_owned());
        }
    }
    found
}

/// The messages that templates say by name.
fn said() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for folder in ["assets/pages", "assets/emails"] {
        for path in files(folder, &["html", "txt"]) {
            let text = fs::read_to_string(path).unwrap();
            for call in ["t(\"", "plain(\""] {
                for (at, _) in text.match_indices(call) {
                    let is_call = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                    let rest = &text[at + call.len()..];
                    let (id, after) = rest.split_once('"').unwrap();
                    // `"prefix-" ~ word` is a family's.
                    if is_call && !after.trim_start().starts_with('~') {
                        found.insert(id.to_owned());
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_language_says_the_same_messages_with_the_same_variables() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let theirs = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !theirs.contains_key(*id)).collect();
        let further: Vec<_> = theirs.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && further.is_empty(), "{}: {missing:?} {further:?}", language.tag());
        for (id, variables) in &english {
            assert_eq!(&theirs[id], variables, "{} {id}", language.tag());
        }
    }
}

#[test]
fn every_message_that_a_template_says_is_there() {
    let english = messages(Language::English);
    let missing: Vec<_> = said().into_iter().filter(|id| !english.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_message_that_is_there_is_used() {
    let quoted = quoted();
    // `"word-" ~ value` uses all that begin like it.
    let beginnings: Vec<&String> =
        quoted.iter().filter(|text| text.ends_with('-') && text.len() > 3).collect();
    let unused: Vec<_> = messages(Language::English)
        .into_keys()
        .filter(|id| !quoted.contains(id) && !FAMILIES.iter().any(|family| id.starts_with(family)))
        .filter(|id| !beginnings.iter().any(|beginning| id.starts_with(beginning.as_str())))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_message_has_markup_in_it() {
    for language in Language::ALL {
        for name in names(language) {
            for line in text(&name).unwrap().lines().filter(|line| !line.starts_with('#')) {
                assert!(!line.contains(['<', '>', '&']) || line.contains("->"), "{name}: {line}");
            }
        }
    }
}
