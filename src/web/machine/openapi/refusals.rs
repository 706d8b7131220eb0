//! The refusals that every operation of a kind shares, written once per surface.

use utoipa::Modify;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::{Content, Header, OpenApi, Ref, RefOr, Response};

use super::each_operation;

/// The media type of the refusals that the native API and the listener answer.
pub(super) const PROBLEM: &str = "application/problem+json";

/// What the listener refuses before a surface is known, so in the native shape everywhere.
const BEFORE_ALL: [(&str, &str); 3] = [
    ("408", "The request took too long to arrive."),
    ("431", "The header is too large."),
    ("503", "The service is too busy or not ready."),
];

/// Adds to every operation of a surface what it may refuse like all of its kind.
pub struct SharedRefusals {
    /// The schema of the surface's refusals.
    pub schema: &'static str,
    /// Their media type.
    pub media_type: &'static str,
    /// When, with which status, and what it means.
    pub refusals: &'static [(When, &'static str, &'static str)],
}

/// Which operations a refusal belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All of them.
    Always,
    /// Those whose path begins like this.
    Below(&'static str),
    /// Those for signed-in callers.
    SignedIn,
    /// Those with an id in their path.
    ById,
    /// Those that read a body.
    WithBody,
}

impl When {
    fn is_so(self, path: &str, operation: &Operation) -> bool {
        match self {
            Self::Always => true,
            Self::Below(base) => path.starts_with(base),
            Self::SignedIn => operation.security.is_some(),
            Self::ById => path.contains('{'),
            Self::WithBody => operation.request_body.is_some(),
        }
    }
}

impl Modify for SharedRefusals {
    fn modify(&self, document: &mut OpenApi) {
        each_operation(document, &mut |path, operation| self.add_refusals(path, operation));
    }
}

impl SharedRefusals {
    fn add_refusals(&self, path: &str, operation: &mut Operation) {
        for (when, status, description) in self.refusals {
            // An answer that the handler describes itself stays as it is described.
            if when.is_so(path, operation) && !operation.responses.responses.contains_key(*status) {
                add_refusal(operation, status, description, self.media_type, self.schema);
            }
        }
        for (status, description) in BEFORE_ALL {
            add_refusal(operation, status, description, PROBLEM, "ProblemBody");
        }
        for (status, response) in &mut operation.responses.responses {
            let RefOr::T(response) = response else { continue };
            for (name, header) in headers(status) {
                response.headers.insert(name.to_owned(), RefOr::T(header));
            }
        }
    }
}

/// Adds a refusal, beside one of the same status in another media type.
fn add_refusal(
    operation: &mut Operation,
    status: &str,
    description: &str,
    media_type: &str,
    schema: &'static str,
) {
    let refusal = operation.responses.responses.entry(status.to_owned());
    let RefOr::T(refusal) = refusal.or_insert_with(|| RefOr::T(Response::new(description))) else { return };
    let schema = RefOr::Ref(Ref::from_schema_name(schema));
    refusal.content.entry(media_type.to_owned()).or_insert(RefOr::T(Content::new(Some(schema))));
}

/// The headers of an answer by its status.
fn headers(status: &str) -> Vec<(&'static str, Header)> {
    let header = |kind, description: &str| {
        let mut header = Header::new(Object::with_type(kind));
        header.description = Some(description.to_owned());
        header
    };
    let mut headers = vec![("X-Request-Id", header(Type::String, "Names the request in the log."))];
    match status {
        "401" => headers.push(("WWW-Authenticate", header(Type::String, "How to sign in: `Bearer`."))),
        "429" | "503" => {
            headers
                .push(("Retry-After", header(Type::Integer, "In so many seconds it is worth trying again.")));
        }
        _ => {}
    }
    headers
}
