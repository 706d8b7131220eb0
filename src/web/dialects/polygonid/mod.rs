//! Polygon ID's platform API, "Onboarding Orgs", as its tutorials of November 2022 have it.
//!
//! An account is a person who owns an org; it can sign in before it is activated. The bearer is a session's token, or the
//! token of a letter where a call says so. What no document says and was decided here, and why, stands in
//! `docs/dialects/polygonid.md`.

pub mod failure;
pub mod routes;
pub mod wire;

use rocket::http::Status;
use rocket::{Catcher, Request, Route, catch, catchers as catcher_list};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

use self::failure::Failure;
use self::routes::{email, orgs, password};
use crate::web::machine::openapi::{Bearer, Examples, SharedRefusals, When};
use crate::web::problem::ProblemBody;
use crate::web::refusal::Refusal;

/// The paths that this dialect answers everything below of.
pub const BASES: &[&str] = &["/v1/orgs"];

/// Every route, with its whole path.
pub fn routes() -> Vec<Route> {
    routes::routes()
}

/// What answers where no handler did.
pub fn catchers() -> Vec<Catcher> {
    catcher_list![refuse]
}

#[catch(default)]
fn refuse(status: Status, request: &Request<'_>) -> Failure {
    Refusal::of_caught(status, request).into()
}

/// The document. A test compares its paths with the mounted routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Gatepost: Polygon ID's onboarding API",
        description = "The section \"Onboarding Orgs\" of Polygon ID's platform API, answered by Gatepost.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact()
    ),
    paths(
        orgs::create_account, orgs::sign_in_to_account, orgs::activate_account, orgs::resend_email, orgs::refresh_token,
        orgs::sign_out, password::update_account, password::replace_account, password::request_reset_password,
        password::reset_account_password, email::update_account_email, email::confirm_account_email,
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
        (When::Always, "400", "The request, or a member of its body, can't be used."),
        (When::Always, "429", "Too many attempts: `Retry-After` tells when to try again."),
        (When::Always, "503", "The service is too busy or not ready."),
        (When::SignedIn, "401", "No bearer, or one that can't be used any more."),
        (When::SignedIn, "403", "Signed in, and may not."),
        (When::WithBody, "413", "The body is too large."),
        (When::WithBody, "415", "The body is not said to be JSON."),
    ],
};
