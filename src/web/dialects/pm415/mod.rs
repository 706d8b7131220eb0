//! pm415's API under `/api/account`, and what hangs on it: `/api/user` and `/api/org`.
//!
//! Ids are the numbers that go with ours; the bearer is any session token or API key of the service. A person who
//! signed up may not sign in until the link of their letter was opened; whoever joins by an invitation is pending
//! until an admin lets them in. What no document says and was decided here, and why, stands in
//! `docs/dialects/pm415.md`.

pub mod failure;
pub mod routes;
pub mod wire;

use rocket::{Catcher, Request, Route, catch, catchers as catcher_list};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

use self::failure::{Call, Failure};
use self::routes::{account, members, org, user};
use crate::web::machine::openapi::{Bearer, Examples, SharedRefusals, When};
use crate::web::problem::ProblemBody;
use crate::web::refusal::Refusal;

/// The paths that this dialect answers everything below of.
pub const BASES: &[&str] = &["/api/account", "/api/user", "/api/org"];

/// Every route, with its whole path.
pub fn routes() -> Vec<Route> {
    routes::routes()
}

/// What answers where no handler did.
pub fn catchers() -> Vec<Catcher> {
    catcher_list![refuse]
}

#[catch(default)]
fn refuse(status: rocket::http::Status, request: &Request<'_>) -> Failure {
    Failure::new(Refusal::of_caught(status, request), Call::Other)
}

/// The document. A test compares its paths with the mounted routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Gatepost: pm415's account API",
        description = "pm415's API under `/api/account`, `/api/user` and `/api/org`, answered by Gatepost.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact()
    ),
    paths(
        account::login, account::forgot_password, account::register, account::verify, account::change_password,
        user::show_user, user::update_user, user::show_api_key, user::replace_api_key, user::list_user_orgs,
        org::create_org, org::list_orgs, org::switch_org, org::rename_org, org::delete_org,
        members::list_users, members::create_invite_link, members::show_invitation, members::remove_users,
        members::grant_admin, members::revoke_admin, members::reset_passwords,
    ),
    components(schemas(failure::FailureBody, ProblemBody)),
    modifiers(&Bearer, &SHARED_REFUSALS, &Examples)
)]
struct Document;

/// The dialect's document.
pub fn document() -> OpenApi {
    Document::openapi()
}

/// What this dialect refuses alike.
const SHARED_REFUSALS: SharedRefusals = SharedRefusals {
    schema: "FailureBody",
    media_type: "application/json",
    refusals: &[
        (When::Always, "400", "Values that are missing or can't be: the message tells of the first one."),
        (When::Always, "429", "Too many attempts: `Retry-After` tells when to try again."),
        (When::Always, "503", "The service is too busy or not ready."),
        (When::SignedIn, "401", "Not signed in."),
        (When::SignedIn, "403", "Signed in, and may not."),
        (When::ById, "404", "It is not there, or not the caller's."),
        (When::WithBody, "413", "The body is too large."),
    ],
};
