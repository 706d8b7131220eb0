//! What lists are searched by: the beginning of a name or an address.

use uuid::Uuid;

use super::case_folding::fold;
use super::name::has_forbidden_characters;
use super::{EmailAddress, ValueError};

const MAX_CHARS: usize = 254;

/// The text can't be searched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    /// Nothing but white space.
    #[error("Give the beginning of what you search for.")]
    Empty,
    /// Longer than anything that is searched.
    #[error("What is searched for has at most {MAX_CHARS} characters.")]
    TooLong,
    /// Characters that are in no name.
    #[error("What is searched for can't contain line breaks or invisible characters.")]
    ForbiddenCharacter,
}

impl ValueError for SearchError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ForbiddenCharacter => "forbidden_character",
        }
    }
}

/// A text that somebody searches by. What begins with it is found, however it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    text: String,
}

impl Search {
    /// Reads a text; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says why nothing can be found by it.
    pub fn parse(text: &str) -> Result<Self, SearchError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SearchError::Empty);
        }
        if text.chars().count() > MAX_CHARS {
            return Err(SearchError::TooLong);
        }
        if has_forbidden_characters(text) {
            return Err(SearchError::ForbiddenCharacter);
        }
        Ok(Self { text: text.to_owned() })
    }

    /// What the compared form of a name begins with.
    pub fn names(&self) -> Prefix {
        Prefix::of(fold(&self.text))
    }

    /// What the compared form of an address begins with.
    pub fn addresses(&self) -> Prefix {
        let whole = EmailAddress::parse(&self.text).map(|address| address.normalized().to_owned());
        Prefix::of(whole.unwrap_or_else(|_| self.text.to_ascii_lowercase()))
    }

    /// The id, where it is one.
    pub fn id(&self) -> Option<Uuid> {
        self.text.parse().ok()
    }
}

/// The texts that begin alike, as a range of texts in the order of their bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// The first of them.
    pub from: String,
    /// After the last of them.
    pub until: String,
}

impl Prefix {
    fn of(text: String) -> Self {
        // No text has this character, and no byte of another sorts after its first one.
        Self { until: format!("{text}{}", char::MAX), from: text }
    }

    /// Whether a text is one of them.
    pub fn begins(&self, text: &str) -> bool {
        self.from.as_str() <= text && text < self.until.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_alike_is_found_however_it_is_spelled() {
        let search = Search::parse(" JÜn ").unwrap();
        for name in ["jün", "jüne doe", "jün\u{10fffe}"] {
            assert!(search.names().begins(name), "{name}");
        }
        for name in ["jü", "ajün", "jun", "jüo"] {
            assert!(!search.names().begins(name), "{name}");
        }
    }

    #[test]
    fn a_whole_address_is_compared_in_its_ascii_form() {
        let search = Search::parse("June@Bücher.example").unwrap();
        assert!(search.addresses().begins("june@xn--bcher-kva.example"));
    }

    #[test]
    fn what_is_in_no_name_finds_nothing() {
        assert_eq!(Search::parse(" "), Err(SearchError::Empty));
        assert_eq!(Search::parse(&"x".repeat(300)), Err(SearchError::TooLong));
        assert_eq!(Search::parse("a\0b"), Err(SearchError::ForbiddenCharacter));
    }
}
