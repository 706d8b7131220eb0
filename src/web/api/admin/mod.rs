//! `/admin`: what operators see and do. One file per resource.

pub mod audit;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod orgs;
pub mod service;
pub mod sign_up_domains;
pub mod users;

use rocket::Route;

/// Every route for operators.
pub(super) fn routes() -> Vec<Route> {
    [
        audit::routes(),
        jobs::routes(),
        keys::routes(),
        mail::routes(),
        orgs::routes(),
        service::routes(),
        sign_up_domains::routes(),
        users::routes(),
    ]
    .concat()
}
