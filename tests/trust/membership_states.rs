//! T8: every route of an org, by whoever is anything or nothing in it.

use std::collections::BTreeMap;

use gatepost::model::UserId;
use gatepost::store::{StoreError, Topic, Write};
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

/// What a caller must be at least, to make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Least {
    Member,
    Admin,
}

/// A route of an org, as its row below has it.
struct Route {
    least: Least,
    body: Option<Value>,
}

/// Every route of an org, by method and path. One that the document has and this table has not fails.
fn routes() -> BTreeMap<&'static str, Route> {
    let row = |call, least, body| (call, Route { least, body });
    [
        row("get /orgs/{id}", Least::Member, None),
        row("patch /orgs/{id}", Least::Admin, Some(json!({"country": "DE"}))),
        row("get /orgs/{id}/members", Least::Member, None),
        row("patch /orgs/{id}/members/{user_id}", Least::Admin, Some(json!({"role": "member"}))),
        row("delete /orgs/{id}/members/{user_id}", Least::Admin, None),
        row("get /orgs/{id}/invitations", Least::Admin, None),
        row(
            "post /orgs/{id}/invitations",
            Least::Admin,
            Some(json!({"email": "new@mail.example", "role": "member"})),
        ),
        row("delete /orgs/{id}/invitations/{invitation_id}", Least::Admin, None),
        row("post /orgs/{id}/invitations/{invitation_id}/resend", Least::Admin, None),
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
        suspend(&app, &suspended).await;
        Self { app, owner, admin, member, pending, suspended, outsider, made: 0 }
    }

    /// Makes what a path names, and fills it in.
    async fn fill(&mut self, template: &str) -> String {
        self.made += 1;
        let email = format!("guest{}@mail.example", self.made);
        let mut path = template.replace("{id}", &self.owner.org_id);
        if path.contains("{user_id}") {
            path = path.replace("{user_id}", &self.app.joiner(&self.owner, &email, "member").await.id);
        }
        if path.contains("{invitation_id}") {
            path = path.replace("{invitation_id}", &self.app.invitation(&self.owner, &email).await.id);
        }
        assert!(!path.contains('{'), "nothing fills {path}");
        path
    }

    async fn call(&self, by: Option<&Person>, call: &str, path: &str, body: Option<&Value>) -> Answer {
        let api = by.map_or_else(|| self.app.anonymous(), |person| person.api(&self.app));
        let method = call.split(' ').next().and_then(|method| method.to_uppercase().parse().ok());
        let path = format!("/api/v1{path}");
        api.send(method.expect("a method"), &path, body.map(Value::to_string)).await
    }
}

/// Shuts an account as an operator does.
async fn suspend(app: &TestApp, person: &Person) {
    const SUSPEND: &str = "UPDATE users SET state = 'suspended' WHERE id = ?1";
    let id: UserId = person.id.parse().expect("an id");
    let shut = move |tx: &mut dyn Write| -> Result<(), StoreError> {
        tx.execute(SUSPEND, &[id.into()])?;
        tx.announce(Topic::User, id.uuid());
        Ok(())
    };
    app.app.store.write(shut).await.expect("the row can be written");
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

/// Broken: whoever waits could do what a member can; then, showing an org asked for no permission.
#[rocket::async_test]
async fn t08_every_route_of_an_org_asks_what_its_caller_is_there() {
    let mut acme = Acme::found().await;
    let routes = routes();
    for call in documented(&acme.app).await {
        let Route { least, body } =
            routes.get(&*call).unwrap_or_else(|| panic!("no row for {call}: say who may make it"));
        let template = call.split_once(' ').expect("method and path").1;
        let path = acme.fill(template).await;
        let refused = [
            (None, 401, "not_signed_in"),
            (Some(&acme.outsider), 404, "org_not_found"),
            (Some(&acme.suspended), 403, "account_suspended"),
            (Some(&acme.pending), 403, "role_too_low"),
        ];
        for (by, status, code) in refused {
            let answer = acme.call(by, &call, &path, body.as_ref()).await;
            assert_eq!((answer.status, answer.str("/code")), (status, code), "{call} by {by:?}");
        }
        if *least > Least::Member {
            let answer = acme.call(Some(&acme.member), &call, &path, body.as_ref()).await;
            assert_eq!((answer.status, answer.str("/code")), (403, "role_too_low"), "{call} by a member");
        }
        let may = [
            (Least::Member, acme.member.clone()),
            (Least::Admin, acme.admin.clone()),
            (Least::Admin, acme.owner.clone()),
        ];
        for (_, person) in may.into_iter().filter(|(level, _)| level >= least) {
            let path = acme.fill(template).await;
            let answer = acme.call(Some(&person), &call, &path, body.as_ref()).await;
            assert!(matches!(answer.status, 200..=204), "{call} by {}: {}", person.email, answer.text);
        }
    }
}

/// Broken: acting for an org did not look at whether one waits there.
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
