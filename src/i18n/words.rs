//! All words of all languages, each language read once, when it is first spoken.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::Language;
use super::countries::{self, Named};

/// The words, as they are in the binary.
#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Files;

/// What stands in for a variable of a message.
#[derive(Clone, Debug)]
pub enum Argument<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A number, by which plurals are chosen.
    Number(i64),
}

/// Why words can't be said.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A file is no Fluent text.
    #[error("assets/locales/{0} can't be read: {1}")]
    Unreadable(String, String),
    /// No language has the message.
    #[error("there is no message `{0}`")]
    Unknown(String),
    /// The message uses what it was not given.
    #[error("the message `{id}` in {language} can't be said: {reason}")]
    Unsayable {
        /// Which.
        id: String,
        /// In which language.
        language: &'static str,
        /// Why.
        reason: String,
    },
}

/// Every message in every language.
pub struct Words {
    languages: BTreeMap<Language, OnceLock<Spoken>>,
}

/// What is said in one language.
pub(super) struct Spoken {
    messages: FluentBundle<FluentResource>,
    pub(super) countries: Vec<Named>,
}

/// Read once: they are the same in the whole process, for pages and for letters.
static SHARED: OnceLock<Arc<Words>> = OnceLock::new();

impl Words {
    /// All messages, as everybody in this process shares them.
    ///
    /// # Errors
    /// As for [`Words::read`].
    pub fn shared() -> Result<Arc<Self>, WordsError> {
        if let Some(words) = SHARED.get() {
            return Ok(Arc::clone(words));
        }
        let words = Arc::new(Self::read()?);
        Ok(Arc::clone(SHARED.get_or_init(|| words)))
    }

    /// Words of one's own. English is read at once, since it is what is said where another language has no words.
    ///
    /// # Errors
    /// [`WordsError::Unreadable`] for a file of English that is no Fluent text, or says something twice.
    pub fn read() -> Result<Self, WordsError> {
        let languages = Language::ALL.into_iter().map(|language| (language, OnceLock::new())).collect();
        let words = Self { languages };
        words.spoken(Language::English)?;
        Ok(words)
    }

    /// What is said in a language.
    ///
    /// # Errors
    /// As for [`Words::read`], the first time.
    pub(super) fn spoken(&self, language: Language) -> Result<&Spoken, WordsError> {
        let place = self.languages.get(&language).expect("there is a place for each language");
        if let Some(spoken) = place.get() {
            return Ok(spoken);
        }
        let spoken = Spoken::read(language)?;
        Ok(place.get_or_init(|| spoken))
    }

    /// Whether a message is there; English has all there are.
    pub fn has(&self, id: &str) -> bool {
        self.spoken(Language::English).is_ok_and(|english| english.messages.has_message(id))
    }

    /// Says a message; in English where the language does not have it.
    ///
    /// # Errors
    /// [`WordsError`], when no language has it or a variable of it is missing.
    pub fn say(
        &self,
        language: Language,
        id: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<String, WordsError> {
        let mut given = FluentArgs::new();
        for (name, argument) in arguments {
            given.set(
                (*name).to_owned(),
                match argument {
                    Argument::Text(text) => FluentValue::from(text.as_ref()),
                    Argument::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let (first, english) = (self.spoken(language)?, self.spoken(Language::English)?);
        let found =
            [(language, first), (Language::English, english)].into_iter().find_map(|(language, spoken)| {
                Some((language, &spoken.messages, spoken.messages.get_message(id)?.value()?))
            });
        let (language, messages, pattern) = found.ok_or_else(|| WordsError::Unknown(id.to_owned()))?;
        let mut faults = Vec::new();
        let said = messages.format_pattern(pattern, Some(&given), &mut faults).into_owned();
        match faults.first() {
            None => Ok(said),
            Some(fault) => Err(WordsError::Unsayable {
                id: id.to_owned(),
                language: language.tag(),
                reason: fault.to_string(),
            }),
        }
    }
}

impl Spoken {
    fn read(language: Language) -> Result<Self, WordsError> {
        let mut messages = FluentBundle::new_concurrent(vec![language.identifier()]);
        // What is put in is isolated by the markup around it; marks in the text would be copied along with it.
        messages.set_use_isolating(false);
        for name in names(language) {
            let unreadable =
                |reason: Option<String>| WordsError::Unreadable(name.clone(), reason.unwrap_or_default());
            let resource = FluentResource::try_new(text(&name)?)
                .map_err(|(_, errors)| unreadable(errors.first().map(ToString::to_string)))?;
            messages
                .add_resource(resource)
                .map_err(|errors| unreadable(errors.first().map(ToString::to_string)))?;
        }
        let countries = countries::read(&text(&format!("{}/countries.txt", language.tag()))?);
        Ok(Self { messages, countries })
    }
}

/// The files of a language's messages.
fn names(language: Language) -> impl Iterator<Item = String> {
    let is_of = move |path: &Path| {
        path.starts_with(language.tag()) && path.extension().is_some_and(|extension| extension == "ftl")
    };
    Files::iter().filter(move |name| is_of(Path::new(&**name))).map(Cow::into_owned)
}

fn text(name: &str) -> Result<String, WordsError> {
    let unreadable = |reason: &str| WordsError::Unreadable(name.to_owned(), reason.to_owned());
    let file = Files::get(name).ok_or_else(|| unreadable("it is missing"))?;
    String::from_utf8(file.data.into_owned()).map_err(|_| unreadable("it is not UTF-8 text"))
}

#[cfg(test)]
mod tests;
