//! `/docs/errors`: what each code of a refusal means. A problem's `type` leads here.

use rocket::response::content::RawHtml;
use rocket::{Route, get, routes};

use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_error_reference]
}

#[get("/docs/errors")]
fn show_error_reference() -> RawHtml<String> {
    let mut problems = Problem::samples();
    problems.sort_by_key(Problem::code);
    problems.dedup_by_key(|problem| problem.code());
    let entries: Vec<String> = problems
        .iter()
        .map(|problem| {
            format!(
                "<dt id=\"{code}\"><code>{code}</code> <small>{status}</small></dt><dd>{detail}</dd>\n",
                code = problem.code(),
                status = problem.status(),
                detail = problem.detail().replace('&', "&amp;").replace('<', "&lt;"),
            )
        })
        .collect();
    RawHtml(PAGE.replace("{entries}", &entries.concat()))
}

const PAGE: &str = include_str!("../../../assets/pages/error_reference.html");
