//! `/openapi.json`: the reference of the native API, generated from the handlers.

use rocket::serde::json::Json;
use rocket::{Route, get, routes};
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response};
use utoipa::{Modify, OpenApi as _};

use super::{health, keys};
use crate::web::api::{
    account, activation, invitations, logins, members, my_invitations, orgs, password, password_resets,
    sessions, set_up, sign_up, two_factor,
};
use crate::web::problem::ProblemBody;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_openapi]
}

/// The document. A test compares its paths with the mounted routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Gatepost",
        description = "The account desk of a product: orgs, people, invitations and sessions.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
        contact()
    ),
    paths(
        sign_up::create_sign_up, sign_up::list_sign_up_domains,
        activation::activate_account, activation::resend_activation_letter, activation::disown_sign_up,
        sessions::create_session, two_factor::complete_session, two_factor::show_two_factor,
        two_factor::set_up_two_factor, two_factor::enable_two_factor, two_factor::disable_two_factor,
        two_factor::create_recovery_codes, sessions::list_sessions, sessions::delete_sessions, sessions::delete_session,
        sessions::show_current_session, sessions::refresh_current_session, sessions::act_for_another_org,
        sessions::delete_current_session,
        account::show_account, account::update_account, password::update_password, logins::list_logins,
        password_resets::create_password_reset, password_resets::show_password_reset,
        password_resets::use_password_reset,
        orgs::create_org, orgs::list_orgs, orgs::show_org, orgs::update_org,
        members::list_members, members::update_member, members::delete_member,
        invitations::create_invitations, invitations::list_invitations, invitations::resend_invitation,
        invitations::delete_invitation,
        my_invitations::show_invitation, my_invitations::accept_invitation, my_invitations::decline_invitation,
        my_invitations::list_my_invitations,
        set_up::create_operator,
        health::show_health, health::show_readiness, keys::list_keys,
    ),
    components(schemas(ProblemBody)),
    modifiers(&Bearer, &SharedRefusals)
)]
struct Document;

/// How callers sign in.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut OpenApi) {
        let components = document.components.get_or_insert_default();
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.description = Some("A session token.".to_owned());
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The refusals that every operation of a kind shares, written once.
struct SharedRefusals;

impl Modify for SharedRefusals {
    fn modify(&self, document: &mut OpenApi) {
        for (path, item) in &mut document.paths.paths {
            let operations =
                [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
            for operation in operations.into_iter().flatten() {
                add_refusals(path, operation);
            }
        }
    }
}

fn add_refusals(path: &str, operation: &mut Operation) {
    let mut refusals = vec![("503", "The service is too busy or not ready.")];
    if path.starts_with("/api/") {
        refusals.push(("400", "The request can't be understood."));
        refusals.push(("422", "Values that can't be: `errors` tells all of them."));
        refusals.push(("429", "Too many attempts: `Retry-After` tells when to try again."));
    }
    if operation.security.is_some() {
        refusals.push(("401", "Not signed in."));
        refusals.push(("403", "Signed in, and may not."));
    }
    if path.contains('{') {
        refusals.push(("404", "It is not there, or not the caller's."));
    }
    if operation.request_body.is_some() {
        refusals.push(("408", "The body took too long."));
        refusals.push(("413", "The body is too large."));
        refusals.push(("415", "The body is not said to be JSON."));
    }
    for (status, description) in refusals {
        let mut response = Response::new(description);
        let schema = RefOr::Ref(Ref::from_schema_name("ProblemBody"));
        response.content.insert("application/problem+json".to_owned(), RefOr::T(Content::new(Some(schema))));
        operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(response));
    }
}

/// The document.
pub fn document() -> OpenApi {
    Document::openapi()
}

#[get("/openapi.json")]
fn show_openapi() -> Json<OpenApi> {
    Json(document())
}
