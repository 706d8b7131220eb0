//! The calls, by what they are about. Each parses, calls one operation, and says what came of it.

pub mod account;
pub mod jobs;
pub mod memberships;
pub mod password;
pub mod two_factor;

use rocket::Route;

/// Every route of this dialect.
pub fn routes() -> Vec<Route> {
    [account::routes(), jobs::routes(), memberships::routes(), password::routes(), two_factor::routes()]
        .concat()
}
