//! The native API, `/api/v1`: one file per resource. Each handler calls one operation.

pub mod account;
pub mod activation;
pub mod admin;
pub mod api_keys;
pub mod audit;
pub mod email_changes;
pub mod export;
pub mod invitations;
pub mod jobs;
pub mod logins;
pub mod members;
pub mod my_invitations;
pub mod orgs;
pub mod ownership_transfers;
pub mod password;
pub mod password_resets;
pub mod sessions;
pub mod set_up;
pub mod sign_up;
pub mod two_factor;
pub mod wire;

use rocket::Route;

/// Where the native API is mounted.
pub const BASE: &str = "/api/v1";

/// Every route of the native API.
pub fn routes() -> Vec<Route> {
    [
        account::routes(),
        activation::routes(),
        admin::routes(),
        api_keys::routes(),
        audit::routes(),
        email_changes::routes(),
        export::routes(),
        invitations::routes(),
        jobs::routes(),
        logins::routes(),
        members::routes(),
        my_invitations::routes(),
        orgs::routes(),
        ownership_transfers::routes(),
        password::routes(),
        password_resets::routes(),
        sessions::routes(),
        set_up::routes(),
        sign_up::routes(),
        two_factor::routes(),
    ]
    .concat()
}
