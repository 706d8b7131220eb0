//! The calls, by what they are about. Each parses, calls one operation, and says what came of it.

pub mod email;
pub mod orgs;
pub mod password;

use rocket::Route;

/// Every route of this dialect.
pub fn routes() -> Vec<Route> {
    [orgs::routes(), password::routes(), email::routes()].concat()
}
