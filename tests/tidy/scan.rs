//! Reads a Rust source as far as the rules need: the paths it names, and the text in its quotes.
//!
//! No parser: it tells code from comments and quotes, and follows `use` groups, `self` and `super`. It takes a
//! path within an inline module for one of the file's own module.

use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::str::Chars;

/// A source file.
pub(super) struct Source {
    /// Its path in the repository, with `/`.
    pub(super) path: String,
    /// Its module, as in `crate::web::build`.
    pub(super) module: String,
    /// All of it.
    pub(super) text: String,
    tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    /// What stands in quotes, without them.
    Text(String),
    /// `::`
    Colons,
    Sign(char),
}

impl Source {
    pub(super) fn read(root: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let path = path.strip_prefix(root).unwrap().to_str().unwrap();
        Self::new(path, &text)
    }

    fn new(path: &str, text: &str) -> Self {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        let module = format!("crate::{}", inner.replace('/', "::"));
        Self { path: path.to_owned(), module, text: text.to_owned(), tokens: tokens(text) }
    }

    /// What stands in quotes.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Every path in the code, `self` and `super` resolved, groups spread out.
    pub(super) fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let begins = matches!(self.tokens[at], Token::Name(_))
                && (at == 0 || self.tokens[at - 1] != Token::Colons);
            at = if begins { self.path_at(at, "", &mut paths) } else { at + 1 };
        }
        paths.iter().map(|path| self.resolved(path)).collect()
    }

    /// Reads a path, and all of the group at its end; tells where it ends.
    fn path_at(&self, mut at: usize, prefix: &str, paths: &mut Vec<String>) -> usize {
        let mut path = prefix.to_owned();
        while let Some(Token::Name(name)) = self.tokens.get(at) {
            let colons = if path.is_empty() { "" } else { "::" };
            path = format!("{path}{colons}{name}");
            at += 1;
            if self.tokens.get(at) != Some(&Token::Colons) {
                break;
            }
            at += 1;
        }
        if self.tokens.get(at) == Some(&Token::Sign('{')) && at > 0 && self.tokens[at - 1] == Token::Colons {
            at += 1;
            while let Some(token) = self.tokens.get(at) {
                match token {
                    Token::Name(_) => at = self.path_at(at, &path, paths),
                    Token::Sign('}') => return at + 1,
                    _ => at += 1,
                }
            }
        }
        paths.push(path);
        at
    }

    fn resolved(&self, path: &str) -> String {
        let mut base: Vec<&str> = self.module.split("::").collect();
        let mut rest = path;
        loop {
            let (first, after) = rest.split_once("::").unwrap_or((rest, ""));
            match first {
                "self" => {}
                "super" => {
                    base.pop();
                }
                _ if rest.len() == path.len() => return path.to_owned(),
                _ => break,
            }
            rest = after;
        }
        if rest.is_empty() { base.join("::") } else { format!("{}::{rest}", base.join("::")) }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '/' if rest.peek() == Some(&'/') => {
                rest.by_ref().take_while(|sign| *sign != '\n').for_each(drop);
            }
            '/' if rest.peek() == Some(&'*') => skip_block_comment(&mut rest),
            '"' => tokens.push(Token::Text(quoted(&mut rest))),
            '\'' => skip_character(&mut rest),
            ':' if rest.peek() == Some(&':') => {
                rest.next();
                tokens.push(Token::Colons);
            }
            sign if sign.is_alphabetic() || sign == '_' => {
                let mut name = String::from(sign);
                while let Some(sign) = rest.next_if(|sign| sign.is_alphanumeric() || *sign == '_') {
                    name.push(sign);
                }
                match rest.peek() {
                    Some('"' | '#') if ["r", "br"].contains(&name.as_str()) => {
                        tokens.push(Token::Text(raw_quoted(&mut rest)));
                    }
                    _ => tokens.push(Token::Name(name)),
                }
            }
            sign if sign.is_whitespace() => {}
            sign => tokens.push(Token::Sign(sign)),
        }
    }
    tokens
}

fn skip_block_comment(rest: &mut Peekable<Chars<'_>>) {
    let mut last = ' ';
    for sign in rest.by_ref().skip(1) {
        if (last, sign) == ('*', '/') {
            return;
        }
        last = sign;
    }
}

fn quoted(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(sign) = rest.next() {
        match sign {
            '"' => break,
            '\\' => text.extend(rest.next().filter(|sign| ['"', '\\'].contains(sign))),
            sign => text.push(sign),
        }
    }
    text
}

fn raw_quoted(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut end = String::from("\"");
    while rest.next_if_eq(&'#').is_some() {
        end.push('#');
    }
    rest.next();
    let mut text = String::new();
    for sign in rest.by_ref() {
        text.push(sign);
        if text.ends_with(&end) {
            text.truncate(text.len() - end.len());
            break;
        }
    }
    text
}

/// Skips a character in quotes; a lifetime has no second quote, and is skipped as a name.
fn skip_character(rest: &mut Peekable<Chars<'_>>) {
    if rest.next_if_eq(&'\\').is_some() {
        rest.next();
        rest.by_ref().take_while(|sign| *sign != '\'').for_each(drop);
        return;
    }
    rest.next();
    rest.next_if_eq(&'\'');
}

/// The paths of the repository that a document names in backticks, up to any placeholder in them.
pub(super) fn paths_in_backticks(text: &str) -> Vec<String> {
    const FOLDERS: [&str; 7] = ["src/", "tests/", "assets/", "docs/", "scripts/", "benches/", "fuzz/"];
    const FILES: [&str; 5] = [".md", ".rs", ".toml", ".sql", ".py"];
    let is_path = |word: &&str| {
        let is_one_word = !word.contains([' ', ':', '(']);
        let is_file = FILES.iter().any(|end| word.ends_with(end));
        is_one_word && (is_file || FOLDERS.iter().any(|folder| word.starts_with(folder)))
    };
    let up_to_placeholder = |word: &str| match word.find(['<', '*', '{']) {
        Some(placeholder) => word[..word[..placeholder].rfind('/').unwrap_or_default()].to_owned(),
        None => word.to_owned(),
    };
    text.split('`').skip(1).step_by(2).filter(is_path).map(up_to_placeholder).collect()
}

#[test]
fn a_path_is_found_however_it_is_written() {
    let text = r##"
        //! [`crate::cli`] in a comment, and /* crate::mail */ another
        use crate::{domain::{App, self as rules}, model};
        use super::super::store;
        fn f<'a>(sign: char) -> &'a str { let _ = ('"', '\'', 'x'); crate::config::load("crate::mail // no comment") }
        const RAW: &str = r#"a "quoted" crate::mail"#;
        use self::inner::Thing; use rocket::get;
    "##;
    let source = Source::new("src/web/build.rs", text);
    let paths = source.paths();
    for path in [
        "crate::domain::App",
        "crate::domain::self",
        "crate::model",
        "crate::store",
        "crate::config::load",
        "crate::web::build::inner::Thing",
        "rocket::get",
    ] {
        assert!(paths.iter().any(|found| found == path), "{path} in {paths:?}");
    }
    for path in ["crate::cli", "crate::mail"] {
        assert!(!paths.iter().any(|found| found.starts_with(path)), "{path} in {paths:?}");
    }
    let texts: Vec<&str> = source.texts().collect();
    assert_eq!(texts, ["crate::mail // no comment", "a \"quoted\" crate::mail"]);
}

#[test]
fn a_path_in_a_document_is_told_from_other_code() {
    let text =
        "`src/store/queries/<table>.rs`, `cargo test`, `web::build`, `schema.sql` and `POST /api/v1/sign-up`";
    assert_eq!(paths_in_backticks(text), ["src/store/queries", "schema.sql"]);
}
