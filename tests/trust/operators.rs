//! T7 and T17 for those who run the service: nobody passes for an operator, and an operator locks nobody out for good.

use std::collections::{BTreeMap, BTreeSet};

use rocket::futures::future::join;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Api, PASSWORD, Person, ROUNDS, TestApp};

const BASE: &str = "/api/v1/admin/";

/// Every route for operators, with a body it takes. One that is mounted and has no row fails: whether anybody else
/// may call it is to be decided, not to happen.
fn rows() -> BTreeMap<&'static str, Value> {
    [
        ("GET users", Value::Null),
        ("GET users/<id>", Value::Null),
        ("POST users/<id>/suspend", Value::Null),
        ("POST users/<id>/restore", Value::Null),
        ("POST users/<id>/sign-out", Value::Null),
        ("POST users/<id>/two-factor/reset", Value::Null),
        ("POST users/<id>/support-login", Value::Null),
        ("PUT users/<id>/email", json!({"email": "new@mail.example"})),
        ("GET orgs", Value::Null),
        ("GET orgs/<id>", Value::Null),
        ("GET orgs/<id>/members", Value::Null),
        ("GET sign-up-domains", Value::Null),
        ("POST sign-up-domains", json!({"title": "Partners"})),
        ("GET sign-up-domains/<id>", Value::Null),
        ("PATCH sign-up-domains/<id>", json!({"title": "Friends"})),
        ("DELETE sign-up-domains/<id>", Value::Null),
        ("GET audit", Value::Null),
        ("GET audit/verification", Value::Null),
        ("GET jobs", Value::Null),
        ("GET keys", Value::Null),
        ("POST keys/rotate", Value::Null),
        ("GET settings", Value::Null),
        ("GET health", Value::Null),
        ("GET mail", Value::Null),
        ("POST mail/test", json!({"to": "june@acme.example"})),
        ("GET mail/<id>", Value::Null),
        ("POST mail/<id>/resend", Value::Null),
        ("POST mail/<id>/cancel", Value::Null),
    ]
    .into()
}

/// The routes for operators as they are mounted, by method and path below [`BASE`].
fn mounted(app: &TestApp) -> BTreeSet<String> {
    let routes = app.rocket().routes().filter(|route| route.method != Method::Options);
    routes
        .filter_map(|route| Some(format!("{} {}", route.method, route.uri.path().strip_prefix(BASE)?)))
        .collect()
}

/// What the routes name.
struct World {
    app: TestApp,
    operator: Person,
    /// Somebody with an org and a second factor.
    june: Person,
    /// A closed one.
    sign_up_domain_id: String,
    /// One that waits.
    letter_id: String,
}

impl World {
    async fn made() -> Self {
        let app = TestApp::start().await;
        let operator = app.operator("rita@root.example").await;
        let june = app.founder("june@acme.example", "Acme").await;
        june.turn_two_factor_on(&app).await;
        june.api(&app).patch("/account", json!({"allow_support_login": true})).await.expect(200);
        app.letters().await;
        let api = operator.api(&app);
        let domain = api.post("/admin/sign-up-domains", json!({"title": "Partners"})).await.expect(201);
        let letter = api.post("/admin/mail/test", json!({"to": "june@acme.example"})).await.expect(201);
        let (sign_up_domain_id, letter_id) = (domain.str("/id").to_owned(), letter.str("/id").to_owned());
        Self { app, operator, june, sign_up_domain_id, letter_id }
    }

    fn path(&self, route: &str) -> String {
        let (kind, _) = route.split_once('/').unwrap_or((route, ""));
        let id = match kind {
            "users" => &self.june.id,
            "orgs" => &self.june.org_id,
            "sign-up-domains" => &self.sign_up_domain_id,
            "mail" => &self.letter_id,
            _ if !route.contains("<id>") => "",
            _ => panic!("what does <id> name in {route}? Tell it here"),
        };
        format!("{BASE}{}", route.replace("<id>", id))
    }

    async fn call(&self, api: &Api<'_>, call: &str, body: &Value) -> Answer {
        let (method, route) = call.split_once(' ').expect("a method and a path");
        let body = (!body.is_null()).then(|| body.to_string());
        api.send(method.parse().expect("a method"), &self.path(route), body).await
    }

    /// What an operator sees of the person, their org and what was done.
    async fn seen(&self) -> Vec<Value> {
        let api = self.operator.api(&self.app);
        let mut seen = Vec::new();
        for route in [
            "users",
            "users/<id>",
            "orgs",
            "orgs/<id>/members",
            "sign-up-domains",
            "mail",
            "mail/<id>",
            "keys",
        ] {
            seen.push(api.send(Method::Get, &self.path(route), None).await.expect(200).body);
        }
        seen
    }
}

/// Broken: a row was left out.
#[rocket::async_test]
async fn t07_no_route_for_operators_is_left_out() {
    let app = TestApp::start().await;
    assert_eq!(mounted(&app), rows().into_keys().map(str::to_owned).collect());
}

/// Broken: the guard let everybody pass, and listing people did not ask again.
#[rocket::async_test]
async fn t07_nobody_but_an_operator_with_a_session_calls_a_route_for_operators() {
    let world = World::made().await;
    let app = &world.app;
    let admin = app.joiner(&world.june, "adam@acme.example", "admin").await;
    let member = app.joiner(&world.june, "mia@acme.example", "member").await;
    let outsider = app.founder("olga@globex.example", "Globex").await;
    let key = world.operator.api_key(app, &["account:read", "account:update", "orgs:create"]).await;
    let suspended = app.operator("sam@root.example").await;
    suspended.who_am_i(app).await.expect(200);
    app.suspend(&suspended).await;
    let before = world.seen().await;
    for (call, body) in rows() {
        for person in [&world.june, &admin, &member, &outsider] {
            let answer = world.call(&person.api(app), call, &body).await;
            assert_eq!(answer.status, 403, "{call} by {}: {}", person.email, answer.text);
            answer.expect_refusal(403, "operator_required");
        }
        world.call(&app.anonymous(), call, &body).await.expect_refusal(401, "not_signed_in");
        world.call(&suspended.api(app), call, &body).await.expect_refusal(403, "account_suspended");
        let answer = world.call(&key.api(app), call, &body).await;
        assert_eq!(answer.str("/code"), "session_required", "{call}: {}", answer.text);
    }
    assert_eq!(world.seen().await, before);
}

/// The rows are right: an operator may call each.
///
/// Broken: a route was given an id of another kind.
#[rocket::async_test]
async fn t07_an_operator_calls_every_route() {
    for (call, body) in rows() {
        let world = World::made().await;
        let answer = world.call(&world.operator.api(&world.app), call, &body).await;
        assert!(matches!(answer.status, 200..=204), "{call}: {}", answer.text);
    }
}

/// Broken: whoever suspends was not asked whether it is themselves; then, deleting an account did not ask for another
/// operator.
#[rocket::async_test]
async fn t12_there_is_always_an_operator_left() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let path = |call: &str| format!("/admin/users/{}/{call}", rita.id);
    for call in ["suspend", "restore", "sign-out", "two-factor/reset"] {
        rita.api(&app).post_empty(&path(call)).await.expect_refusal(403, "own_account");
    }
    let address = json!({"email": "new@root.example"});
    rita.api(&app).put(&path("email"), address).await.expect_refusal(403, "own_account");
    rita.delete_account(&app).await.expect_refusal(409, "last_operator");
    let sam = app.operator("sam@root.example").await;
    rita.delete_account(&app).await.expect(202);
    sam.delete_account(&app).await.expect_refusal(409, "last_operator");
}

/// Broken: the operator was read before the transaction.
#[rocket::async_test]
async fn t12_of_two_operators_who_suspend_each_other_at_once_one_stays() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let rita = app.operator(&format!("rita{round}@root.example")).await;
        let sam = app.operator(&format!("sam{round}@root.example")).await;
        let suspend = async |by: &Person, whom: &Person| {
            by.api(&app).post_empty(&format!("/admin/users/{}/suspend", whom.id)).await
        };
        let (first, second) = Box::pin(join(suspend(&rita, &sam), suspend(&sam, &rita))).await;
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert!(statuses == [200, 401] || statuses == [200, 403], "{} {}", first.text, second.text);
    }
}

/// Broken: sessions went on; then, so did links that were mailed before.
#[rocket::async_test]
async fn t15_nothing_of_a_person_works_after_an_operator_shut_them_out() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    for call in ["suspend", "sign-out", "two-factor/reset"] {
        let june = app.loner(&format!("june.{}@acme.example", call.replace('/', "."))).await;
        let device = june.turn_two_factor_on(&app).await;
        app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
        let reset = app.last_letter_to(&june.email).await.token("reset");
        let challenge = app.challenge(&june.email).await;
        let key = june.api_key(&app, &["account:read"]).await;
        june.who_am_i(&app).await.expect(200);
        key.api(&app).get("/account").await.expect(200);
        let answer = rita.api(&app).post_empty(&format!("/admin/users/{}/{call}", june.id)).await;
        assert!(matches!(answer.status, 200 | 204), "{call}: {}", answer.text);

        june.who_am_i(&app).await.expect(401);
        june.api(&app).post_empty("/sessions/current/refresh").await.expect(401);
        let with_key = key.api(&app).get("/account").await;
        let half = app.complete(&challenge, ("code", &device.code(&app))).await;
        let link = app.anonymous().get(&format!("/password-resets/{reset}")).await;
        match call {
            "suspend" => {
                with_key.expect_refusal(403, "account_suspended");
                half.expect_refusal(403, "account_suspended");
                let body = json!({"email": june.email, "password": PASSWORD});
                app.anonymous().post("/sessions", body).await.expect_refusal(403, "account_suspended");
            }
            "two-factor/reset" => {
                with_key.expect(200);
                half.expect_refusal(410, "token_spent");
                link.expect_refusal(410, "token_spent");
                app.sign_in(&june.email).await;
            }
            _ => {
                with_key.expect(200);
                half.expect(201);
            }
        }
    }
}

/// T24 and T26: an address that an operator sets is as unproven as any, and the mailbox that was left has no say.
///
/// Broken: the address counted as proven; then, links in the old mailbox stayed good.
#[rocket::async_test]
async fn t24_an_address_set_by_an_operator_is_unproven_and_the_old_mailbox_has_no_say() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@old.example").await;
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    let links = app.ask_for_address(&june, "elsewhere@old.example").await;
    let path = format!("/admin/users/{}/email", june.id);
    let set = rita.api(&app).put(&path, json!({"email": "june@new.example"})).await.expect(200);
    assert_eq!(set.body["email"]["verified"], false);

    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let look = app.anonymous().get(&format!("/password-resets/{reset}")).await;
    look.expect_refusal(410, "token_spent");
    for (token, step) in [(&links.accept, "accept"), (&links.deny, "deny"), (&links.confirm, "confirm")] {
        let path = format!("/email-changes/{token}/{step}");
        app.anonymous().post_empty(&path).await.expect_refusal(410, "token_spent");
    }
    let body = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
    let told = app.last_letter_to(&june.email).await;
    assert!(told.text.contains("another email address") && !told.text.contains("token="), "{}", told.text);
    app.activate("june@new.example").await;
    let june = app.sign_in("june@new.example").await;
    assert_eq!(june.who_am_i(&app).await.body["user"]["email"]["verified"], true);
}
