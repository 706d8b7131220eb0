//! Which words a call of the native API may be refused with, each with an example. A test compares this with every
//! refusal that any test of the API is answered.

use serde_json::{Value, json};
use utoipa::Modify;
use utoipa::openapi::example::Example;
use utoipa::openapi::path::Operation;
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response};

use super::conventions::{ID, TOKEN};
use super::each_operation;
use super::refusals::PROBLEM;
use crate::web::listener::refusal;
use crate::web::problem::Problem;

/// Adds the words.
pub(super) struct Codes;

/// The words that calls of a kind share.
const SHARED: [(Kind, &[&str]); 8] = [
    (Kind::Every, &["header_too_large", "request_timeout", "unavailable"]),
    (Kind::Native, &["bad_request", "invalid_values", "rate_limited"]),
    (Kind::WithBody, &["malformed_json", "body_too_large", "body_too_slow", "unsupported_media_type"]),
    (
        Kind::SignedIn,
        &["not_signed_in", "session_expired", "api_key_expired", "account_suspended", "ip_not_allowed"],
    ),
    (Kind::WithKey, &["scope_missing"]),
    (Kind::BySession, &["session_required", "support_login"]),
    (Kind::ById, &["path_not_found"]),
    (Kind::InOrg, &["org_not_found", "role_too_low", "two_factor_set_up_required"]),
];

/// A kind of calls.
#[derive(Clone, Copy)]
enum Kind {
    Every,
    Native,
    WithBody,
    SignedIn,
    /// API keys may make it.
    WithKey,
    /// No API key may.
    BySession,
    ById,
    InOrg,
}

impl Kind {
    fn has(self, path: &str, operation: &Operation) -> bool {
        match self {
            Self::Every => true,
            Self::Native => path.starts_with("/api/"),
            Self::WithBody => operation.request_body.is_some(),
            Self::SignedIn => operation.security.is_some(),
            Self::WithKey => operation.security.is_some() && !is_by_session(operation),
            Self::BySession => operation.security.is_some() && is_by_session(operation),
            Self::ById => path.contains('{'),
            Self::InOrg => path.starts_with("/api/v1/orgs/{id}"),
        }
    }
}

/// Whether no scope of an API key opens a call.
fn is_by_session(operation: &Operation) -> bool {
    let told = serde_json::to_value(&operation.security).unwrap_or_default();
    told.pointer("/0/bearer").and_then(Value::as_array).is_some_and(Vec::is_empty)
}

/// The words of each call beyond those that it shares, by its name.
#[rustfmt::skip]
const OWN: &[(&str, &[&str])] = &[
    ("update_account", &["changed_meanwhile", "username_taken", "session_required", "support_login"]),
    ("delete_account", &["last_operator", "sole_owner", "wrong_password"]),
    ("create_api_key", &["org_not_found", "role_too_low", "too_many_api_keys", "two_factor_set_up_required", "idempotency_conflict"]),
    ("delete_api_key", &["api_key_not_found"]),
    ("create_email_change", &["wrong_password"]),
    ("update_password", &["wrong_password"]),
    ("set_up_two_factor", &["two_factor_on", "wrong_password"]),
    ("enable_two_factor", &["two_factor_not_set_up", "two_factor_on", "wrong_code"]),
    ("disable_two_factor", &["two_factor_off", "wrong_code", "wrong_password"]),
    ("create_recovery_codes", &["two_factor_off", "wrong_code", "wrong_password"]),
    ("activate_account", &["token_expired", "token_spent", "token_unknown"]),
    ("disown_sign_up", &["email_address_taken", "token_expired", "token_spent", "token_unknown"]),
    ("show_email_change", &["token_expired", "token_spent", "token_unknown"]),
    ("accept_email_change", &["email_address_taken", "token_expired", "token_spent", "token_unknown"]),
    ("confirm_email_change", &["email_address_taken", "token_expired", "token_spent", "token_unknown"]),
    ("deny_email_change", &["token_expired", "token_spent", "token_unknown"]),
    ("show_password_reset", &["token_expired", "token_spent", "token_unknown"]),
    ("use_password_reset", &["token_expired", "token_spent", "token_unknown"]),
    ("show_invitation", &["invitation_declined", "invitation_revoked", "org_gone", "token_expired", "token_spent", "token_unknown"]),
    ("accept_invitation", &["already_member", "not_signed_in", "session_expired", "account_suspended", "session_required", "support_login", "email_domain_not_allowed", "email_not_verified", "invitation_declined", "invitation_not_found", "invitation_revoked", "org_gone", "token_expired", "token_spent", "token_unknown", "two_factor_set_up_required", "wrong_account"]),
    ("decline_invitation", &["not_signed_in", "session_expired", "account_suspended", "session_required", "support_login", "invitation_declined", "invitation_not_found", "invitation_revoked", "org_gone", "token_expired", "token_spent", "token_unknown"]),
    ("show_ownership_transfer", &["org_gone", "token_expired", "token_spent", "token_unknown", "transfer_cancelled", "transfer_declined", "transfer_void"]),
    ("accept_ownership_transfer", &["not_signed_in", "org_gone", "token_expired", "token_spent", "token_unknown", "transfer_cancelled", "transfer_declined", "transfer_void", "two_factor_set_up_required", "wrong_account"]),
    ("decline_ownership_transfer", &["not_signed_in", "session_expired", "account_suspended", "session_required", "support_login", "org_gone", "token_expired", "token_spent", "token_unknown", "transfer_cancelled", "transfer_declined", "transfer_void", "wrong_account"]),
    ("show_job", &["job_not_found"]),
    ("cancel_job", &["job_not_found", "job_not_scheduled", "org_not_found"]),
    ("create_org", &["idempotency_conflict"]),
    ("update_org", &["changed_meanwhile", "two_factor_off"]),
    ("delete_org", &["wrong_password"]),
    ("create_invitations", &["already_member", "email_domain_not_allowed", "role_above_own", "idempotency_conflict"]),
    ("resend_invitation", &["email_domain_not_allowed", "invitation_not_found", "invitation_not_pending", "role_above_own"]),
    ("delete_invitation", &["invitation_not_found", "invitation_not_pending", "role_above_own"]),
    ("update_member", &["email_domain_not_allowed", "last_owner", "member_not_found", "role_above_own"]),
    ("delete_member", &["last_owner", "member_not_found", "role_above_own", "session_required", "support_login"]),
    ("create_ownership_transfer", &["member_not_eligible", "member_not_found", "wrong_password"]),
    ("delete_ownership_transfer", &["transfer_not_found", "transfer_not_open"]),
    ("create_session", &["account_suspended", "not_activated", "org_not_found", "two_factor_required", "two_factor_elsewhere", "wrong_credentials"]),
    ("complete_session", &["account_suspended", "not_activated", "org_not_found", "token_expired", "token_spent", "token_unknown", "wrong_code"]),
    ("delete_session", &["session_not_found"]),
    ("act_for_another_org", &["org_not_found", "two_factor_set_up_required"]),
    ("create_operator", &["account_exists", "token_expired", "token_spent", "token_unknown", "wrong_account"]),
    ("create_sign_up", &["account_exists", "email_domain_not_allowed", "idempotency_conflict", "invitation_declined", "invitation_revoked", "org_gone", "sign_up_closed", "token_expired", "token_spent", "token_unknown", "username_taken", "wrong_account"]),
    ("show_user", &["user_not_found"]),
    ("suspend_user", &["own_account", "user_not_active", "user_not_found"]),
    ("restore_user", &["own_account", "user_not_active", "user_not_found"]),
    ("sign_out_user", &["own_account", "user_not_found"]),
    ("reset_two_factor_of_user", &["own_account", "two_factor_off", "user_not_found"]),
    ("set_address_of_user", &["email_address_taken", "own_account", "user_not_active", "user_not_found"]),
    ("create_support_session", &["own_account", "support_login_not_allowed", "user_not_active", "user_not_found"]),
    ("show_any_org", &["org_not_found"]),
    ("list_members_of_any_org", &["org_not_found"]),
    ("show_sign_up_domain", &["sign_up_domain_not_found"]),
    ("update_sign_up_domain", &["sign_up_domain_not_found"]),
    ("delete_sign_up_domain", &["sign_up_domain_not_found"]),
    ("show_letter", &["letter_not_found"]),
    ("resend_letter", &["letter_not_found", "letter_not_queued"]),
    ("cancel_letter", &["letter_not_found", "letter_not_queued"]),
];

impl Modify for Codes {
    fn modify(&self, document: &mut OpenApi) {
        let samples = samples();
        each_operation(document, &mut |path, operation| {
            let shared = SHARED.iter().filter(|(kind, _)| kind.has(path, operation));
            let mut codes: Vec<&str> = shared.flat_map(|(_, codes)| *codes).copied().collect();
            if path.starts_with("/api/v1/admin/") {
                codes.push("operator_required");
            }
            let id = operation.operation_id.as_deref().unwrap_or_default();
            let own = OWN.iter().find(|(known, _)| *known == id);
            codes.extend(own.iter().flat_map(|(_, codes)| *codes));
            for (code, status, sample) in samples.iter().filter(|(code, ..)| codes.contains(code)) {
                // The one word with two statuses: whoever is signed in already is not asked to sign in.
                let is_of_sign_in = *status == 401 && operation.security.is_none();
                if *code != "wrong_code" || is_of_sign_in || *status == 403 && operation.security.is_some() {
                    add(operation, code, *status, sample);
                }
            }
        });
    }
}

/// A refusal of each word, with its status.
fn samples() -> Vec<(&'static str, u16, Value)> {
    let mut problems = Problem::samples();
    problems.sort_by_key(|problem| (problem.code(), problem.status()));
    let sample = |problem: &Problem| {
        let status = problem.status();
        let mut body = json!({
            "type": format!("https://accounts.example.com/docs/errors#{}", problem.code()),
            "title": status.reason_lossy(),
            "status": status.code,
            "detail": problem.detail(),
            "code": problem.code(),
            "request_id": ID,
        });
        match problem.code() {
            "invalid_values" => {
                let detail = "Use at least 12 characters.";
                body["errors"] =
                    json!([{"pointer": "/password", "code": "password_too_short", "detail": detail}]);
            }
            "two_factor_required" => body["challenge"] = json!(TOKEN),
            "sole_owner" => body["orgs"] = json!([{"id": ID, "name": "Acme"}]),
            _ => {}
        }
        (problem.code(), status.code, body)
    };
    let before_all = refusal::samples()
        .map(|(status, code, body)| (code, status, serde_json::from_str(&body).unwrap_or_default()));
    before_all.chain(problems.iter().map(sample)).collect()
}

fn add(operation: &mut Operation, code: &str, status: u16, sample: &Value) {
    let answers = &mut operation.responses.responses;
    let detail = sample["detail"].as_str().unwrap_or_default();
    let answer = answers.entry(status.to_string()).or_insert_with(|| RefOr::T(Response::new(detail)));
    let RefOr::T(answer) = answer else { return };
    let problem = || RefOr::T(Content::new(Some(RefOr::Ref(Ref::from_schema_name("ProblemBody")))));
    let RefOr::T(content) = answer.content.entry(PROBLEM.to_owned()).or_insert_with(problem) else { return };
    let mut example = Example::new();
    example.value = Some(sample.clone());
    content.examples.insert(code.to_owned(), RefOr::T(example));
}
