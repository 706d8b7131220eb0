//! Signing in by password with a second factor, or by a passkey, and out again.

pub(super) mod passkey;
mod password;
mod second_factor;
mod sign_out;

use rocket::Route;

use super::frame::next::Next;
use super::frame::{See, cookies};
use crate::domain::App;
use crate::domain::sessions::start::SignedIn as Started;
use crate::web::settings::WebSettings;

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    [passkey::routes(), password::routes(), second_factor::routes(), sign_out::routes()].concat()
}

/// Leads somebody who has just signed in to where they were going.
pub(super) fn arrive(started: &Started, next: Option<&Next>, app: &App, settings: &WebSettings) -> See {
    See::to(next.map_or("/", Next::as_str)).with(cookies::signed_in(&started.bearer, app, settings))
}
