//! Every refusal that any test is answered by the native API has to be in `/openapi.json`, with its status and its word.

use std::sync::LazyLock;

use rocket::http::Method;
use serde_json::Value;

use super::Answer;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::to_value(gatepost::web::machine::openapi::document()).expect("the document is JSON")
});

/// What is so of every path, and is told of none: there is nothing there, or not by this method; a fault of ours.
const OF_NO_CALL: [&str; 3] = ["path_not_found", "method_not_allowed", "internal"];

/// Asserts that the document has this refusal, if it is one of the native API.
pub(super) fn expect_documented(method: Method, path: &str, answer: &Answer) {
    let path = path.split('?').next().unwrap_or_default();
    let code = answer.body["code"].as_str().unwrap_or_default();
    let is_ours =
        path.starts_with("/api/v1/") && answer.header("content-type") == Some("application/problem+json");
    // An answer to HEAD has no words.
    if !is_ours || method == Method::Head || OF_NO_CALL.contains(&code) {
        return;
    }
    let Some(operation) = operation(method, path) else { return };
    let status = answer.status.to_string();
    let told = &operation["responses"][status]["content"]["application/problem+json"]["examples"][code];
    assert!(
        told.is_object(),
        "{method} {path} answers {} {code}, which its document does not tell",
        answer.status
    );
}

/// An operation of the document.
struct Operation {
    method: &'static str,
    /// Its path between the slashes.
    segments: Vec<&'static str>,
    told: &'static Value,
}

impl Operation {
    fn is_at(&self, path: &[&str]) -> bool {
        self.segments.len() == path.len()
            && self.segments.iter().zip(path).all(|(own, given)| own.starts_with('{') || own == given)
    }
}

/// All of them, those with the fewest gaps in their paths first: of two that a path leads to, the one whose path is more
/// of the same is meant.
static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| {
    let mut operations = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().expect("paths") {
        for (method, told) in item.as_object().expect("operations") {
            operations.push(Operation { method, segments: path.split('/').collect(), told });
        }
    }
    operations.sort_by_key(|operation| operation.segments.iter().filter(|own| own.starts_with('{')).count());
    operations
});

fn operation(method: Method, path: &str) -> Option<&'static Value> {
    let path: Vec<_> = path.split('/').collect();
    let is_meant = |operation: &&Operation| {
        operation.method.eq_ignore_ascii_case(method.as_str()) && operation.is_at(&path)
    };
    OPERATIONS.iter().find(is_meant).map(|operation| operation.told)
}
