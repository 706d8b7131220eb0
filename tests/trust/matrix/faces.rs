//! The rest of the table: routes beside the native API, and whether they ask who calls.

/// Whether a route asks who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// It does, or asks for the token of a letter in that place: whoever is not signed in, or suspended, is refused.
    WhoCalls,
    /// It answers anybody alike.
    Nobody,
}

use Asks::{Nobody, WhoCalls};

/// Every route that is not below `/api/v1`. One that is mounted and has no row fails.
#[rustfmt::skip]
pub(super) const ROWS: &[(&str, Asks)] = &[
    // Machines, and the inbox of `gatepost dev`.
    ("GET /healthz", Nobody),
    ("GET /readyz", Nobody),
    ("GET /.well-known/gatepost-keys.json", Nobody),
    ("GET /openapi.json", Nobody),
    ("GET /openapi/<file>", Nobody),
    ("GET /docs/errors", Nobody),
    ("GET /dev/inbox", Nobody),
    ("GET /dev/inbox.json", Nobody),
    ("DELETE /dev/inbox", Nobody),
    // polygonid
    ("POST /v1/orgs/account-management", Nobody),
    ("POST /v1/orgs/account-management/activate", WhoCalls),
    ("POST /v1/orgs/account-management/resend-email", Nobody),
    ("POST /v1/orgs/account-management/request-reset-password", Nobody),
    ("POST /v1/orgs/account-management/reset-password", WhoCalls),
    ("POST /v1/orgs/account-management/update-email/confirm", Nobody),
    ("POST /v1/orgs/sign-in", Nobody),
    ("POST /v1/orgs/sign-out", WhoCalls),
    ("POST /v1/orgs/account-management/refresh-token", WhoCalls),
    ("POST /v1/orgs/account-management/update-email", WhoCalls),
    ("PATCH /v1/orgs/account-management/<id>", WhoCalls),
    ("PUT /v1/orgs/account-management/<id>", WhoCalls),
    // pm415
    ("POST /api/account/login", Nobody),
    ("POST /api/account/forgotpassword", Nobody),
    ("POST /api/account/register", Nobody),
    ("GET /api/account/verify", Nobody),
    ("GET /api/org/invite", Nobody),
    ("POST /api/account/changepassword", Nobody),
    ("GET /api/user", WhoCalls),
    ("PUT /api/user", WhoCalls),
    ("GET /api/user/apikey", WhoCalls),
    ("POST /api/user/apikey", WhoCalls),
    ("GET /api/user/orgs", WhoCalls),
    ("GET /api/org", WhoCalls),
    ("POST /api/org", WhoCalls),
    ("PUT /api/org/<id>", WhoCalls),
    ("DELETE /api/org/<id>", WhoCalls),
    ("POST /api/org/switch/<id>", WhoCalls),
    ("GET /api/org/<id>/users", WhoCalls),
    ("POST /api/org/<id>/invitelink", WhoCalls),
    ("POST /api/org/<id>/users/remove", WhoCalls),
    ("PUT /api/org/<id>/admin/grant", WhoCalls),
    ("PUT /api/org/<id>/admin/revoke", WhoCalls),
    ("PUT /api/org/<id>/admin/resetpassword", WhoCalls),
    // cycle
    ("POST /v1/account/reset-password", Nobody),
    ("POST /v1/account/2fa/recover", Nobody),
    ("GET /v1/account", WhoCalls),
    ("PATCH /v1/account", WhoCalls),
    ("DELETE /v1/account", WhoCalls),
    ("PATCH /v1/account/password", WhoCalls),
    ("GET /v1/account/2fa/setup", WhoCalls),
    ("POST /v1/account/2fa/setup", WhoCalls),
    ("POST /v1/account/2fa/disable", WhoCalls),
    ("GET /v1/account/logins", WhoCalls),
    ("GET /v1/account/invites", WhoCalls),
    ("PATCH /v1/account/invites/<invite_id>", WhoCalls),
    ("GET /v1/account/memberships", WhoCalls),
    ("GET /v1/jobs/<job_id>", WhoCalls),
    // backstack
    ("GET /v1/app/schema", Nobody),
    ("GET /v1/auth/signup/domains", Nobody),
    ("POST /v1/auth/signup", Nobody),
    ("POST /v1/auth/signup-activation", Nobody),
    ("POST /v1/auth/login", Nobody),
    ("POST /v1/auth/forgot-password", Nobody),
    ("GET /v1/auth/reset-password/<token>", Nobody),
    ("POST /v1/auth/reset-password", Nobody),
    ("POST /v1/auth/login-account", WhoCalls),
    ("GET /v1/auth/session", Nobody),
    ("POST /v1/auth/logout", Nobody),
    ("GET /v1/auth/user", WhoCalls),
    ("POST /v1/auth/user", WhoCalls),
];
