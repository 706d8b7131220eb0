//! `/admin`: what operators see and do. One file per resource.

pub mod orgs;
pub mod users;

use rocket::Route;

/// Every route for operators.
pub(super) fn routes() -> Vec<Route> {
    [orgs::routes(), users::routes()].concat()
}
