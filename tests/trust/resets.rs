//! T26: whose password a reset sets, its token says, and nothing else.

use gatepost::model::UserId;
use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use super::doors::is_opened;
use crate::support::{Answer, PASSWORD, Person, TestApp};

const NEW: &str = "seventeen patient magpies";

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": password})).await
}

/// Broken: members that nobody asked for were passed over.
#[rocket::async_test]
async fn t26_a_reset_sets_the_password_of_the_tokens_person_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    app.anonymous().post("/password-resets", json!({"email": adam.email})).await.expect(202);
    let token = app.last_letter_to(&adam.email).await.token("reset");
    let path = format!("/api/v1/password-resets/{token}");
    let named = [("user_id", &june.id), ("id", &june.id), ("email", &june.email), ("sub", &june.id)];

    // In the body it is refused, and the link stays good.
    for (member, value) in named {
        let mut body = json!({"password": NEW});
        body[member] = Value::from(value.as_str());
        let refusal = app.anonymous().send(Method::Post, &path, Some(body.to_string())).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults()[0].1, "unknown_field");
    }
    // Elsewhere it does not matter, nor does who calls.
    let query: Vec<String> = named.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let caller = june.api(&app).header("X-User-Id", &june.id);
    let url = format!("{path}?{}", query.join("&"));
    let reset = caller.send(Method::Post, &url, Some(json!({"password": NEW}).to_string())).await.expect(200);
    assert_eq!(reset.str("/user/id"), adam.id);

    sign_in(&app, &adam.email, NEW).await.expect(201);
    sign_in(&app, &june.email, NEW).await.expect_refusal(401, "wrong_credentials");
    sign_in(&app, &june.email, PASSWORD).await.expect(201);
    june.api(&app).get("/account").await.expect(200);
    adam.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
}

/// Broken: a person's id passed for a link to their password.
#[rocket::async_test]
async fn t26_neither_an_id_nor_an_address_passes_for_a_link() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    for instead in [&june.id, &june.session_id, &june.email, &june.org_id] {
        let path = format!("/password-resets/{instead}");
        app.anonymous().get(&path).await.expect_refusal(404, "token_unknown");
        let set = app.anonymous().post(&path, json!({"password": NEW})).await;
        set.expect_refusal(404, "token_unknown");
    }
    sign_in(&app, &june.email, PASSWORD).await.expect(201);
}

/// Sets another password by the call of a dialect, and names somebody beside the token: in the query, or in the body too.
async fn reset_by_dialect(
    app: &TestApp,
    dialect: &str,
    (token, password): (&str, &str),
    (member, value): &(&str, Value),
    is_in_body: bool,
) -> Answer {
    let mut body = json!({"token": token, "password": password});
    let path = match dialect {
        "pm415" => {
            body["confirmation"] = json!(password);
            "/api/account/changepassword"
        }
        "cycle" => "/v1/account/reset-password",
        "backstack" => {
            body["confirm"] = json!(password);
            "/v1/auth/reset-password"
        }
        _ => "/v1/orgs/account-management/reset-password",
    };
    if is_in_body {
        body[*member] = value.clone();
    }
    let api = if dialect == "polygonid" { app.bearer(token) } else { app.anonymous() };
    let named = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair(member, &named).finish();
    api.send(Method::Post, &format!("{path}?{query}"), Some(body.to_string())).await
}

/// What some dialect calls a person.
fn names_of(person: &Person) -> Vec<(&'static str, Value)> {
    let id: UserId = person.id.parse().unwrap();
    vec![
        ("id", json!(person.id)),
        ("user_id", json!(ids::user(id))),
        ("account_id", json!(person.id.replace('-', "")[..24])),
        ("userId", json!(id.number().get())),
        ("usersId", json!([id.number().get()])),
        ("username", json!(person.email)),
        ("email", json!(person.email)),
        ("email", json!({"address": person.email})),
    ]
}

/// To break it: look for the person of an id or an address that comes with the token.
#[rocket::async_test]
async fn t26_a_reset_through_a_dialect_sets_the_password_of_the_tokens_person_alone() {
    for dialect in ["pm415", "cycle", "backstack", "polygonid"] {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let adam = app.joiner(&june, "adam@acme.example", "member").await;
        let named = names_of(&june);
        let tries = named.iter().flat_map(|name| [(name, true), (name, false)]);
        for (n, (name, is_in_body)) in tries.enumerate() {
            let what = format!("{dialect} with {name:?}, in the body: {is_in_body}");
            app.anonymous().post("/password-resets", json!({"email": adam.email})).await.expect(202);
            let token = app.last_token_to(&adam.email, "reset").await;
            let password = format!("Wandering {n} copper teapots!");
            let answer = reset_by_dialect(&app, dialect, (&token, &password), name, is_in_body).await;
            // In a body it may be refused.
            let is_set = is_opened(&answer);
            assert!(is_set || (is_in_body && matches!(answer.status, 400 | 422)), "{what}: {}", answer.text);
            let adams = sign_in(&app, &adam.email, &password).await;
            assert_eq!(adams.status, if is_set { 201 } else { 401 }, "{what}");
            sign_in(&app, &june.email, &password).await.expect_refusal(401, "wrong_credentials");
            sign_in(&app, &june.email, PASSWORD).await.expect(201);
            june.who_am_i(&app).await.expect(200);
        }
    }
}
