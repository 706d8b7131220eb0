//! The members of an object, read one by one, faults collected.

use super::{FromBody, Node, Unknown};
use crate::domain::error::InvalidField;
use crate::model::ValueError;

/// Why a member can't be what it is.
#[derive(Clone, Debug)]
pub struct Reason {
    code: &'static str,
    detail: String,
}

impl Reason {
    /// A stable word and a sentence.
    pub fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }
}

impl<E: ValueError> From<E> for Reason {
    fn from(error: E) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

/// The members of an object. Each is taken out once; what is left at the end nobody asked for.
pub struct Fields {
    members: Vec<(String, Node)>,
    prefix: String,
    unknown: Unknown,
    faults: Vec<InvalidField>,
}

impl Fields {
    /// Reads a whole body.
    pub(in crate::web) fn read_all<T: FromBody>(
        node: Node,
        unknown: Unknown,
    ) -> Result<T, Vec<InvalidField>> {
        let Node::Object(members) = node else {
            return Err(vec![InvalidField::new("", "wrong_type", "The body is a JSON object.")]);
        };
        let mut fields = Self { members, prefix: String::new(), unknown, faults: Vec::new() };
        let value = T::read(&mut fields);
        fields.judge_rest();
        match value {
            Some(value) if fields.faults.is_empty() => Ok(value),
            _ => Err(fields.faults),
        }
    }

    fn path(&self, name: &str) -> String {
        format!("{}{}", self.prefix, escape(name))
    }

    fn fault(&mut self, name: &str, reason: Reason) {
        self.faults.push(InvalidField::new(self.path(name), reason.code, reason.detail));
    }

    /// Takes a member out; a repeated one is a fault.
    fn take(&mut self, name: &str) -> Option<Node> {
        let mut found: Vec<Node> = Vec::new();
        let mut rest = Vec::with_capacity(self.members.len());
        for (member, node) in std::mem::take(&mut self.members) {
            if member == name { found.push(node) } else { rest.push((member, node)) }
        }
        self.members = rest;
        if found.len() > 1 {
            self.fault(name, Reason::new("duplicate_field", "This member is there more than once."));
            return None;
        }
        found.pop()
    }

    /// Whether a member was given.
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|(member, _)| member == name)
    }

    /// Whether a member was given, and is not null.
    pub fn has_value(&self, name: &str) -> bool {
        self.members.iter().any(|(member, node)| member == name && *node != Node::Null)
    }

    /// Whether a member was given, as an object.
    pub fn is_object(&self, name: &str) -> bool {
        self.members.iter().any(|(member, node)| member == name && matches!(node, Node::Object(_)))
    }

    /// Notes why a value that was made of several members can't be, at one of them.
    pub fn check<T, E: ValueError>(&mut self, name: &str, made: Result<T, E>) -> Option<T> {
        self.judge(name, made.map_err(Reason::from))
    }

    /// A member that must be there.
    pub fn required<T>(&mut self, name: &str, read: impl FnOnce(Node) -> Result<T, Reason>) -> Option<T> {
        let before = self.faults.len();
        match self.take(name) {
            None | Some(Node::Null) => {
                if self.faults.len() == before {
                    self.fault(name, Reason::new("required", "This member is required."));
                }
                None
            }
            Some(node) => self.judge(name, read(node)),
        }
    }

    /// A member that may be left out, or null.
    pub fn optional<T>(&mut self, name: &str, read: impl FnOnce(Node) -> Result<T, Reason>) -> Option<T> {
        match self.take(name) {
            None | Some(Node::Null) => None,
            Some(node) => self.judge(name, read(node)),
        }
    }

    /// A member whose reader judges for itself whether it may be left out or null.
    pub fn member<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Option<Node>) -> Result<T, Reason>,
    ) -> Option<T> {
        let before = self.faults.len();
        let node = self.take(name);
        if self.faults.len() > before { None } else { self.judge(name, read(node)) }
    }

    /// A member that is left as it is when left out, and cleared when null.
    pub fn clearable<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Node) -> Result<T, Reason>,
    ) -> Option<Option<T>> {
        match self.take(name) {
            None => None,
            Some(Node::Null) => Some(None),
            Some(node) => self.judge(name, read(node)).map(Some),
        }
    }

    /// A member that is an object and must be there.
    pub fn required_object<T: FromBody>(&mut self, name: &str) -> Option<T> {
        let node = self.required(name, Ok)?;
        self.nested(name, node)
    }

    /// A member that is an object, and may be left out, or null.
    pub fn optional_object<T: FromBody>(&mut self, name: &str) -> Option<T> {
        match self.take(name) {
            None | Some(Node::Null) => None,
            Some(node) => self.nested(name, node),
        }
    }

    /// A member that is a list of objects, at most `most`.
    pub fn required_list<T: FromBody>(&mut self, name: &str, most: usize) -> Option<Vec<T>> {
        let items = self.required(name, |node| filled_list(node, most))?;
        self.each(name, items, Self::nested)
    }

    /// A member that is a list of values, at least one and at most `most`.
    pub fn required_values<T>(
        &mut self,
        name: &str,
        most: usize,
        read: impl Fn(Node) -> Result<T, Reason>,
    ) -> Option<Vec<T>> {
        let items = self.required(name, |node| filled_list(node, most))?;
        self.each(name, items, |fields, index, item| fields.judge(index, read(item)))
    }

    /// A member that is a list of at most `most` values, left as it is when left out, and cleared when null.
    pub fn clearable_list<T>(
        &mut self,
        name: &str,
        most: usize,
        read: impl Fn(Node) -> Result<T, Reason>,
    ) -> Option<Option<Vec<T>>> {
        match self.clearable(name, |node| list(node, most))? {
            None => Some(None),
            Some(items) => {
                let read = |fields: &mut Self, index: &str, item| fields.judge(index, read(item));
                self.each(name, items, read).map(Some)
            }
        }
    }

    /// Reads each item of the list `name`, called by its index.
    fn each<T>(
        &mut self,
        name: &str,
        items: Vec<Node>,
        read: impl Fn(&mut Self, &str, Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let inner = format!("{}/", self.path(name));
        let outer = std::mem::replace(&mut self.prefix, inner);
        let values: Vec<Option<T>> =
            items.into_iter().enumerate().map(|(index, item)| read(self, &index.to_string(), item)).collect();
        self.prefix = outer;
        values.into_iter().collect()
    }

    fn nested<T: FromBody>(&mut self, name: &str, node: Node) -> Option<T> {
        let Node::Object(members) = node else {
            self.fault(name, Reason::new("wrong_type", "This member is an object."));
            return None;
        };
        let prefix = format!("{}/", self.path(name));
        let mut inner = Self { members, prefix, unknown: self.unknown, faults: Vec::new() };
        let value = T::read(&mut inner);
        inner.judge_rest();
        let is_sound = inner.faults.is_empty();
        self.faults.append(&mut inner.faults);
        value.filter(|_| is_sound)
    }

    fn judge<T>(&mut self, name: &str, read: Result<T, Reason>) -> Option<T> {
        read.map_err(|reason| self.fault(name, reason)).ok()
    }

    fn judge_rest(&mut self) {
        let rest = std::mem::take(&mut self.members);
        if self.unknown == Unknown::Ignored {
            return;
        }
        for (name, _) in rest {
            self.fault(&name, Reason::new("unknown_field", "This member is not known here."));
        }
    }
}

/// The items of a list of at most `most`.
fn list(node: Node, most: usize) -> Result<Vec<Node>, Reason> {
    match node {
        Node::List(items) if items.len() > most => {
            Err(Reason::new("too_many", format!("This list has at most {most} items.")))
        }
        Node::List(items) => Ok(items),
        _ => Err(Reason::new("wrong_type", "This member is a list.")),
    }
}

/// The items of a list of at least one and at most `most`.
fn filled_list(node: Node, most: usize) -> Result<Vec<Node>, Reason> {
    let items = list(node, most)?;
    if items.is_empty() { Err(Reason::new("empty", "This list can't be empty.")) } else { Ok(items) }
}

/// A member's name inside a JSON pointer (RFC 6901 §3); long ones are cut.
fn escape(name: &str) -> String {
    name.chars().take(100).collect::<String>().replace('~', "~0").replace('/', "~1")
}
