//! What a member can be.

use super::{Node, Reason};
use crate::model::id::Id;
use crate::model::{Password, Role, Timestamp, ValueError};

/// A text. A NUL is in none: not every database can keep it.
pub fn text(node: Node) -> Result<String, Reason> {
    match node {
        Node::Text(text) if text.contains('\0') => {
            Err(Reason::new("forbidden_character", "A text can't contain the character NUL."))
        }
        Node::Text(text) => Ok(text),
        _ => Err(Reason::new("wrong_type", "This member is a string.")),
    }
}

/// A text of at most `most` characters.
pub fn text_up_to(most: usize) -> impl FnOnce(Node) -> Result<String, Reason> {
    move |node| {
        let text = text(node)?;
        if text.chars().count() > most {
            return Err(Reason::new("too_long", format!("This text has at most {most} characters.")));
        }
        Ok(text)
    }
}

/// A text of at most `most` characters that says something; white space around it is dropped.
pub fn filled_up_to(most: usize) -> impl FnOnce(Node) -> Result<String, Reason> {
    move |node| {
        let text = text_up_to(most)(node)?.trim().to_owned();
        if text.is_empty() { Err(Reason::new("empty", "This can't be empty.")) } else { Ok(text) }
    }
}

/// A text that `parse` makes a value of.
pub fn parsed<T, E: ValueError>(parse: fn(&str) -> Result<T, E>) -> impl FnOnce(Node) -> Result<T, Reason> {
    move |node| Ok(parse(&text(node)?)?)
}

/// A truth value.
pub fn truth(node: Node) -> Result<bool, Reason> {
    match node {
        Node::Bool(truth) => Ok(truth),
        _ => Err(Reason::new("wrong_type", "This member is `true` or `false`.")),
    }
}

/// An id.
pub fn id<Of>(node: Node) -> Result<Id<Of>, Reason> {
    text(node)?.parse().map_err(|_| Reason::new("id_malformed", "This member is an id: a hyphenated UUID."))
}

/// A point in time (RFC 3339), to the microsecond.
pub fn time(node: Node) -> Result<Timestamp, Reason> {
    text(node)?.parse::<Timestamp>().ok().and_then(whole_micros).ok_or_else(|| {
        Reason::new("time_malformed", "This member is a time by RFC 3339, such as `2026-11-22T10:00:00Z`.")
    })
}

/// A time as rows keep it.
fn whole_micros(at: Timestamp) -> Option<Timestamp> {
    Timestamp::from_microsecond(at.as_microsecond()).ok()
}

/// A role that can be given: who waits for approval is `pending` by the service's doing alone.
pub fn grantable_role(node: Node) -> Result<Role, Reason> {
    Role::parse(&text(node)?)
        .filter(|role| *role != Role::Pending)
        .ok_or_else(|| Reason::new("role_unknown", "The role is `owner`, `admin` or `member`."))
}

/// A password that is checked against a stored one.
pub fn presented_password(node: Node) -> Result<Password, Reason> {
    Ok(Password::present(&text(node)?)?)
}
