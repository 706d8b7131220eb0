//! What countries are called in a language, in the order in which its readers look for them.
//!
//! The names are Unicode CLDR's. They stand in `assets/locales/<language>/countries.txt`, a code and a name on a line, since
//! how a language sorts is known to whoever wrote the list, and not to this service.

use std::sync::Arc;

use super::{Language, Words};

/// A country's code and its name.
pub(super) type Named = (Arc<str>, Arc<str>);

impl Words {
    /// Every country: its code and its name, in the order of the names.
    pub fn countries(&self, language: Language) -> &[Named] {
        self.spoken(language).map_or(&[], |spoken| spoken.countries.as_slice())
    }

    /// What the country of a code is called; the code itself where there is none.
    pub fn country<'a>(&'a self, language: Language, code: &'a str) -> &'a str {
        let found = self.countries(language).iter().find(|(known, _)| **known == *code);
        found.map_or(code, |(_, name)| name)
    }
}

/// Reads a list.
pub(super) fn read(text: &str) -> Vec<Named> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(code, name)| (code.into(), name.into())).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::Country;

    #[test]
    fn every_country_has_one_name_in_every_language() {
        let words = Words::read().unwrap();
        let all: BTreeSet<_> = Country::all().into_iter().map(Country::code).collect();
        for language in Language::ALL {
            let codes: Vec<_> = words.countries(language).iter().map(|(code, _)| &**code).collect();
            assert_eq!(codes.len(), all.len(), "{}", language.tag());
            assert_eq!(codes.into_iter().collect::<BTreeSet<_>>(), all, "{}", language.tag());
            let names: BTreeSet<_> = words.countries(language).iter().map(|(_, name)| name).collect();
            assert_eq!(names.len(), all.len(), "{}", language.tag());
        }
    }

    #[test]
    fn a_country_is_called_by_its_name_in_the_readers_language() {
        let words = Words::read().unwrap();
        let named = Language::ALL.map(|language| words.country(language, "DE"));
        assert_eq!(named, ["Germany", "Deutschland", "Allemagne", "Alemania", "Alemanha", "德国"]);
        assert_eq!(words.country(Language::German, "ZZ"), "ZZ");
        // Where a reader of German looks for it.
        let german = words.countries(Language::German);
        assert!(
            german.iter().position(|(code, _)| &**code == "AT")
                < german.iter().position(|(code, _)| &**code == "PK")
        );
    }
}
