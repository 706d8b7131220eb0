//! The doors: every call that takes a token, of the native API and of each dialect, and the kinds of one-time tokens
//! that it takes.
//!
//! A call that asks for a bearer and has no row of its own takes no one-time token. What stands here is tried by
//! [`purposes`](super::purposes); a call that takes a token otherwise and has no row fails there.

mod backstack;
mod cycle;
mod native;
mod pm415;
mod polygonid;

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Kind, OneTime, Person, TestApp};

pub use polygonid::DOORS as OF_POLYGONID;

/// The kinds that an invitation's two tokens are of.
const INVITATIONS: &[Kind] = &[Kind::InvitationMailed, Kind::InvitationShared];

/// A face of the service.
#[derive(Debug)]
pub struct Face {
    /// Where its document is.
    pub document: &'static str,
    /// Its rows.
    pub doors: &'static [Door],
    /// Asserts that a token was refused at a place, in the face's own shape.
    pub expect_refusal: fn(Place, &Answer),
}

/// Every face there is.
pub const FACES: [Face; 5] = [native::FACE, polygonid::FACE, pm415::FACE, cycle::FACE, backstack::FACE];

/// A call that takes a token.
#[derive(Debug)]
pub struct Door {
    /// Its method and path, as the document of its face has them.
    pub call: &'static str,
    /// Where the token is shown.
    pub place: Place,
    /// The kinds that it takes.
    pub takes: &'static [Kind],
    /// Who is at it.
    pub visitor: Visitor,
    /// What is sent beside the token.
    pub beside: fn(&Visit<'_>) -> Value,
}

/// Where a token is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the `Authorization` header.
    Bearer,
    /// In the path.
    Path,
    /// In the query, as `token`.
    Query,
    /// In the body, as this member.
    Member(&'static str),
}

/// Who is at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// Whoever has the token.
    Anybody,
    /// Somebody who has an account with the address.
    Known,
    /// The same, signed in.
    SignedIn,
}

/// Somebody with a token.
#[derive(Debug)]
pub struct Visit<'a> {
    /// Their address.
    pub email: &'a str,
    /// What their authenticator shows, where they have one.
    pub code: &'a str,
    /// Who is signed in where somebody has to be.
    pub person: &'a Person,
}

impl Door {
    const fn at(call: &'static str, place: Place, takes: &'static [Kind]) -> Self {
        Self { call, place, takes, visitor: Visitor::Anybody, beside: |_| Value::Null }
    }

    const fn by(self, visitor: Visitor) -> Self {
        Self { visitor, ..self }
    }

    const fn with(self, beside: fn(&Visit<'_>) -> Value) -> Self {
        Self { beside, ..self }
    }

    /// The method of the call.
    pub fn method(&self) -> Method {
        let (method, _) = self.call.split_once(' ').expect("a method and a path");
        method.parse().expect("a method")
    }

    /// Whether a token that was taken is spent; looking at one spends nothing.
    pub fn spends(&self) -> bool {
        self.method() != Method::Get
    }

    /// Shows a token.
    pub async fn show(&self, app: &TestApp, visit: &Visit<'_>, token: &str) -> Answer {
        let (_, path) = self.call.split_once(' ').expect("a method and a path");
        let mut path = path.to_owned();
        let mut body = (self.beside)(visit);
        match self.place {
            Place::Bearer => {}
            Place::Path => path = path.replace("{token}", token),
            Place::Query => path = format!("{path}?token={token}"),
            Place::Member(name) => body[name] = json!(token),
        }
        let api = match (self.place, self.visitor) {
            (Place::Bearer, _) => app.bearer(token),
            (_, Visitor::SignedIn) => visit.person.api(app),
            _ => app.anonymous(),
        };
        api.send(self.method(), &path, (!body.is_null()).then(|| body.to_string())).await
    }

    /// A token of a kind that is taken here, in the hands of whoever it is for, and that person.
    pub async fn holder(
        &self,
        app: &TestApp,
        inviter: &Person,
        kind: Kind,
        email: &str,
    ) -> (OneTime, Person) {
        if self.visitor != Visitor::Anybody && INVITATIONS.contains(&kind) {
            app.loner(email).await;
        }
        let token = app.one_time(inviter, kind, email).await;
        let person =
            if self.visitor == Visitor::SignedIn { app.sign_in(email).await } else { inviter.clone() };
        (token, person)
    }
}

/// Whether an answer says that it was done; `pm415` says whether, whatever the status.
pub fn is_opened(answer: &Answer) -> bool {
    matches!(answer.status, 200..=204) && answer.body["success"] != false
}
