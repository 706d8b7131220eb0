//! Paths that lead elsewhere: `/`, to where a visitor most likely wants to be, and `/.well-known/change-password`, by which
//! password managers find the page they need (W3C, "A Well-Known URL for Changing Passwords").

use rocket::{Route, get, routes};

use super::frame::{See, Visitor};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![show_home, find_change_password]
}

#[get("/")]
fn show_home(visitor: &Visitor) -> See {
    See::to(if visitor.principal.is_some() { "/orgs" } else { "/sign-in" })
}

#[get("/.well-known/change-password")]
fn find_change_password() -> See {
    See::to("/settings/password")
}
