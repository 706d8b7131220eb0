//! `/docs/errors`: what each code of a refusal means. A problem's `type` leads here.

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::web::pages::frame::Page;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_error_reference]
}

#[derive(Serialize)]
struct ReferenceView {
    refusals: Vec<RefusalView>,
}

#[derive(Serialize)]
struct RefusalView {
    code: &'static str,
    status: String,
    detail: String,
}

#[get("/docs/errors")]
fn show_error_reference() -> Page {
    let mut problems = Problem::samples();
    problems.sort_by_key(Problem::code);
    problems.dedup_by_key(|problem| problem.code());
    let refusals = problems.iter().map(|problem| RefusalView {
        code: problem.code(),
        status: problem.status().to_string(),
        detail: problem.detail(),
    });
    Page::new("error_reference.html", ReferenceView { refusals: refusals.collect() })
}
