//! Usernames: a second name to sign in with. Never confusable with an email address.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

use super::ValueError;
use super::name::has_forbidden_characters;

const MIN_CHARS: usize = 3;
const MAX_CHARS: usize = 64;

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

    /// The compared form of any text: NFKC, case-folded, NFKC again (folding can undo composition).
    pub fn normalize(text: &str) -> String {
        let nfkc = ComposingNormalizerBorrowed::new_nfkc();
        let folded = CaseMapper::new().fold_string(&nfkc.normalize(text)).into_owned();
        nfkc.normalize(&folded).into_owned()
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
    fn what_could_pass_for_an_address_or_hide_a_character_is_refused() {
        assert_eq!(Username::parse("june@doe"), Err(UsernameError::ContainsAt));
        assert_eq!(Username::parse("june\u{ff20}doe"), Err(UsernameError::ContainsAt));
        assert_eq!(Username::parse("june\u{202e}doe"), Err(UsernameError::ForbiddenCharacter));
        assert_eq!(Username::parse("june doe"), Err(UsernameError::ForbiddenCharacter));
        assert_eq!(Username::parse("jd"), Err(UsernameError::TooShort));
        assert_eq!(Username::parse(&"j".repeat(65)), Err(UsernameError::TooLong));
    }
}
