//! What machines ask: is it alive, is it ready, by which keys, with which document.

pub mod docs;
pub mod health;
pub mod keys;
pub mod openapi;

use rocket::Route;

/// Every route for machines.
pub fn routes() -> Vec<Route> {
    [docs::routes(), health::routes(), keys::routes(), openapi::routes()].concat()
}
