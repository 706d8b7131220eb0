//! `/openapi.json`: the reference of the native API, generated from the handlers; and `/openapi/<dialect>.json`,
//! that of each dialect that is answered.

mod codes;
mod conventions;
mod examples;
mod refusals;
mod schemas;

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi as _};

use self::codes::Codes;
use self::conventions::Conventions;
pub use self::examples::Examples;
pub use self::refusals::{SharedRefusals, When};
use super::{health, keys};
use crate::web::api::{
    account, activation, admin, api_keys, audit, email_changes, export, invitations, jobs, logins, members,
    my_invitations, orgs, ownership_transfers, password, password_resets, sessions, set_up, sign_up,
    two_factor,
};
use crate::web::dialects;
use crate::web::problem::{Problem, ProblemBody};
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_openapi, show_dialect_openapi]
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
        account::show_account, account::update_account, account::delete_account, jobs::show_job, jobs::cancel_job, export::export_account, password::update_password, logins::list_logins,
        password_resets::create_password_reset, password_resets::show_password_reset,
        password_resets::use_password_reset,
        email_changes::create_email_change, email_changes::show_email_change, email_changes::accept_email_change,
        email_changes::deny_email_change, email_changes::confirm_email_change,
        api_keys::create_api_key, api_keys::list_api_keys, api_keys::delete_api_key,
        orgs::create_org, orgs::list_orgs, orgs::show_org, orgs::update_org, orgs::delete_org, audit::list_org_audit_events,
        members::list_members, members::update_member, members::delete_member,
        invitations::create_invitations, invitations::list_invitations, invitations::resend_invitation,
        invitations::delete_invitation,
        my_invitations::show_invitation, my_invitations::accept_invitation, my_invitations::decline_invitation,
        my_invitations::list_my_invitations,
        ownership_transfers::create_ownership_transfer, ownership_transfers::list_ownership_transfers,
        ownership_transfers::delete_ownership_transfer, ownership_transfers::show_ownership_transfer,
        ownership_transfers::accept_ownership_transfer, ownership_transfers::decline_ownership_transfer,
        set_up::create_operator,
        admin::users::list_users, admin::users::show_user, admin::users::suspend_user, admin::users::restore_user,
        admin::users::sign_out_user, admin::users::reset_two_factor_of_user, admin::users::set_address_of_user,
        admin::users::create_support_session,
        admin::orgs::list_all_orgs, admin::orgs::show_any_org, admin::orgs::list_members_of_any_org,
        admin::sign_up_domains::list_all_sign_up_domains, admin::sign_up_domains::create_sign_up_domain,
        admin::sign_up_domains::show_sign_up_domain, admin::sign_up_domains::update_sign_up_domain,
        admin::sign_up_domains::delete_sign_up_domain,
        admin::mail::list_letters, admin::mail::show_letter, admin::mail::resend_letter, admin::mail::cancel_letter,
        admin::mail::create_test_letter,
        admin::audit::list_audit_events, admin::audit::verify_audit, admin::jobs::list_jobs, admin::keys::list_signing_keys,
        admin::keys::rotate_signing_key, admin::service::list_settings, admin::service::show_service_health,
        health::show_health, health::show_readiness, keys::list_keys,
    ),
    components(schemas(ProblemBody)),
    modifiers(&Bearer, &Conventions, &SHARED_REFUSALS, &Codes, &Examples),
    tags(
        (name = "Sign-up", description = "Becoming somebody here: alone, with an org, or by an invitation."),
        (name = "Sessions", description = "Signing in and out, and who is signed in."),
        (name = "Account", description = "What is a person's own."),
        (name = "Password resets", description = "Getting in again after forgetting the password."),
        (name = "Email changes", description = "Another address, by the word of both mailboxes."),
        (name = "Two-factor", description = "The second factor: an authenticator app and recovery codes."),
        (name = "API keys", description = "Keys for programs, with scopes."),
        (name = "Jobs", description = "What is done later, and can be taken back until then."),
        (name = "Orgs", description = "Orgs, their policies and their audit."),
        (name = "Members", description = "Who belongs to an org, and as what."),
        (name = "Invitations", description = "Letting people into an org, and joining one."),
        (name = "Ownership transfers", description = "Handing an owner's place over."),
        (name = "Operators", description = "What those who run the service see and do."),
        (name = "Machine", description = "Health, and the keys that tokens are checked with."),
    )
)]
struct Document;

/// What the native API refuses alike.
const SHARED_REFUSALS: SharedRefusals = SharedRefusals {
    schema: "ProblemBody",
    media_type: "application/problem+json",
    refusals: &[
        (When::Below("/api/"), "400", "The request can't be understood."),
        (When::Below("/api/"), "422", "Values that can't be: `errors` tells all of them."),
        (When::Below("/api/"), "429", "Too many attempts: `Retry-After` tells when to try again."),
        (When::SignedIn, "401", "Not signed in."),
        (When::SignedIn, "403", "Signed in, and may not."),
        (When::ById, "404", "It is not there, or not the caller's."),
        (When::WithBody, "413", "The body is too large."),
        (When::WithBody, "415", "The body is not said to be JSON."),
    ],
};

/// Shows every operation of a document, with its path.
fn each_operation(document: &mut OpenApi, see: &mut dyn FnMut(&str, &mut Operation)) {
    for (path, item) in &mut document.paths.paths {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        operations.into_iter().flatten().for_each(|operation| see(path, operation));
    }
}

/// How callers sign in.
pub struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut OpenApi) {
        let components = document.components.get_or_insert_default();
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.description = Some("A session token, or an API key (`gp_…`).".to_owned());
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
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

#[get("/openapi/<file>")]
fn show_dialect_openapi(file: &str, settings: &State<WebSettings>) -> Result<Json<OpenApi>, Problem> {
    dialects::answered(settings)
        .find(|surface| file.strip_suffix(".json") == Some(surface.dialect.as_str()))
        .map(|surface| Json((surface.document)()))
        .ok_or_else(|| Problem::new(Refusal::PathNotFound))
}
