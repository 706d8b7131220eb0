//! T32: a key does what it is for, and never raises its own rights.

use std::collections::BTreeSet;

use rocket::http::Method;
use serde_json::json;

use super::matrix::rows::{May as Needed, ROWS, Row};
use crate::support::{Answer, ApiKey, PASSWORD, Person, TestApp};

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum May {
    /// Whoever is signed in, and a key with this scope.
    Scope(&'static str),
    /// Whoever is signed in, and no key.
    Session,
    /// Anybody: nobody asks who calls.
    Anybody,
}

use May::{Anybody, Scope, Session};

/// A call that would succeed by a session, or be refused for what it says alone.
struct Call {
    method: Method,
    path: String,
    may: May,
    body: &'static str,
}

const SESSION: &str = "/api/v1/sessions/{id}";
const API_KEY: &str = "/api/v1/account/api-keys/{id}";
const DECLINE: &str = "/api/v1/invitations/{token}/decline";
const DECLINE_TRANSFER: &str = "/api/v1/ownership-transfers/{token}/decline";

/// Every call there is: the rows of the matrix, and what machines ask. What takes things away stands last.
fn calls() -> Vec<Call> {
    let call = |row: &Row| {
        let (method, path) = row.call.split_once(' ').expect("a method and a path");
        let may = match row.may {
            Needed::Anybody => Anybody,
            Needed::Person([scope, ..]) | Needed::In(_, [scope, ..]) => Scope(scope),
            _ => Session,
        };
        let path = format!("/api/v1{}", path.replace('<', "{").replace('>', "}"));
        Call { method: method.parse().expect("a method"), path, may, body: row.body }
    };
    let machines = ["/healthz", "/readyz", "/.well-known/gatepost-keys.json"].map(|path| Call {
        method: Method::Get,
        path: path.to_owned(),
        may: Anybody,
        body: "",
    });
    let mut calls: Vec<Call> = ROWS.iter().map(call).chain(machines).collect();
    calls.sort_by_key(|call| call.method == Method::Delete);
    calls
}

/// An owner whose org has another member and an open invitation, and who is invited elsewhere.
struct World {
    june: Person,
    member_id: String,
    sent_id: String,
    received_id: String,
}

impl World {
    async fn made(app: &TestApp, name: &str) -> Self {
        let june = app.founder(&format!("june@{name}.example"), name).await;
        let member_id = app.joiner(&june, &format!("adam@{name}.example"), "member").await.id;
        let sent_id = app.invitation(&june, &format!("guest@{name}.example")).await.id;
        let olga = app.founder(&format!("olga@{name}.example"), "Elsewhere").await;
        let received_id = app.invitation(&olga, &june.email).await.id;
        Self { june, member_id, sent_id, received_id }
    }

    async fn send(&self, app: &TestApp, key: &ApiKey, call: &Call) -> Answer {
        let id = match &*call.path {
            SESSION => &self.june.session_id,
            API_KEY => &key.id,
            _ => &self.june.org_id,
        };
        let path = call.path.replace("{id}", id).replace("{user_id}", &self.member_id);
        let path = path.replace("{invitation_id}", &self.sent_id).replace("{token}", &self.received_id);
        let path = path.replace("{transfer_id}", &self.received_id);
        let body = call.body.replace("{id}", &self.june.org_id).replace("{user_id}", &self.member_id);
        let body = body.replace("{password}", PASSWORD).replace("{email}", "new@mail.example");
        key.api(app).send(call.method, &path, (!body.is_empty()).then_some(body)).await
    }
}

/// Broken: the check of the session was left out of listing logins; then, the check of the scope out of an org's calls.
#[rocket::async_test]
async fn t32_a_key_makes_the_calls_of_its_scopes_and_no_others() {
    let app = TestApp::start().await;
    let scopes = app.scopes().await;
    let of_calls: BTreeSet<String> = calls()
        .iter()
        .filter_map(|call| if let Scope(scope) = call.may { Some(scope.to_owned()) } else { None })
        // It is for calls of a dialect.
        .chain(["invitations:propose".to_owned()])
        .collect();
    assert_eq!(of_calls, scopes.iter().cloned().collect(), "every scope is for something");
    let single = scopes.iter().map(|scope| vec![scope.as_str()]);
    let all = scopes.iter().map(String::as_str).collect::<Vec<_>>();
    for (n, held) in single.chain([all]).enumerate() {
        let world = World::made(&app, &format!("world{n}")).await;
        let key = world.june.api_key(&app, &held).await;
        for call in calls() {
            let told = || format!("{} {} with {held:?}", call.method, call.path);
            match call.may {
                Anybody => {}
                Session => {
                    let answer = world.send(&app, &key, &call).await;
                    assert_eq!(answer.status, 403, "{}: {}", told(), answer.text);
                    answer.expect_refusal(403, "session_required");
                }
                Scope(scope) if held.contains(&scope) => {
                    let answer = world.send(&app, &key, &call).await;
                    assert!(matches!(answer.status, 200..=204), "{}: {}", told(), answer.text);
                }
                Scope(_) => {
                    let answer = world.send(&app, &key, &call).await;
                    assert_eq!(answer.status, 403, "{}: {}", told(), answer.text);
                    answer.expect_refusal(403, "scope_missing");
                }
            }
        }
        world.june.api(&app).get("/sessions/current").await.expect(200);
        let keys = world.june.api(&app).get("/account/api-keys").await.expect(200);
        assert_eq!(keys.each("/id"), [key.id.as_str()]);
        app.sign_in(&world.june.email).await;
    }
}

/// Broken: the scope of a call was left out of the document.
#[rocket::async_test]
async fn t32_no_call_is_left_out_and_the_document_tells_the_scope_of_each() {
    let app = TestApp::start().await;
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
    let mut documented = BTreeSet::new();
    for (path, item) in document.body["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let told = &operation["security"][0]["bearer"];
            let may = match told.as_array().map(Vec::as_slice) {
                None => "anybody".to_owned(),
                Some([]) => "session".to_owned(),
                Some([scope]) => scope.as_str().unwrap().to_owned(),
                Some(several) => panic!("{several:?}"),
            };
            documented.insert((method.to_uppercase(), path.clone(), may));
        }
    }
    let known: BTreeSet<_> = calls()
        .iter()
        .map(|call| {
            let may = match call.may {
                // Whoever holds its token declines without being signed in.
                Session if [DECLINE, DECLINE_TRANSFER].contains(&&*call.path) => "anybody",
                Session => "session",
                Anybody => "anybody",
                Scope(scope) => scope,
            };
            (call.method.as_str().to_owned(), call.path.clone(), may.to_owned())
        })
        .collect();
    assert_eq!(known, documented);
}

/// Broken: members that nobody asked for were passed over.
#[rocket::async_test]
async fn t32_nobody_makes_a_key_for_somebody_else() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let eve = app.loner("eve@evil.example").await;
    for member in
        ["user_id", "userId", "user", "owner", "owner_id", "created_by", "id", "secret", "prefix", "key"]
    {
        let body = json!({"name": "Program", "scopes": ["account:read"], member: june.id});
        let refusal = eve.api(&app).post("/account/api-keys", body).await;
        let refusal = refusal.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [(format!("/{member}").as_str(), "unknown_field")]);
    }
    for person in [&june, &eve] {
        assert!(person.api(&app).get("/account/api-keys").await.expect(200).items().is_empty());
    }
}

/// Broken: whoever had the scope could change the username.
#[rocket::async_test]
async fn t32_a_key_changes_nothing_that_one_signs_in_with() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read", "account:update"]).await;
    let before = june.api(&app).get("/account").await.expect(200).body;
    for body in [
        json!({"username": "june"}),
        json!({"username": null}),
        json!({"allow_support_login": true}),
        json!({"locale": "de", "allow_support_login": false}),
    ] {
        key.api(&app).patch("/account", body).await.expect_refusal(403, "session_required");
    }
    assert_eq!(june.api(&app).get("/account").await.expect(200).body, before);
}

/// Broken: the scopes of a key counted, and not its person's role.
#[rocket::async_test]
async fn t32_a_key_can_do_no_more_than_its_person_at_that_moment() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    let scopes = app.scopes().await;
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let key = adam.api_key(&app, &scopes).await;
    let (invitations, member) = (june.org("/invitations"), june.org(&format!("/members/{}", mia.id)));
    let give = async |role: &str| {
        let path = june.org(&format!("/members/{}", adam.id));
        june.api(&app).patch(&path, json!({"role": role})).await.expect(200);
    };

    key.api(&app).get(&invitations).await.expect(200);
    key.api(&app).patch(&member, json!({"role": "owner"})).await.expect_refusal(403, "role_above_own");
    let own = june.org(&format!("/members/{}", adam.id));
    key.api(&app).patch(&own, json!({"role": "owner"})).await.expect_refusal(403, "role_above_own");
    give("member").await;
    key.api(&app).get(&invitations).await.expect_refusal(403, "role_too_low");
    key.api(&app).patch(&own, json!({"role": "admin"})).await.expect_refusal(403, "role_too_low");
    key.api(&app).get(&june.org("/members")).await.expect(200);
    give("admin").await;
    key.api(&app).get(&invitations).await.expect(200);
    key.api(&app).delete(&own).await.expect_refusal(403, "session_required");
    june.api(&app).delete(&own).await.expect(204);
    key.api(&app).get(&invitations).await.expect_refusal(404, "org_not_found");
    key.api(&app).get("/account").await.expect(200);
}
