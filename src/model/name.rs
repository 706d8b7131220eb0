//! Names of people, orgs and keys: text that is shown to others, in pages and letters.

use super::case_folding::fold;
use super::{EmailAddress, ValueError};

const MAX_CHARS: usize = 100;

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing but white space.
    #[error("A name can't be empty.")]
    Empty,
    /// More than 100 characters.
    #[error("A name has at most {MAX_CHARS} characters.")]
    TooLong,
    /// Control characters, line breaks or invisible direction marks.
    #[error("A name can't contain line breaks or invisible characters.")]
    ForbiddenCharacter,
    /// A web address: names are mailed to strangers, and must not advertise.
    #[error("A name can't contain a web address.")]
    ContainsLink,
}

impl ValueError for NameError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ForbiddenCharacter => "forbidden_character",
            Self::ContainsLink => "contains_link",
        }
    }
}

/// Whether a text has characters that break lines or rearrange what a reader sees.
pub(super) fn has_forbidden_characters(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    })
}

/// Reads a text that is shown to others; it may be empty.
pub(super) fn shown_text(text: &str) -> Result<String, NameError> {
    let text = text.trim();
    if text.chars().count() > MAX_CHARS {
        return Err(NameError::TooLong);
    }
    if has_forbidden_characters(text) {
        return Err(NameError::ForbiddenCharacter);
    }
    if text.contains("://") {
        return Err(NameError::ContainsLink);
    }
    Ok(text.to_owned())
}

/// Reads a text that is shown to others; there must be one.
fn required_text(text: &str) -> Result<String, NameError> {
    let text = shown_text(text)?;
    if text.is_empty() { Err(NameError::Empty) } else { Ok(text) }
}

/// A person's name in two parts; the last may be empty, and both are while nobody has told the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    first: String,
    last: String,
}

impl PersonName {
    /// Takes both parts as given.
    ///
    /// # Errors
    /// The first part is required, and both are held to the rules of shown text.
    pub fn new(first: &str, last: &str) -> Result<Self, NameError> {
        Ok(Self { first: required_text(first)?, last: shown_text(last)? })
    }

    /// Reads one part of a name, perhaps empty.
    ///
    /// # Errors
    /// Says which rule of shown text it breaks.
    pub fn parse_part(text: &str) -> Result<String, NameError> {
        shown_text(text)
    }

    /// Splits a whole name at its last space: `June Anne Doe` is `June Anne` and `Doe`.
    ///
    /// # Errors
    /// As for [`PersonName::new`].
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let text = text.trim();
        let (first, last) = text.rsplit_once(' ').unwrap_or((text, ""));
        Self::new(first, last)
    }

    /// The name of a person who has told none.
    pub fn unnamed() -> Self {
        Self { first: String::new(), last: String::new() }
    }

    /// This name, or for a person without one their address in its place: how others are told of them.
    #[must_use]
    pub fn or_named_by(&self, address: &EmailAddress) -> Self {
        if self.first.is_empty() && self.last.is_empty() {
            Self { first: address.as_str().to_owned(), last: String::new() }
        } else {
            self.clone()
        }
    }

    /// Restores a name from a row, where it has been valid before.
    pub fn from_parts(first: String, last: String) -> Self {
        Self { first, last }
    }

    /// The first part.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The last part, perhaps empty.
    pub fn last(&self) -> &str {
        &self.last
    }

    /// Both parts joined by a space: what [`PersonName::parse`] splits.
    pub fn full(&self) -> String {
        format!("{} {}", self.first, self.last).trim().to_owned()
    }

    /// The form that is compared, where people are looked for.
    pub fn normalized(&self) -> String {
        fold(&self.full())
    }
}

/// What is to change of a person's name: a part that is left out stays.
#[derive(Clone, Debug)]
pub struct NameChange {
    first: Option<String>,
    last: Option<String>,
}

impl NameChange {
    /// Takes the parts that are to change.
    ///
    /// # Errors
    /// The first part can't become empty, and both are held to the rules of shown text.
    pub fn new(first: Option<&str>, last: Option<&str>) -> Result<Self, NameError> {
        let (first, last) = (first.map(shown_text).transpose()?, last.map(shown_text).transpose()?);
        if first.as_ref().is_some_and(String::is_empty) {
            return Err(NameError::Empty);
        }
        Ok(Self { first, last })
    }

    /// Takes parts that were read by [`PersonName::parse_part`], the first one perhaps empty: some faces ask for no
    /// name.
    pub fn from_parts(first: Option<String>, last: Option<String>) -> Self {
        Self { first, last }
    }

    /// A name with the parts changed.
    #[must_use]
    pub fn of(&self, name: &PersonName) -> PersonName {
        PersonName {
            first: self.first.clone().unwrap_or_else(|| name.first.clone()),
            last: self.last.clone().unwrap_or_else(|| name.last.clone()),
        }
    }
}

impl From<PersonName> for NameChange {
    /// Changes both parts.
    fn from(name: PersonName) -> Self {
        Self { first: Some(name.first), last: Some(name.last) }
    }
}

/// An org's name. Not unique: two teams may both be called Acme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgName(String);

impl OrgName {
    /// Reads an org's name; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        required_text(text).map(Self)
    }

    /// Restores a name from a row, where it has been valid before.
    pub fn from_row(text: String) -> Self {
        Self(text)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form that is compared, where no two orgs may have one name.
    pub fn normalized(&self) -> String {
        fold(&self.0)
    }
}

/// What a person calls a key of theirs: an API key, or a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName(String);

impl KeyName {
    /// Reads a key's name; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says which rule of shown text it breaks.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        required_text(text).map(Self)
    }

    /// Restores a name from a row, where it has been valid before.
    pub fn from_row(text: String) -> Self {
        Self(text)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_splits_at_its_last_space_and_joins_back() {
        for (text, first, last) in
            [("June Doe", "June", "Doe"), ("June Anne Doe", "June Anne", "Doe"), ("Cher", "Cher", "")]
        {
            let name = PersonName::parse(text).unwrap();
            assert_eq!((name.first(), name.last()), (first, last));
            assert_eq!(name.full(), text);
        }
    }

    #[test]
    fn a_person_without_a_name_is_told_of_by_their_address() {
        let address = EmailAddress::parse("june@acme.example").unwrap();
        assert_eq!(PersonName::unnamed().or_named_by(&address).full(), "june@acme.example");
        let doe = NameChange::from_parts(Some(String::new()), Some("Doe".to_owned()));
        let doe = doe.of(&PersonName::unnamed());
        assert_eq!(doe.or_named_by(&address).full(), "Doe");
    }

    #[test]
    fn a_part_of_a_name_that_is_left_out_stays() {
        let name = PersonName::parse("June Doe").unwrap();
        for (first, last, full) in [
            (None, None, "June Doe"),
            (Some("Juno"), None, "Juno Doe"),
            (None, Some(" Poe "), "June Poe"),
            (None, Some(""), "June"),
            (Some("Juno"), Some("Poe"), "Juno Poe"),
        ] {
            assert_eq!(NameChange::new(first, last).unwrap().of(&name).full(), full);
        }
        assert_eq!(NameChange::new(Some(" "), None).unwrap_err(), NameError::Empty);
        assert_eq!(NameChange::new(None, Some("Do\ne")).unwrap_err(), NameError::ForbiddenCharacter);
        // Whoever has told no name may begin with either part.
        assert_eq!(NameChange::new(None, Some("Doe")).unwrap().of(&PersonName::unnamed()).full(), "Doe");
    }

    #[test]
    fn names_that_would_deceive_a_reader_are_refused() {
        assert_eq!(PersonName::parse("June\r\nBcc: x@y.example"), Err(NameError::ForbiddenCharacter));
        assert_eq!(PersonName::parse("June \u{202e}eoD"), Err(NameError::ForbiddenCharacter));
        assert_eq!(OrgName::parse("Win at https://evil.example"), Err(NameError::ContainsLink));
        assert_eq!(OrgName::parse("  "), Err(NameError::Empty));
        assert_eq!(OrgName::parse(&"x".repeat(101)), Err(NameError::TooLong));
    }
}
