//! All words of all languages, read once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use super::Language;

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
}

impl Words {
    /// Reads all of them.
    ///
    /// # Errors
    /// [`WordsError::Unreadable`] for a file that is no Fluent text, or says something twice.
    pub fn read() -> Result<Self, WordsError> {
        let read = |language: Language| Ok((language, bundle(language)?));
        Ok(Self { languages: Language::ALL.into_iter().map(read).collect::<Result<_, _>>()? })
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
    for name in Files::iter().filter(|name| name.split('/').next() == Some(language.tag())) {
        let unreadable = |reason: String| WordsError::Unreadable(name.to_string(), reason);
        let file = Files::get(&name).ok_or_else(|| unreadable("it is missing".to_owned()))?;
        let text = String::from_utf8(file.data.into_owned())
            .map_err(|_| unreadable("it is not UTF-8 text".to_owned()))?;
        let resource = FluentResource::try_new(text)
            .map_err(|(_, errors)| unreadable(errors.first().map(ToString::to_string).unwrap_or_default()))?;
        bundle
            .add_resource(resource)
            .map_err(|errors| unreadable(errors.first().map(ToString::to_string).unwrap_or_default()))?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests;
