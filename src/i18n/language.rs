//! The languages there are, and which one a person gets.

use fluent_langneg::{NegotiationStrategy, accepted_languages, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::model::Locale;

/// A language that everything can be read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::English, Self::German, Self::French, Self::Spanish, Self::Portuguese, Self::Chinese];

    /// Its tag (BCP 47), which names its folder of words.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
            Self::Chinese => "zh-Hans",
        }
    }

    /// What those who read it call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Portuguese => "Português",
            Self::Chinese => "简体中文",
        }
    }

    /// The language of a person's setting; English where theirs is not among those there are.
    pub fn of_locale(locale: &Locale) -> Self {
        Self::best(&accepted_languages::parse(&locale.to_string())).unwrap_or(Self::English)
    }

    /// The first that a browser asks for by `Accept-Language` (RFC 9110 §12.5.4) and that there is, else English.
    pub fn of_accepted(header: &str) -> Self {
        Self::accepted(header).unwrap_or(Self::English)
    }

    /// The first that is asked for by `Accept-Language` and that there is; `None` where none is.
    pub fn accepted(header: &str) -> Option<Self> {
        Self::best(&accepted_languages::parse(header))
    }

    /// The setting of whoever chooses it.
    pub fn locale(self) -> Locale {
        Locale::parse(self.tag()).expect("the tags of our languages are language tags")
    }

    /// The best for whoever reads `wanted`, the most wanted first.
    fn best(wanted: &[LanguageIdentifier]) -> Option<Self> {
        let available = Self::ALL.map(Self::identifier);
        let found = negotiate_languages(wanted, &available, None, NegotiationStrategy::Lookup);
        let found = found.first()?;
        Self::ALL.into_iter().find(|language| language.identifier() == **found)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().expect("the tags of our languages are language tags")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_first_language_it_asks_for_that_there_is() {
        for (header, language) in [
            ("", Language::English),
            ("de-CH,de;q=0.9,en;q=0.8", Language::German),
            ("nl, fr-CA;q=0.8", Language::French),
            ("pt-BR", Language::Portuguese),
            ("zh-CN,zh;q=0.9", Language::Chinese),
            ("*", Language::English),
            ("\u{7f};;;,,q=1", Language::English),
        ] {
            assert_eq!(Language::of_accepted(header), language, "{header:?}");
        }
    }

    #[test]
    fn who_asks_for_none_that_there_is_has_asked_for_none() {
        for header in ["", "*", "ja", "ja, nl;q=0.5", "\u{7f};;;,,q=1"] {
            assert_eq!(Language::accepted(header), None, "{header:?}");
        }
        assert_eq!(Language::accepted("ja, en-GB;q=0.5"), Some(Language::English));
    }

    #[test]
    fn a_language_is_the_one_of_its_own_setting() {
        for language in Language::ALL {
            assert_eq!(Language::of_locale(&language.locale()), language);
        }
    }

    #[test]
    fn a_persons_setting_is_followed_as_closely_as_can_be() {
        let of = |tag| Language::of_locale(&Locale::parse(tag).unwrap());
        assert_eq!(of("es-MX"), Language::Spanish);
        assert_eq!(of("ja"), Language::English);
    }
}
