//! T26: whose password a reset sets, its token says, and nothing else.

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp};

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
