//! The calls, by what they are about. Each parses, calls one operation, and says what came of it.

pub mod account;

use rocket::Route;

/// Every route of this dialect.
pub fn routes() -> Vec<Route> {
    [account::routes()].concat()
}
