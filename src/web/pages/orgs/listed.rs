//! Several values in one field, as people paste them: addresses out of a spreadsheet, a letter's head, a chat.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::Error;
use crate::domain::error::InvalidField;
use crate::model::ValueError;

/// What stands between values: commas and semicolons, also as Chinese and Arabic keyboards write them.
const APART: [char; 8] = [',', ';', '，', '；', '、', '､', '،', '؛'];

/// The values in a field, as they were typed; what was typed twice counts once.
pub(super) struct Listed(Vec<String>);

/// What is wrong with one of them.
#[derive(Serialize)]
pub(super) struct ListedFault {
    /// As it was typed.
    value: String,
    code: &'static str,
    detail: String,
}

impl Listed {
    /// Values apart by commas, semicolons or white space, in any script. Of `June Doe <june@acme.example>` the part in brackets
    /// counts; between quotes nothing is apart.
    pub(super) fn read(text: &str) -> Self {
        let mut seen = HashSet::new();
        let values = segments(text).into_iter().flat_map(|segment| values(&segment));
        Self(values.filter(|value| seen.insert(value.to_lowercase())).collect())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What each of them is.
    ///
    /// # Errors
    /// `Invalid`, for all that are none, each by its place.
    pub(super) fn parse<T, E: ValueError>(&self, parse: fn(&str) -> Result<T, E>) -> Result<Vec<T>, Error> {
        let mut faults = Vec::new();
        let mut parsed = Vec::new();
        for (index, value) in self.0.iter().enumerate() {
            match parse(value) {
                Ok(value) => parsed.push(value),
                Err(reason) => faults.push(InvalidField::because(index.to_string(), &reason)),
            }
        }
        if faults.is_empty() { Ok(parsed) } else { Err(Error::Invalid(faults)) }
    }

    /// What a refusal says of single ones: its paths have their places in them.
    pub(super) fn faults(&self, error: &Error) -> Vec<ListedFault> {
        let Error::Invalid(fields) = error else { return Vec::new() };
        let place = |path: &str| path.split('/').find_map(|part| part.parse::<usize>().ok());
        fields
            .iter()
            .filter_map(|field| {
                let value = self.0.get(place(&field.path)?)?.clone();
                Some(ListedFault { value, code: field.code, detail: field.detail.clone() })
            })
            .collect()
    }
}

/// The parts of a text between line breaks, commas and semicolons, but for those in quotes.
fn segments(text: &str) -> Vec<String> {
    let mut segments = Vec::new();
    let mut segment = String::new();
    let mut is_quoted = false;
    for character in text.chars() {
        is_quoted = match character {
            '"' => !is_quoted,
            // A quote that was never closed ends with its line.
            '\n' => false,
            _ => is_quoted,
        };
        match character {
            '"' => {}
            '\n' => segments.push(std::mem::take(&mut segment)),
            apart if !is_quoted && APART.contains(&apart) => segments.push(std::mem::take(&mut segment)),
            other => segment.push(other),
        }
    }
    segments.push(segment);
    segments
}

/// The values in one segment.
fn values(segment: &str) -> Vec<String> {
    let bracketed: Vec<String> = segment
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(inside, _)| inside.trim().to_owned())
        .collect();
    if bracketed.is_empty() { segment.split_whitespace().map(str::to_owned).collect() } else { bracketed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EmailAddress;

    #[test]
    fn values_are_found_however_they_are_pasted() {
        for text in [
            "a@x.example\nb@x.example\r\n\nc@x.example",
            "a@x.example, b@x.example; c@x.example",
            " a@x.example\tb@x.example c@x.example ,;, ",
            "Ann Poe <a@x.example>, \"Bee, Jr.\" <b@x.example>; <c@x.example>",
            "a@x.example A@X.example b@x.example c@x.example a@x.example",
            "Ann <a@x.example> Bob <b@x.example>\nc@x.example",
            "a@x.example，b@x.example；c@x.example",
            "a@x.example、b@x.example、\u{3000}c@x.example،",
            "王芳 <a@x.example>，\"李，明\" <b@x.example>；c@x.example",
        ] {
            let listed = Listed::read(text);
            assert_eq!(listed.0, ["a@x.example", "b@x.example", "c@x.example"], "{text}");
        }
        assert_eq!(Listed::read(" \n,; \"").len(), 0);
    }

    #[test]
    fn what_is_none_is_told_by_what_was_typed() {
        let listed = Listed::read("a@x.example, b@, c");
        let error = listed.parse(EmailAddress::parse).unwrap_err();
        let told: Vec<_> = listed.faults(&error).into_iter().map(|fault| fault.value).collect();
        assert_eq!(told, ["b@", "c"]);
    }

    #[test]
    fn a_refusal_of_the_operation_is_told_by_what_was_typed() {
        let listed = Listed::read("a@x.example b@x.example");
        let error = Error::invalid("invitations/1/email", "already_member", "…");
        assert_eq!(listed.faults(&error)[0].value, "b@x.example");
        assert!(listed.faults(&Error::Unavailable).is_empty());
        assert!(listed.faults(&Error::invalid("role", "required", "…")).is_empty());
    }
}
