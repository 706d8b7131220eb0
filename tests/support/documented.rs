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

/// The operation that a path leads to: of two, the one whose path is more of the same.
fn operation(method: Method, path: &str) -> Option<&'static Value> {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let found = paths.iter().filter(|(template, _)| is_path_of(template, path));
    let (_, item) = found.min_by_key(|(template, _)| template.matches('{').count())?;
    item.get(method.as_str().to_ascii_lowercase())
}

fn is_path_of(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template.iter().zip(path).all(|(expected, given)| expected.starts_with('{') || *expected == given)
}
