//! The refusals that every operation of a kind shares, written once.

use utoipa::Modify;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::{Content, Header, OpenApi, Ref, RefOr, Response};

/// Adds them.
pub(super) struct SharedRefusals;

impl Modify for SharedRefusals {
    fn modify(&self, document: &mut OpenApi) {
        for (path, item) in &mut document.paths.paths {
            let operations =
                [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
            for operation in operations.into_iter().flatten() {
                add_refusals(path, operation);
            }
        }
    }
}

fn add_refusals(path: &str, operation: &mut Operation) {
    let mut refusals = vec![
        ("408", "The request took too long to arrive."),
        ("431", "The header is too large."),
        ("503", "The service is too busy or not ready."),
    ];
    if path.starts_with("/api/") {
        refusals.push(("400", "The request can't be understood."));
        refusals.push(("422", "Values that can't be: `errors` tells all of them."));
        refusals.push(("429", "Too many attempts: `Retry-After` tells when to try again."));
    }
    if operation.security.is_some() {
        refusals.push(("401", "Not signed in."));
        refusals.push(("403", "Signed in, and may not."));
    }
    if path.contains('{') {
        refusals.push(("404", "It is not there, or not the caller's."));
    }
    if operation.request_body.is_some() {
        refusals.push(("413", "The body is too large."));
        refusals.push(("415", "The body is not said to be JSON."));
    }
    for (status, description) in refusals {
        let mut response = Response::new(description);
        let schema = RefOr::Ref(Ref::from_schema_name("ProblemBody"));
        response.content.insert("application/problem+json".to_owned(), RefOr::T(Content::new(Some(schema))));
        operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(response));
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        for (name, header) in headers(status) {
            response.headers.insert(name.to_owned(), RefOr::T(header));
        }
    }
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
