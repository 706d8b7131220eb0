//! The table: every route of the native API, who may call it, and what becomes of their call.

use gatepost::model::Role::{self, Admin, Member, Owner};

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::trust) enum May {
    /// Anybody: nobody asks who calls.
    Anybody,
    /// Whoever is signed in, for themselves; and API keys with one of these scopes.
    Person(&'static [&'static str]),
    /// Whom the thing in the path belongs to, by a session; others are refused like this.
    Holder(u16, &'static str),
    /// Whoever holds the letter, signed in or not, and no API key.
    Letter,
    /// Members who are at least this in the org; and API keys of theirs with this scope, if any.
    In(Role, &'static [&'static str]),
    /// Members of the org that the body names, by a session.
    ActFor,
    /// Operators, by a session.
    Operator,
}

use May::{ActFor, Anybody, Holder, In, Letter, Operator, Person};

/// A route.
#[derive(Clone, Copy, Debug)]
pub(in crate::trust) struct Row {
    /// Method and path below `/api/v1`.
    pub call: &'static str,
    /// Who may.
    pub may: May,
    /// What is sent; nothing when empty. Names in braces are filled in.
    pub body: &'static str,
    /// What those who may are answered: a status, and the word where it is a refusal for another reason than who they are.
    pub then: &'static str,
}

impl Row {
    /// The path, parameters in angle brackets.
    pub(in crate::trust) fn path(&self) -> &'static str {
        self.call.split_once(' ').expect("a method and a path").1
    }

    /// Whether the call names something by this name.
    pub(in crate::trust) fn names(&self, name: &str) -> bool {
        self.call.contains(&format!("<{name}>")) || self.body.contains(&format!("{{{name}}}"))
    }
}

const fn row(call: &'static str, may: May, body: &'static str, then: &'static str) -> Row {
    Row { call, may, body, then }
}

/// No API key may.
const NO_KEY: &[&str] = &[];

/// Every route of the native API. One that is mounted and has no row fails: who may call it is to be decided, not to
/// happen.
#[rustfmt::skip]
pub(in crate::trust) const ROWS: &[Row] = &[
    // What needs no caller.
    row("POST /setup", Anybody, "{}", "422 invalid_values"),
    row("POST /sign-up", Anybody, "{}", "422 invalid_values"),
    row("GET /sign-up-domains", Anybody, "", "200"),
    row("POST /activation", Anybody, r#"{"token":"x"}"#, "404 token_unknown"),
    row("POST /activation/resend", Anybody, "{}", "422 invalid_values"),
    row("POST /not-me/<token>", Anybody, "", "404 token_unknown"),
    row("POST /password-resets", Anybody, "{}", "422 invalid_values"),
    row("GET /password-resets/<token>", Anybody, "", "404 token_unknown"),
    row("POST /password-resets/<token>", Anybody, r#"{"password":"wandering copper teapot"}"#, "404 token_unknown"),
    row("GET /email-changes/<token>", Anybody, "", "404 token_unknown"),
    row("POST /email-changes/<token>/accept", Anybody, "", "404 token_unknown"),
    row("POST /email-changes/<token>/deny", Anybody, "", "404 token_unknown"),
    row("POST /email-changes/<token>/confirm", Anybody, "", "404 token_unknown"),
    row("POST /sessions", Anybody, "{}", "422 invalid_values"),
    row("POST /sessions/two-factor", Anybody, r#"{"challenge":"x","code":"123456"}"#, "404 token_unknown"),
    row("GET /invitations/<token>", Anybody, "", "404 token_unknown"),
    row("GET /ownership-transfers/<token>", Anybody, "", "404 token_unknown"),
    // What is everybody's own.
    row("GET /account", Person(&["account:read"]), "", "200"),
    row("PATCH /account", Person(&["account:update"]), r#"{"locale":"de"}"#, "200"),
    row("DELETE /account", Person(NO_KEY), r#"{"password":"wrong"}"#, "403 wrong_password"),
    row("PUT /account/password", Person(NO_KEY), r#"{"current":"wrong","new":"seventeen patient magpies"}"#, "403 wrong_password"),
    row("POST /account/email-changes", Person(NO_KEY), r#"{"password":"wrong","email":"new@mail.example"}"#, "403 wrong_password"),
    row("GET /account/two-factor", Person(NO_KEY), "", "200"),
    row("POST /account/two-factor/setup", Person(NO_KEY), r#"{"password":"wrong"}"#, "403 wrong_password"),
    row("POST /account/two-factor/enable", Person(NO_KEY), r#"{"code":"123456"}"#, "409 two_factor_not_set_up"),
    row("POST /account/two-factor/disable", Person(NO_KEY), r#"{"password":"{password}","code":"123456"}"#, "409 two_factor_off"),
    row("POST /account/two-factor/recovery-codes", Person(NO_KEY), r#"{"password":"{password}","code":"123456"}"#, "409 two_factor_off"),
    row("GET /account/logins", Person(NO_KEY), "", "200"),
    row("GET /account/export", Person(NO_KEY), "", "200"),
    row("GET /account/invitations", Person(&["account:read"]), "", "200"),
    row("GET /account/api-keys", Person(NO_KEY), "", "200"),
    row("POST /account/api-keys", Person(NO_KEY), r#"{"name":"Another","scopes":["account:read"]}"#, "201"),
    row("DELETE /account/api-keys/<id>", Holder(404, "api_key_not_found"), "", "204"),
    row("GET /jobs/<id>", Holder(404, "job_not_found"), "", "200"),
    row("DELETE /jobs/<id>", Holder(404, "job_not_found"), "", "409 job_not_scheduled"),
    row("GET /sessions", Person(NO_KEY), "", "200"),
    row("DELETE /sessions", Person(NO_KEY), "", "204"),
    row("DELETE /sessions/<id>", Holder(404, "session_not_found"), "", "204"),
    row("GET /sessions/current", Person(&["account:read", "org:read"]), "", "200"),
    row("DELETE /sessions/current", Person(NO_KEY), "", "204"),
    row("POST /sessions/current/refresh", Person(NO_KEY), "", "200"),
    row("PUT /sessions/current/org", ActFor, r#"{"org_id":"{id}"}"#, "200"),
    row("GET /orgs", Person(&["account:read"]), "", "200"),
    row("POST /orgs", Person(&["orgs:create"]), r#"{"name":"Hooli"}"#, "201"),
    row("POST /invitations/<token>/accept", Holder(404, "invitation_not_found"), "", "200"),
    row("POST /invitations/<token>/decline", Holder(404, "invitation_not_found"), "", "204"),
    row("POST /ownership-transfers/<token>/accept", Holder(403, "wrong_account"), "", "200"),
    row("POST /ownership-transfers/<token>/decline", Letter, "", "204"),
    // What is an org's.
    row("GET /orgs/<id>", In(Member, &["org:read"]), "", "200"),
    row("PATCH /orgs/<id>", In(Admin, &["org:update"]), r#"{"country":"DE"}"#, "200"),
    row("DELETE /orgs/<id>", In(Owner, NO_KEY), r#"{"password":"{password}"}"#, "202"),
    row("GET /orgs/<id>/members", In(Member, &["members:read"]), "", "200"),
    row("PATCH /orgs/<id>/members/<user_id>", In(Admin, &["members:manage"]), r#"{"role":"admin"}"#, "200"),
    row("DELETE /orgs/<id>/members/<user_id>", In(Admin, &["members:manage"]), "", "204"),
    row("GET /orgs/<id>/invitations", In(Admin, &["invitations:manage"]), "", "200"),
    row("POST /orgs/<id>/invitations", In(Admin, &["invitations:manage"]), r#"{"email":"{email}","role":"member"}"#, "201"),
    row("DELETE /orgs/<id>/invitations/<invitation_id>", In(Admin, &["invitations:manage"]), "", "204"),
    row("POST /orgs/<id>/invitations/<invitation_id>/resend", In(Admin, &["invitations:manage"]), "", "200"),
    row("GET /orgs/<id>/audit", In(Admin, &["audit:read"]), "", "200"),
    row("GET /orgs/<id>/ownership-transfers", In(Owner, NO_KEY), "", "200"),
    row("POST /orgs/<id>/ownership-transfers", In(Owner, NO_KEY), r#"{"user_id":"{user_id}","password":"{password}"}"#, "201"),
    row("DELETE /orgs/<id>/ownership-transfers/<transfer_id>", In(Owner, NO_KEY), "", "204"),
    // What operators do.
    row("GET /admin/users", Operator, "", "200"),
    row("GET /admin/users/<id>", Operator, "", "200"),
    row("POST /admin/users/<id>/suspend", Operator, "", "200"),
    row("POST /admin/users/<id>/restore", Operator, "", "200"),
    row("POST /admin/users/<id>/sign-out", Operator, "", "204"),
    row("POST /admin/users/<id>/two-factor/reset", Operator, "", "200"),
    row("POST /admin/users/<id>/support-login", Operator, "", "201"),
    row("PUT /admin/users/<id>/email", Operator, r#"{"email":"{email}"}"#, "200"),
    row("GET /admin/orgs", Operator, "", "200"),
    row("GET /admin/orgs/<id>", Operator, "", "200"),
    row("GET /admin/orgs/<id>/members", Operator, "", "200"),
    row("GET /admin/sign-up-domains", Operator, "", "200"),
    row("POST /admin/sign-up-domains", Operator, r#"{"title":"Partners"}"#, "201"),
    row("GET /admin/sign-up-domains/<id>", Operator, "", "200"),
    row("PATCH /admin/sign-up-domains/<id>", Operator, r#"{"title":"Friends"}"#, "200"),
    row("DELETE /admin/sign-up-domains/<id>", Operator, "", "204"),
    row("GET /admin/audit", Operator, "", "200"),
    row("GET /admin/audit/verification", Operator, "", "200"),
    row("GET /admin/jobs", Operator, "", "200"),
    row("GET /admin/keys", Operator, "", "200"),
    row("POST /admin/keys/rotate", Operator, "", "201"),
    row("GET /admin/settings", Operator, "", "200"),
    row("GET /admin/health", Operator, "", "200"),
    row("GET /admin/mail", Operator, "", "200"),
    row("POST /admin/mail/test", Operator, r#"{"to":"{email}"}"#, "201"),
    row("GET /admin/mail/<id>", Operator, "", "200"),
    row("POST /admin/mail/<id>/resend", Operator, "", "200"),
    row("POST /admin/mail/<id>/cancel", Operator, "", "200"),
];
