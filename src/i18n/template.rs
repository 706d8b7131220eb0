//! What templates call to speak to a person in their language.
//!
//! - `t("id", name=value)` says a message. In HTML whatever is put in is escaped and isolated (`<bdi>`), so that a
//!   name in another script does not turn the words around it.
//! - `plain("id", name=value)` says it without markup: for titles and attributes.
//! - `at|date`, `at|date_time`, `n|number` write a time (microseconds since 1970) and a number; `at|stamp` is short and
//!   alike in every language, for tables, and `at|iso` is for programs.
//! - `countries()` are all countries to choose from, `code|country` names one.
//!
//! The language is what the template knows as `lang`.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;
use minijinja::value::{Kwargs, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, HtmlEscape, State};
use rust_embed::RustEmbed;

use super::{Argument, Language, Words};

/// Lets the templates of an environment say words.
pub fn add_words(environment: &mut Environment<'_>, words: &Arc<Words>) {
    let all = Arc::clone(words);
    environment.add_function("t", move |state: &State, id: &str, given: Kwargs| {
        let is_html = matches!(state.auto_escape(), AutoEscape::Html);
        let said = say(&all, state, id, &given, is_html)?;
        Ok::<_, Error>(if is_html { Value::from_safe_string(said) } else { Value::from(said) })
    });
    let all = Arc::clone(words);
    environment.add_function("plain", move |state: &State, id: &str, given: Kwargs| {
        say(&all, state, id, &given, false)
    });
    let all = Arc::clone(words);
    environment.add_function("has_words", move |id: &str| all.has(id));
    let all = Arc::clone(words);
    environment.add_filter("date", move |state: &State, micros: i64| {
        all.date(language(state), time(micros)?).map_err(failure)
    });
    let all = Arc::clone(words);
    environment.add_filter("date_time", move |state: &State, micros: i64| {
        all.date_time(language(state), time(micros)?).map_err(failure)
    });
    add_countries(environment, words);
    environment.add_filter("stamp", |micros: i64| stamp("%Y-%m-%d %H:%M UTC", micros));
    environment.add_filter("iso", |micros: i64| stamp("%Y-%m-%dT%H:%M:%SZ", micros));
    let all = Arc::clone(words);
    environment.add_filter("number", move |state: &State, number: i64| {
        all.number(language(state), number).map_err(failure)
    });
}

/// A template that is in the binary, for an environment that reads each when it is first used.
///
/// # Errors
/// For one that is not UTF-8 text.
pub fn embedded<Files: RustEmbed>(name: &str) -> Result<Option<String>, Error> {
    let text = Files::get(name).map(|file| String::from_utf8(file.data.into_owned()));
    text.transpose().map_err(|_| Error::new(ErrorKind::BadSerialization, "a template is not UTF-8 text"))
}

/// What templates know of countries: `countries()` are all of them, `code|country` names one.
fn add_countries(environment: &mut Environment<'_>, words: &Arc<Words>) {
    let all = Arc::clone(words);
    environment.add_function("countries", move |state: &State| {
        let named = all.countries(language(state)).iter();
        named.map(|(code, name)| vec![Value::from(&**code), Value::from(&**name)]).collect::<Vec<_>>()
    });
    let all = Arc::clone(words);
    environment.add_filter("country", move |state: &State, code: &str| {
        all.country(language(state), code).to_owned()
    });
}

fn language(state: &State) -> Language {
    let tag = state.lookup("lang").unwrap_or_default();
    let has_tag = |language: &Language| tag.as_str() == Some(language.tag());
    Language::ALL.into_iter().find(has_tag).unwrap_or(Language::English)
}

fn say(words: &Words, state: &State, id: &str, given: &Kwargs, is_html: bool) -> Result<String, Error> {
    let product = state.lookup("product").unwrap_or_default();
    let mut arguments = vec![("product", argument(&product, is_html))];
    for name in given.args() {
        arguments.push((name, argument(&given.get::<Value>(name)?, is_html)));
    }
    words.say(language(state), id, &arguments).map_err(failure)
}

/// A value as it is put into a message. Markup that a template made itself stays markup.
fn argument(value: &Value, is_html: bool) -> Argument<'static> {
    if let Some(number) = value.as_i64() {
        return Argument::Number(number);
    }
    let text = value.to_string();
    Argument::Text(Cow::Owned(match is_html {
        true if value.is_safe() => text,
        true => format!("<bdi>{}</bdi>", HtmlEscape(&text)),
        false => text,
    }))
}

fn time(micros: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(micros).map_err(failure)
}

fn stamp(form: &str, micros: i64) -> Result<String, Error> {
    Ok(time(micros)?.strftime(form).to_string())
}

fn failure(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(ErrorKind::InvalidOperation, error.to_string()).with_source(error)
}
