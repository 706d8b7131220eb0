//! Whatever can be refused, people are told in words of their own language: no code is without a message.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::i18n::Words;
use crate::web::problem::Problem;

fn message(family: &str, code: &str) -> String {
    format!("{family}-{}", code.replace('_', "-"))
}

/// The sources that a page may show a refusal of, tests left out.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (Vec::new(), vec![root]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("dialects") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

/// A text in quotes that has the form of a code.
fn quoted_code(text: &str) -> Option<&str> {
    let code = text.strip_prefix('"')?.strip_suffix('"')?;
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_code.then_some(code)
}

/// The arguments of a call whose opening parenthesis is behind us.
fn arguments(text: &str) -> Vec<&str> {
    let (mut found, mut begin, mut depth, mut is_quoted) = (Vec::new(), 0, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' | '[' | '{' => depth += 1,
            ',' | ')' if depth == 0 => {
                found.push(text[begin..at].trim());
                begin = at + 1;
                if c == ')' {
                    break;
                }
            }
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    found
}

/// Every code that an invalid field can carry: what values tell of themselves, and what is said at the place.
fn field_codes() -> BTreeSet<String> {
    let sources = sources();
    let mut constants = BTreeMap::new();
    for line in sources.iter().flat_map(|source| source.lines()) {
        if let Some((head, value)) = line.trim_end_matches(';').split_once(": &str = ")
            && let Some((_, name)) = head.rsplit_once("const ")
            && let Some(code) = quoted_code(value)
        {
            constants.insert(name.to_owned(), code.to_owned());
        }
    }
    let mut found = BTreeSet::new();
    for source in &sources {
        for implementation in source.split("impl ValueError for ").skip(1) {
            let body = implementation.split("\n}").next().unwrap_or_default();
            let texts = body.split('"').skip(1).step_by(2);
            found.extend(texts.map(str::to_owned));
        }
        for (call, index) in
            [("Reason::new(", 0), ("Error::invalid(", 1), ("InvalidField::new(", 1), ("refuse_where(", 2)]
        {
            for after in source.split(call).skip(1) {
                let Some(argument) = arguments(after).get(index).copied() else { continue };
                let code = quoted_code(argument).map(str::to_owned);
                found.extend(code.or_else(|| constants.get(argument).cloned()));
            }
        }
    }
    found
}

#[test]
fn every_refusal_is_said_in_words() {
    let words = Words::read().unwrap();
    let samples = Problem::samples();
    let codes = samples.iter().map(Problem::code).chain(["refused"]);
    let missing: BTreeSet<_> =
        codes.map(|code| message("error", code)).filter(|message| !words.has(message)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_fault_of_a_field_is_said_in_words() {
    let words = Words::read().unwrap();
    let codes = field_codes();
    for known in ["required", "password_too_weak", "email_domain_not_allowed", "country_unknown", "too_long"]
    {
        assert!(codes.contains(known), "the sources are not read: {known} was not found");
    }
    // A color is a setting: no form asks for one.
    let asked = codes.iter().filter(|code| *code != "color_malformed");
    let missing: Vec<_> =
        asked.map(|code| message("field", code)).filter(|message| !words.has(message)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
