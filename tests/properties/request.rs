//! The one request that an operation makes, built from what the world has.

use rocket::http::Method;
use serde_json::Value;

use super::operation::{Operation, Verb};
use super::world::World;
use super::{account, orgs, people};

/// A request, and what follows for the world when it succeeds.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Option<Value>,
    /// The session that it is made by.
    pub(super) seat: Option<usize>,
    /// What is shown instead of a session's token.
    pub(super) key: Option<String>,
    /// Sessions that its success ends.
    pub(super) ends: Vec<usize>,
    /// The one-time token that its success spends.
    pub(super) spends: Option<usize>,
    /// Whom or what it concerns: what the answer is learned for.
    pub(super) subject: String,
}

impl Request {
    pub(super) fn new(method: Method, path: impl Into<String>) -> Self {
        let (path, subject) = (path.into(), String::new());
        Self { method, path, body: None, seat: None, key: None, ends: Vec::new(), spends: None, subject }
    }

    pub(super) fn post(path: impl Into<String>, body: Value) -> Self {
        Self { body: Some(body), ..Self::new(Method::Post, path) }
    }

    pub(super) fn by(self, seat: usize) -> Self {
        Self { seat: Some(seat), ..self }
    }

    pub(super) fn with(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }

    pub(super) fn ending(self, ends: Vec<usize>) -> Self {
        Self { ends, ..self }
    }

    pub(super) fn spending(self, token: usize) -> Self {
        Self { spends: Some(token), ..self }
    }

    pub(super) fn about(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }
}

/// The request of an operation; `None` when the world has not what it takes.
pub(super) fn of(world: &World, operation: Operation) -> Option<Request> {
    people::request(world, operation)
        .or_else(|| account::request(world, operation))
        .or_else(|| orgs::request(world, operation))
        .or_else(|| super::operators::request(world, operation))
}

/// Whether an operation uses letters: they are read before.
pub(super) fn reads_letters(verb: Verb) -> bool {
    use Verb::{
        Accept, AcceptEmailChange, AcceptTransfer, Activate, ConfirmEmailChange, Decline, DeclineTransfer,
        DenyEmailChange, Disown, Reset, SignUpInvited,
    };
    matches!(
        verb,
        Accept
            | AcceptEmailChange
            | AcceptTransfer
            | Activate
            | ConfirmEmailChange
            | Decline
            | DeclineTransfer
            | DenyEmailChange
            | Disown
            | Reset
            | SignUpInvited
    )
}
