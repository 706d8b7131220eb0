//! Backstack, "Workflows / Signing up", and the calls around it of the same generation (2024).
//!
//! An account is an org, a domain a sign-up domain. Ids are ours in base 62 behind Backstack's prefixes. The session rides in
//! the cookie `BackstackJWT` or as a bearer. What no document says and was decided here, and why, stands in
//! `docs/dialects/backstack.md`.

pub mod failure;
pub mod routes;
pub mod wire;

use rocket::http::Status;
use rocket::{Catcher, Request, Route, catch, catchers as catcher_list};
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi as _};

use self::failure::{Failure, FailureBody};
use self::routes::{password, schema, session, sign_up, user};
use self::wire::cookie;
use crate::web::machine::openapi::{Bearer, Examples, SharedRefusals, When};
use crate::web::problem::ProblemBody;
use crate::web::refusal::Refusal;

/// The paths that this dialect answers everything below of.
pub const BASES: &[&str] = &["/v1/auth", "/v1/app"];

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
        title = "Gatepost: Backstack's sign-up API",
        description = "Backstack's workflow \"Signing up\" and the calls around it, answered by Gatepost.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact()
    ),
    paths(
        sign_up::create_sign_up, sign_up::activate_sign_up, schema::list_sign_up_domains, schema::show_schema,
        session::show_session, session::create_session, session::choose_account, session::delete_session,
        password::request_reset, password::show_reset, password::reset_password_by_token,
        user::show_user, user::update_user,
    ),
    components(schemas(FailureBody, ProblemBody)),
    modifiers(&Bearer, &Cookie, &SHARED_REFUSALS, &Examples)
)]
struct Document;

/// The dialect's document.
pub fn document() -> OpenApi {
    Document::openapi()
}

/// The other way to show a session.
struct Cookie;

impl Modify for Cookie {
    fn modify(&self, document: &mut OpenApi) {
        let value = ApiKeyValue::with_description(
            cookie::NAME,
            "A session token. With it, a POST needs `application/json` and the `Origin` of the service.",
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(value)));
    }
}

/// What this dialect refuses alike.
const SHARED_REFUSALS: SharedRefusals = SharedRefusals {
    schema: "FailureBody",
    media_type: "application/json",
    refusals: &[
        (When::Always, "400", "Values that are missing or can't be: `fields` tells all of them."),
        (When::Always, "429", "Too many attempts: `Retry-After` tells when to try again."),
        (When::Always, "503", "The service is too busy or not ready."),
        (When::SignedIn, "401", "Not signed in."),
        (
            When::SignedIn,
            "403",
            "Signed in, and may not; or the cookie came without the `Origin` of the service.",
        ),
        (When::WithBody, "413", "The body is too large."),
        (When::WithBody, "415", "The body is not said to be JSON."),
    ],
};
