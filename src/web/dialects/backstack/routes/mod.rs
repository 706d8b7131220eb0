//! The calls, by what they are about. Each parses, calls the operations it is made of, and says what came of it.

pub mod member;
pub mod password;
pub mod schema;
pub mod session;
pub mod sign_up;
pub mod user;

use rocket::Route;

/// Every route of this dialect.
pub fn routes() -> Vec<Route> {
    [password::routes(), schema::routes(), session::routes(), sign_up::routes(), user::routes()].concat()
}
