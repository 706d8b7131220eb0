//! Writes letters: what a letter shows goes into the templates of its name.
//!
//! Every letter has three templates, `assets/emails/<name>/{subject.txt, body.txt, body.html}`. They
//! see the letter's fields by name, `product`, its colors as `look`, and the language as `lang`. Their
//! sentences stand in `assets/locales/<language>/letters.ftl`, and they say them as [`crate::i18n::template`] tells. A field
//! that is absent is `none`; a name that a letter does not have, or `none` where a text was to be
//! written, fails the letter rather than leaving a hole in it. How the letter travels is not known here.
//!
//! Names and messages are written by strangers. The engine escapes them in HTML and never reads them
//! as templates; this module takes out line breaks and what reorders the text around it.

use std::collections::BTreeMap;
use std::fmt;

use minijinja::syntax::SyntaxConfig;
use minijinja::{
    AutoEscape, Environment, ErrorKind, HtmlEscape, Output, State, UndefinedBehavior, Value, context,
};
use rust_embed::RustEmbed;

use crate::i18n::{Language, Words, WordsError, template};
use crate::model::letter::Field;
use crate::model::{Color, Letter};

/// The templates, as they are in the binary.
#[derive(RustEmbed)]
#[folder = "assets/emails"]
struct Templates;

/// Fields in which people may write several lines. Templates quote these, so that none of their
/// lines passes for ours.
const MULTILINE_FIELDS: &[&str] = &["message"];

/// How the service presents itself in letters.
#[derive(Clone, Debug, Default)]
pub struct LetterLook {
    /// What the product is called.
    pub product: String,
    /// The color of its mark, of buttons and links.
    pub accent: Option<Color>,
    /// Templates that go before those in the binary, by their names.
    pub templates: BTreeMap<String, String>,
}

/// What letters stand on where the screen is light, and where it is dark: `.card` of `layout.html`.
const LIGHT_GROUND: Color = Color::WHITE;
const DARK_GROUND: Color = Color { red: 0x1a, green: 0x20, blue: 0x27 };

/// Writes letters from the templates.
pub struct Renderer {
    templates: Environment<'static>,
}

/// A letter as it is sent: the same content twice, as text and as HTML.
#[derive(Clone, PartialEq, Eq)]
pub struct RenderedLetter {
    /// One line.
    pub subject: String,
    /// The whole letter as plain text.
    pub text: String,
    /// The whole letter as an HTML page.
    pub html: String,
}

/// Why a letter can't be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The words can't be read.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// A template can't be read, is missing, or uses what its letter does not have.
    #[error("a template fails: {0}")]
    Template(#[from] minijinja::Error),
    /// A template is to go before one that there is not.
    #[error("no letter has the template {0}")]
    Unknown(String),
    /// The subject came out empty.
    #[error("the letter {0} has no subject")]
    NoSubject(String),
}

impl Renderer {
    /// Reads the words; templates are read when they are first used. `product` is what the service calls itself in letters.
    ///
    /// # Errors
    /// Words that can't be read.
    pub fn new(product: String) -> Result<Self, RenderError> {
        Self::of(LetterLook { product, ..LetterLook::default() })
    }

    /// As [`Renderer::new`], with the looks of whoever runs the service. If they have templates of their own, every letter is
    /// written once, so that one that fails does so now; those in the binary have been tried by whoever built it.
    ///
    /// # Errors
    /// As [`Renderer::new`]; a template of theirs that can't be read, that no letter has, or that fails.
    pub fn of(look: LetterLook) -> Result<Self, RenderError> {
        if let Some(name) = look.templates.keys().find(|name| Templates::get(name).is_none()) {
            return Err(RenderError::Unknown(name.clone()));
        }
        let mut templates = environment();
        template::add_words(&mut templates, &Words::shared()?);
        templates.add_global("product", one_line(&look.product));
        templates.add_global("look", colors(look.accent.unwrap_or(Color::ACCENT)));
        templates.set_loader(template::embedded::<Templates>);
        let has_own = !look.templates.is_empty();
        for (name, source) in look.templates {
            templates.add_template_owned(name, source)?;
        }
        let renderer = Self { templates };
        if has_own {
            renderer.rehearse()?;
        }
        Ok(renderer)
    }

    /// Writes one of every letter in every language, for nobody.
    fn rehearse(&self) -> Result<(), RenderError> {
        let letters = Letter::samples();
        let mut in_every_language = Language::ALL.into_iter().flat_map(|language| {
            letters.iter().map(move |letter| self.render(letter.name(), language, &letter.fields()))
        });
        in_every_language.try_for_each(|rendered| rendered.map(drop))
    }

    /// Writes one letter in a language.
    ///
    /// # Errors
    /// [`RenderError`], which never quotes a field's content.
    pub fn render<N: AsRef<str>>(
        &self,
        letter_name: &str,
        language: Language,
        fields: &[(N, Field)],
    ) -> Result<RenderedLetter, RenderError> {
        let fields: Value = fields
            .iter()
            .map(|(name, field)| (name.as_ref(), value(name.as_ref(), field)))
            .chain([("lang", Value::from(language.tag()))])
            .collect::<BTreeMap<_, _>>()
            .into();
        let write = |file: &str| -> Result<String, RenderError> {
            let text = self.templates.get_template(&format!("{letter_name}/{file}"))?.render(&fields)?;
            Ok(text.trim().to_owned())
        };
        let subject = one_line(&write("subject.txt")?);
        if subject.is_empty() {
            return Err(RenderError::NoSubject(letter_name.to_owned()));
        }
        Ok(RenderedLetter { subject, text: write("body.txt")? + "\n", html: write("body.html")? + "\n" })
    }
}

impl fmt::Debug for RenderedLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Its links are as good as passwords.
        f.debug_struct("RenderedLetter").finish_non_exhaustive()
    }
}

/// The colors of a letter, light and dark. The style sheet of pages is told the same of the accent.
fn colors(accent: Color) -> Value {
    context! {
        accent => accent.hex(),
        on_accent => accent.text_on().hex(),
        link => accent.legible_on(LIGHT_GROUND, Color::BLACK).hex(),
        link_in_dark => accent.legible_on(DARK_GROUND, Color::WHITE).hex(),
    }
}

fn environment() -> Environment<'static> {
    let mut templates = Environment::new();
    // Block tags stand on lines of their own without leaving empty lines in the letter.
    templates.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .expect("the standard delimiters do not contradict each other"),
    );
    // Errors would otherwise carry the fields of the letter, its links with them.
    templates.set_debug(false);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|name| {
        let html = std::path::Path::new(name).extension().is_some_and(|extension| extension == "html");
        if html { AutoEscape::Html } else { AutoEscape::None }
    });
    templates.set_formatter(write_value);
    templates
}

/// Writes one value: refuses `none`, and leaves `/` as it is, so that a link reads the same in the
/// text and in the HTML. The engine escapes `/` as well, which only matters outside of quotes.
fn write_value(
    output: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    if value.is_none() {
        return Err(minijinja::Error::new(ErrorKind::InvalidOperation, "an absent field was to be written"));
    }
    match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => {
            output.write_str(&HtmlEscape(text).to_string().replace("&#x2f;", "/"))?;
            Ok(())
        }
        _ => minijinja::escape_formatter(output, state, value),
    }
}

fn value(name: &str, field: &Field) -> Value {
    match field {
        Field::Text(text) if MULTILINE_FIELDS.contains(&name) => Value::from(lines(text)),
        Field::Text(text) => Value::from(one_line(text)),
        Field::Time(at) => Value::from(at.as_microsecond()),
        Field::Absent => Value::from(()),
        Field::List(texts) => texts.iter().map(|text| one_line(text)).collect(),
    }
}

/// The text on one line: line breaks, tabs and other control characters become spaces, runs of them one.
fn one_line(text: &str) -> String {
    let text: String =
        text.chars().filter(|c| !reorders(*c)).map(|c| if breaks_line(c) { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its line breaks, and without any other control character.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .split(breaks_line_hard)
        .map(one_line)
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn breaks_line_hard(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character changes the direction of the text after it (UAX #9 §2): with one, a name
/// could make the words of a letter read backwards.
fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
