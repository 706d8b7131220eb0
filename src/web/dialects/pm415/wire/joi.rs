//! What a member can be, refused in the words of Joi 13, which pm415 validates with. Each reader is given the label
//! that its messages begin with, and makes the whole message.

use crate::model::name::NameError;
use crate::model::{EmailAddress, Number, OrgName, Password, PersonName};
use crate::web::body::{Node, Reason};

/// A password has at least so many characters.
const PASSWORD_CHARACTERS: usize = 4;

/// The name of an org has at least so many characters, where one is founded or renamed by itself.
const ORG_NAME_CHARACTERS: usize = 2;

fn refuse<T>(label: &str, words: &str) -> Result<T, Reason> {
    Err(Reason::new("joi", format!("\"{label}\" {words}")))
}

/// A text that must be there, and not be empty.
pub fn text(label: &'static str) -> impl Fn(Option<Node>) -> Result<String, Reason> {
    move |node| match node {
        None => refuse(label, "is required"),
        Some(node) => present(label, node),
    }
}

/// A text that may be left out, but not be empty.
pub fn optional_text(label: &'static str) -> impl Fn(Option<Node>) -> Result<Option<String>, Reason> {
    move |node| node.map(|node| present(label, node)).transpose()
}

fn present(label: &str, node: Node) -> Result<String, Reason> {
    match node {
        Node::Text(text) if text.is_empty() => refuse(label, "is not allowed to be empty"),
        // Not every database can keep a NUL.
        Node::Text(text) if text.contains('\0') => refuse(label, "contains an invalid value"),
        Node::Text(text) => Ok(text),
        _ => refuse(label, "must be a string"),
    }
}

/// An address as it was sent, and what it stands for.
#[derive(Clone, Debug)]
pub struct SentAddress {
    /// As sent.
    pub text: String,
    /// The address.
    pub address: EmailAddress,
}

/// An email address.
pub fn email(label: &'static str) -> impl Fn(Option<Node>) -> Result<SentAddress, Reason> {
    move |node| {
        let text = text(label)(node)?;
        match EmailAddress::parse(&text) {
            Ok(address) => Ok(SentAddress { text, address }),
            Err(_) => refuse(label, "must be a valid email"),
        }
    }
}

/// A password to be checked against a stored one.
pub fn presented_password(label: &'static str) -> impl Fn(Option<Node>) -> Result<Password, Reason> {
    move |node| password_of(label, &text(label)(node)?)
}

/// A password that a person chooses, and the text of it that its confirmation must repeat.
pub fn chosen_password(label: &'static str) -> impl Fn(Option<Node>) -> Result<(Password, String), Reason> {
    move |node| {
        let text = text(label)(node)?;
        if text.chars().count() < PASSWORD_CHARACTERS {
            return too_short(label, PASSWORD_CHARACTERS);
        }
        Ok((password_of(label, &text)?, text))
    }
}

fn password_of(label: &str, text: &str) -> Result<Password, Reason> {
    Password::present(text)
        .or_else(|_| refuse(label, "length must be less than or equal to 1024 characters long"))
}

fn too_short<T>(label: &str, least: usize) -> Result<T, Reason> {
    refuse(label, &format!("length must be at least {least} characters long"))
}

/// Another password, if one is chosen, and the text of it that its confirmation must repeat.
pub fn optional_password(
    label: &'static str,
) -> impl Fn(Option<Node>) -> Result<Option<(Password, String)>, Reason> {
    move |node| node.map(|node| chosen_password(label)(Some(node))).transpose()
}

/// The password once more, if it is there: whether it is. One without a password repeats nothing.
pub fn optional_confirmation(password: Option<&str>) -> impl Fn(Option<Node>) -> Result<bool, Reason> {
    move |node| match node {
        None => Ok(false),
        Some(node) => confirmation(Some(password.unwrap_or_default()))(Some(node)).map(|()| true),
    }
}

/// The password once more. Without a password that can be there is nothing to compare with, and that was told first.
pub fn confirmation(password: Option<&str>) -> impl Fn(Option<Node>) -> Result<(), Reason> {
    move |node| {
        let confirmation = text("Confirmation")(node)?;
        match password {
            Some(password) if password != confirmation => refuse("Confirmation", "must match password"),
            _ => Ok(()),
        }
    }
}

/// That the terms are accepted: `"Y"`, and nothing else but `"y"`.
pub fn accepted_terms(label: &'static str) -> impl Fn(Option<Node>) -> Result<(), Reason> {
    move |node| match node {
        None => refuse(label, "is required"),
        Some(Node::Text(word)) if word.eq_ignore_ascii_case("y") => Ok(()),
        Some(Node::Bool(_)) => refuse(label, "must be accepted"),
        Some(_) => refuse(label, "must be a boolean"),
    }
}

/// One part of a person's name.
pub fn part_of_name(label: &'static str) -> impl Fn(Option<Node>) -> Result<String, Reason> {
    move |node| {
        let text = text(label)(node)?;
        PersonName::parse_part(&text).or_else(|error| refuse_name(label, error))
    }
}

/// One part of a person's name, if it is to change; only the first one may become empty.
pub fn optional_part_of_name(
    label: &'static str,
    may_be_empty: bool,
) -> impl Fn(Option<Node>) -> Result<Option<String>, Reason> {
    move |node| match node {
        Some(Node::Text(text)) if may_be_empty && text.is_empty() => Ok(Some(text)),
        node => node.map(|node| part_of_name(label)(Some(node))).transpose(),
    }
}

/// The name of an org that is founded with a sign-up, if one is.
pub fn optional_org_name(label: &'static str) -> impl Fn(Option<Node>) -> Result<Option<OrgName>, Reason> {
    move |node| {
        let Some(text) = optional_text(label)(node)? else { return Ok(None) };
        OrgName::parse(&text).map(Some).or_else(|error| refuse_name(label, error))
    }
}

/// The name of an org.
pub fn org_name(label: &'static str) -> impl Fn(Option<Node>) -> Result<OrgName, Reason> {
    move |node| {
        let text = text(label)(node)?;
        if text.chars().count() < ORG_NAME_CHARACTERS {
            return too_short(label, ORG_NAME_CHARACTERS);
        }
        OrgName::parse(&text).or_else(|error| refuse_name(label, error))
    }
}

fn refuse_name<T>(label: &str, error: NameError) -> Result<T, Reason> {
    match error {
        NameError::Empty => refuse(label, "is not allowed to be empty"),
        NameError::TooLong => refuse(label, "length must be less than or equal to 100 characters long"),
        NameError::ForbiddenCharacter | NameError::ContainsLink => refuse(label, "contains an invalid value"),
    }
}

/// Refuses a member that is missing because another one is.
pub fn missing<T>(label: &str) -> Result<T, Reason> {
    refuse(label, "is required")
}

/// A truth value that may be left out.
pub fn optional_truth(label: &'static str) -> impl Fn(Option<Node>) -> Result<Option<bool>, Reason> {
    move |node| match node {
        None => Ok(None),
        Some(Node::Bool(truth)) => Ok(Some(truth)),
        Some(_) => refuse(label, "must be a boolean"),
    }
}

/// A list has at most so many numbers.
const MOST_NUMBERS: usize = 200;

/// A list of numbers, as integers or as their digits. What can be nobody's number is left out.
pub fn numbers(label: &'static str) -> impl Fn(Option<Node>) -> Result<Vec<Number>, Reason> {
    move |node| match node {
        None => refuse(label, "is required"),
        Some(Node::List(items)) if items.len() > MOST_NUMBERS => {
            refuse(label, &format!("must contain less than or equal to {MOST_NUMBERS} items"))
        }
        Some(Node::List(items)) => Ok(items.iter().filter_map(number).collect()),
        Some(_) => refuse(label, "must be an array"),
    }
}

fn number(node: &Node) -> Option<Number> {
    match node {
        Node::Number(number) => number.as_i64().and_then(Number::new),
        Node::Text(digits) => digits.parse().ok().and_then(Number::new),
        _ => None,
    }
}
