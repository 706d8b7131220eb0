//! Usernames: a second name to sign in with. Never confusable with an email address.

use super::case_folding::fold;
use super::name::has_forbidden_characters;
use super::{PersonName, ValueError};

const MIN_CHARS: usize = 3;
const MAX_CHARS: usize = 64;
/// A generated username has at most so many characters of a person's name.
const MOST_OF_NAME: usize = 40;

/// A name to sign in with, unique over the service once compatibility-normalized and case-folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Username {
    text: String,
    normalized: String,
}

/// Why a text is not a username.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsernameError {
    /// Fewer than three characters.
    #[error("A username has at least {MIN_CHARS} characters.")]
    TooShort,
    /// More than 64 characters.
    #[error("A username has at most {MAX_CHARS} characters.")]
    TooLong,
    /// An `@` would make it look like an email address.
    #[error("A username can't contain `@`.")]
    ContainsAt,
    /// Control characters, invisible direction marks or white space.
    #[error("A username can't contain spaces, line breaks or invisible characters.")]
    ForbiddenCharacter,
}

impl ValueError for UsernameError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::ContainsAt => "username_contains_at",
            Self::ForbiddenCharacter => "forbidden_character",
        }
    }
}

impl Username {
    /// Reads a username; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, UsernameError> {
        let text = text.trim();
        let normalized = Self::normalize(text);
        let chars = text.chars().count();
        if chars < MIN_CHARS || normalized.chars().count() < MIN_CHARS {
            return Err(UsernameError::TooShort);
        }
        if chars > MAX_CHARS {
            return Err(UsernameError::TooLong);
        }
        if normalized.contains('@') {
            return Err(UsernameError::ContainsAt);
        }
        if has_forbidden_characters(&normalized) || normalized.contains(char::is_whitespace) {
            return Err(UsernameError::ForbiddenCharacter);
        }
        Ok(Self { text: text.to_owned(), normalized })
    }

    /// A username for a person who chose none: what of their name is ASCII letters and digits, and some characters that
    /// were drawn for it.
    #[must_use]
    pub fn generated(name: &PersonName, drawn: &str) -> Self {
        let mut base: String =
            name.full().chars().filter(char::is_ascii_alphanumeric).take(MOST_OF_NAME).collect();
        base.make_ascii_lowercase();
        if base.is_empty() {
            base.push_str("user");
        }
        let text = format!("{base}-{drawn}");
        Self { normalized: Self::normalize(&text), text }
    }

    /// The compared form of any text.
    pub fn normalize(text: &str) -> String {
        fold(text)
    }

    /// As its owner wrote it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The form that is compared.
    pub fn normalized(&self) -> &str {
        &self.normalized
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_compatibility_forms_are_one_username() {
        let plain = Username::parse("StraSSe").unwrap();
        for text in ["strasse", "straße", "ｓtrasse", "STRASSE"] {
            assert_eq!(Username::parse(text).unwrap().normalized(), plain.normalized(), "{text}");
        }
    }

    #[test]
    fn a_generated_username_is_one_that_could_have_been_chosen() {
        for (name, username) in [
            ("June Anne Doe", "juneannedoe-k7q2mx"),
            ("Zoë 1", "zo1-k7q2mx"),
            ("李明", "user-k7q2mx"),
            (&"x".repeat(100), &format!("{}-k7q2mx", "x".repeat(40))),
        ] {
            let generated = Username::generated(&PersonName::parse(name).unwrap(), "k7q2mx");
            assert_eq!(Username::parse(username), Ok(generated));
        }
    }

    #[test]
    fn what_could_pass_for_an_address_or_hide_a_character_is_refused() {
        assert_eq!(Username::parse("june@doe"), Err(UsernameError::ContainsAt));
        assert_eq!(Username::parse("june\u{ff20}doe"), Err(UsernameError::ContainsAt));
        assert_eq!(Username::parse("june\u{202e}doe"), Err(UsernameError::ForbiddenCharacter));
        assert_eq!(Username::parse("june doe"), Err(UsernameError::ForbiddenCharacter));
        assert_eq!(Username::parse("jd"), Err(UsernameError::TooShort));
        assert_eq!(Username::parse(&"j".repeat(65)), Err(UsernameError::TooLong));
    }
}
