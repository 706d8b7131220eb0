//! The language a person wants to be written to in.

use unic_langid::LanguageIdentifier;

use super::ValueError;

/// A language tag (BCP 47, Unicode form) such as `de` or `pt-BR`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale(LanguageIdentifier);

/// The text is no language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a language tag. Write one like `en`, `de` or `pt-BR`.")]
pub struct LocaleError;

impl ValueError for LocaleError {
    fn code(&self) -> &'static str {
        "locale_malformed"
    }
}

impl Locale {
    /// Reads a language tag.
    ///
    /// # Errors
    /// The text is no language tag.
    pub fn parse(text: &str) -> Result<Self, LocaleError> {
        if text.len() > 35 {
            return Err(LocaleError);
        }
        text.parse().map(Self).map_err(|_| LocaleError)
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_one_spelling() {
        assert_eq!(Locale::parse("PT_br").unwrap().to_string(), "pt-BR");
        assert_eq!(Locale::parse("not a tag"), Err(LocaleError));
    }
}
