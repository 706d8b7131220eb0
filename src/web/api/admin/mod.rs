//! `/admin`: what operators see and do. One file per resource.

pub mod mail;
pub mod orgs;
pub mod sign_up_domains;
pub mod users;

use rocket::Route;

/// Every route for operators.
pub(super) fn routes() -> Vec<Route> {
    [mail::routes(), orgs::routes(), sign_up_domains::routes(), users::routes()].concat()
}
