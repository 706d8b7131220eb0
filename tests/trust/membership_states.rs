//! T8: every route of an org, by whoever is anything or nothing in it.

use std::collections::BTreeMap;

use gatepost::model::Role;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

/// A route of an org, as its row below has it.
struct Route {
    /// What a caller must be at least.
    least: Role,
    body: Option<Value>,
}

/// Every route of an org, by method and path. One that the document has and this table has not fails.
fn routes() -> BTreeMap<&'static str, Route> {
    let row = |call, least, body| (call, Route { least, body });
    [
        row("get /orgs/{id}", Role::Member, None),
        row("patch /orgs/{id}", Role::Admin, Some(json!({"country": "DE"}))),
        row("delete /orgs/{id}", Role::Owner, Some(json!({"password": PASSWORD}))),
        row("get /orgs/{id}/members", Role::Member, None),
        row("patch /orgs/{id}/members/{user_id}", Role::Admin, Some(json!({"role": "member"}))),
        row("delete /orgs/{id}/members/{user_id}", Role::Admin, None),
        row("get /orgs/{id}/invitations", Role::Admin, None),
        row("get /orgs/{id}/audit", Role::Admin, None),
        row(
            "post /orgs/{id}/invitations",
            Role::Admin,
            Some(json!({"email": "new@mail.example", "role": "member"})),
        ),
        row("delete /orgs/{id}/invitations/{invitation_id}", Role::Admin, None),
        row("post /orgs/{id}/invitations/{invitation_id}/resend", Role::Admin, None),
        row("get /orgs/{id}/ownership-transfers", Role::Owner, None),
        row(
            "post /orgs/{id}/ownership-transfers",
            Role::Owner,
            Some(json!({"user_id": "{user_id}", "password": PASSWORD})),
        ),
        row("delete /orgs/{id}/ownership-transfers/{transfer_id}", Role::Owner, None),
    ]
    .into()
}

/// An org with somebody in every state.
struct Acme {
    app: TestApp,
    owner: Person,
    admin: Person,
    member: Person,
    pending: Person,
    suspended: Person,
    outsider: Person,
    /// How many were made for a call to act on.
    made: usize,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("owner@acme.example", "Acme").await;
        let admin = app.joiner(&owner, "admin@acme.example", "admin").await;
        let member = app.joiner(&owner, "member@acme.example", "member").await;
        let suspended = app.joiner(&owner, "suspended@acme.example", "owner").await;
        let need_approval = |need: bool| json!({"invitations_need_approval": need});
        owner.api(&app).patch(&owner.org(""), need_approval(true)).await.expect(200);
        let pending = app.joiner(&owner, "pending@acme.example", "owner").await;
        owner.api(&app).patch(&owner.org(""), need_approval(false)).await.expect(200);
        let outsider = app.founder("outsider@evil.example", "Evil").await;
        app.suspend(&suspended).await;
        Self { app, owner, admin, member, pending, suspended, outsider, made: 0 }
    }

    /// Makes what a call names, and fills it into its path and body.
    async fn fill(&mut self, template: &str, body: Option<&Value>) -> (String, Option<String>) {
        self.made += 1;
        let email = format!("guest{}@mail.example", self.made);
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut call = format!("{template} {body}").replace("{id}", &self.owner.org_id);
        if call.contains("{user_id}") {
            call = call.replace("{user_id}", &self.app.joiner(&self.owner, &email, "member").await.id);
        }
        if call.contains("{invitation_id}") {
            call = call.replace("{invitation_id}", &self.app.invitation(&self.owner, &email).await.id);
        }
        if call.contains("{transfer_id}") {
            let successor = self.app.joiner(&self.owner, &email, "member").await;
            call = call.replace("{transfer_id}", &self.app.ask_to_take_over(&self.owner, &successor).await.0);
        }
        let (path, body) = call.split_once(' ').expect("a path and a body");
        assert!(!path.contains('{'), "nothing fills {path}");
        (path.to_owned(), (!body.is_empty()).then(|| body.to_owned()))
    }

    async fn call(&self, by: Option<&Person>, call: &str, path: &str, body: Option<String>) -> Answer {
        let api = by.map_or_else(|| self.app.anonymous(), |person| person.api(&self.app));
        let method = call.split(' ').next().and_then(|method| method.to_uppercase().parse().ok());
        let path = format!("/api/v1{path}");
        api.send(method.expect("a method"), &path, body).await
    }
}

/// The routes of an org that the document tells of: method and path.
async fn documented(app: &TestApp) -> Vec<String> {
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
    let paths = document.body["paths"].as_object().expect("paths");
    let mut calls = Vec::new();
    for (path, item) in paths {
        let Some(path) = path.strip_prefix("/api/v1").filter(|path| path.starts_with("/orgs/{")) else {
            continue;
        };
        calls.extend(item.as_object().expect("operations").keys().map(|method| format!("{method} {path}")));
    }
    assert!(calls.len() >= 9, "{calls:?}");
    calls
}

/// Broken: whoever waits could see the org; then, whoever joined an org that approves its people did not wait.
#[rocket::async_test]
async fn t08_every_route_of_an_org_asks_what_its_caller_is_there() {
    let mut acme = Acme::found().await;
    let routes = routes();
    for call in documented(&acme.app).await {
        let Route { least, body } =
            routes.get(&*call).unwrap_or_else(|| panic!("no row for {call}: say who may make it"));
        let template = call.split_once(' ').expect("method and path").1;
        let (path, sent) = acme.fill(template, body.as_ref()).await;
        let refused = [
            (None, 401, "not_signed_in"),
            (Some(&acme.outsider), 404, "org_not_found"),
            (Some(&acme.suspended), 403, "account_suspended"),
            (Some(&acme.pending), 403, "role_too_low"),
        ];
        for (by, status, code) in refused {
            let answer = acme.call(by, &call, &path, sent.clone()).await;
            assert_eq!((answer.status, answer.str("/code")), (status, code), "{call} by {by:?}");
        }
        let roles = [
            (Role::Member, acme.member.clone()),
            (Role::Admin, acme.admin.clone()),
            (Role::Owner, acme.owner.clone()),
        ];
        for (role, person) in roles {
            if role < *least {
                let answer = acme.call(Some(&person), &call, &path, sent.clone()).await;
                assert_eq!((answer.status, answer.str("/code")), (403, "role_too_low"), "{call} by {role:?}");
            } else {
                let (path, sent) = acme.fill(template, body.as_ref()).await;
                let answer = acme.call(Some(&person), &call, &path, sent).await;
                assert!(matches!(answer.status, 200..=204), "{call} by {role:?}: {}", answer.text);
                if answer.status == 202 {
                    // The other calls need the org.
                    person.take_back(&acme.app, &answer).await.expect(204);
                }
            }
        }
    }
}

/// Broken: whoever joined an org that approves its people did not wait.
#[rocket::async_test]
async fn t08_who_waits_acts_for_the_org_by_no_session() {
    let acme = Acme::found().await;
    let (app, pending) = (&acme.app, &acme.pending);
    let org = json!({"org_id": acme.owner.org_id});
    pending.api(app).put("/sessions/current/org", org).await.expect_refusal(404, "org_not_found");
    let sign_in = json!({"email": pending.email, "password": PASSWORD, "org_id": acme.owner.org_id});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(404, "org_not_found");
    let signed_in = app.sign_in(&pending.email).await;
    let me = signed_in.who_am_i(app).await.expect(200);
    assert_eq!((&me.body["org"], &me.body["role"]), (&Value::Null, &Value::Null));
}

/// Broken: leaving asked for the permission that removing others takes.
#[rocket::async_test]
async fn t08_who_waits_can_leave() {
    let acme = Acme::found().await;
    let own = acme.owner.org(&format!("/members/{}", acme.pending.id));
    acme.pending.api(&acme.app).delete(&own).await.expect(204);
    acme.pending.api(&acme.app).delete(&own).await.expect_refusal(404, "org_not_found");
}
