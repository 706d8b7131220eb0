//! Answers CORS preflights on every path of an API; the headers come from the CORS fairing.

use std::path::PathBuf;

use rocket::{Route, options, routes};

use crate::web::answer::Done;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![preflight]
}

#[options("/<_path..>")]
fn preflight(_path: PathBuf) -> Done {
    Done
}
