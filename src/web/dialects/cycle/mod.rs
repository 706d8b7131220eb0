//! Cycle's platform API, section "Account", as its OpenAPI description of 2024 has it.
//!
//! A hub is an org. Ids are the first 24 hexadecimal digits of ours; the bearer is any session token or API key
//! of the service; `X-Hub-Id` is not looked at. What no document says and was decided here, and why, stands in
//! `docs/dialects/cycle.md`.

pub mod failure;
pub mod routes;
pub mod wire;

use rocket::{Catcher, Request, Route, catch, catchers as catcher_list};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

use self::failure::Failure;
use self::routes::{account, jobs, memberships, password, two_factor};
use crate::web::machine::openapi::{Bearer, Examples, SharedRefusals, When};
use crate::web::problem::ProblemBody;
use crate::web::refusal::Refusal;

/// The paths that this dialect answers everything below of.
pub const BASES: &[&str] = &["/v1/account", "/v1/jobs"];

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
    Refusal::of_caught(status, request).into()
}

/// The document. A test compares its paths with the mounted routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Gatepost: Cycle's account API",
        description = "The section \"Account\" of Cycle's platform API, answered by Gatepost.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact()
    ),
    paths(
        account::show_account, account::update_account, account::delete_account, account::list_logins,
        password::change_password, password::reset_password,
        two_factor::set_up_two_factor, two_factor::enable_two_factor, two_factor::disable_two_factor,
        two_factor::recover_two_factor,
        memberships::list_invites, memberships::answer_invite, memberships::list_memberships,
        jobs::show_job,
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
        (When::Always, "400", "The request can't be understood."),
        (When::Always, "422", "Values that are missing or can't be: `source` points to the first one."),
        (When::Always, "429", "Too many attempts: `Retry-After` tells when to try again."),
        (When::Always, "503", "The service is too busy or not ready."),
        (When::SignedIn, "401", "Not signed in."),
        (When::SignedIn, "403", "Signed in, and may not."),
        (When::ById, "404", "It is not there, or not the caller's."),
        (When::WithBody, "415", "The body is not said to be JSON."),
    ],
};
