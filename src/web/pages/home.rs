//! `/`: leads to where a visitor most likely wants to be.

use rocket::{Route, get, routes};

use super::frame::{See, Visitor};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![show_home]
}

#[get("/")]
fn show_home(visitor: &Visitor) -> See {
    See::to(if visitor.principal.is_some() { "/orgs" } else { "/sign-in" })
}
