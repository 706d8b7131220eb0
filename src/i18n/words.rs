//! All words of all languages, read once.

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
    languages: BTreeMap<Language, FluentBundle<FluentResource>>,
    pub(super) countries: BTreeMap<Language, Vec<Named>>,
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

    /// Reads all of them.
    ///
    /// # Errors
    /// [`WordsError::Unreadable`] for a file that is no Fluent text, or says something twice.
    pub fn read() -> Result<Self, WordsError> {
        let mut words = Self { languages: BTreeMap::new(), countries: BTreeMap::new() };
        for language in Language::ALL {
            words.languages.insert(language, bundle(language)?);
            let countries = text(&format!("{}/countries.txt", language.tag()))?;
            words.countries.insert(language, countries::read(&countries));
        }
        Ok(words)
    }

    /// Whether a message is there; English has all there are.
    pub fn has(&self, id: &str) -> bool {
        self.languages.get(&Language::English).is_some_and(|bundle| bundle.has_message(id))
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
        let found = [language, Language::English].into_iter().find_map(|language| {
            let bundle = self.languages.get(&language)?;
            Some((language, bundle, bundle.get_message(id)?.value()?))
        });
        let (language, bundle, pattern) = found.ok_or_else(|| WordsError::Unknown(id.to_owned()))?;
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned();
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

fn bundle(language: Language) -> Result<FluentBundle<FluentResource>, WordsError> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // What is put in is isolated by the markup around it; marks in the text would be copied along with it.
    bundle.set_use_isolating(false);
    for name in names(language) {
        let unreadable = |reason: String| WordsError::Unreadable(name.clone(), reason);
        let resource = FluentResource::try_new(text(&name)?)
            .map_err(|(_, errors)| unreadable(errors.first().map(ToString::to_string).unwrap_or_default()))?;
        bundle
            .add_resource(resource)
            .map_err(|errors| unreadable(errors.first().map(ToString::to_string).unwrap_or_default()))?;
    }
    Ok(bundle)
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
