//! Another password: by the current one, or by a letter.

use std::time::Duration;

use gatepost::model::Dialect;
use rocket::http::Method;
use serde_json::json;

use super::{expect_failure, load};
use crate::support::{Answer, TestApp};

/// The one of the document's example.
const NEW: &str = "stringst";

async fn sign_in(app: &TestApp, email: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": NEW})).await
}

#[rocket::async_test]
async fn the_password_is_changed_by_the_current_one() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let other = app.sign_in(&june.email).await;
    for case in [
        "c1_change_password_nothing",
        "c1_change_password_no_new",
        "c1_change_password_type",
        "c1_change_password_short",
        "c1_change_password_wrong",
    ] {
        load(case).with("token", &june.token).send(&app).await.matches();
    }
    other.who_am_i(&app).await.expect(200);
    load("c1_change_password").with("token", &june.token).send(&app).await.matches();
    june.who_am_i(&app).await.expect(200);
    other.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    assert!(app.last_letter_to(&june.email).await.subject.contains("password was changed"));
    sign_in(&app, &june.email).await.expect(201);
}

#[rocket::async_test]
async fn guessing_at_the_current_password_locks() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for _ in 0..10 {
        load("c1_change_password_wrong").with("token", &june.token).send(&app).await.matches();
    }
    let body = json!({"current": "wrong", "new": NEW}).to_string();
    let locked = june.api(&app).send(Method::Patch, "/v1/account/password", Some(body)).await;
    expect_failure(&locked, 429, "429.rate-limiting");
    assert!(locked.header("retry-after").is_some());
}

#[rocket::async_test]
async fn strictness_puts_the_services_own_rule_first() {
    let app = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let june = app.loner("june@acme.example").await;
    load("c1_change_password_weak").with("token", &june.token).send(&app).await.matches();
}

#[rocket::async_test]
async fn a_forgotten_password_is_set_anew_by_two_calls() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    load("c1_reset_request").with("email", &june.email).send(&app).await.matches();
    let token = app.last_letter_to(&june.email).await.token("reset");
    load("c1_reset_short").with("reset", &token).send(&app).await.matches();
    load("c1_reset").with("reset", &token).send(&app).await.matches();
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    sign_in(&app, &june.email).await.expect(201);
    for reset in [&token, "string", &june.token] {
        load("c1_reset_bad_token").with("reset", reset).send(&app).await.matches();
    }
    load("c1_reset_request").with("email", &june.email).send(&app).await.matches();
    let token = app.last_letter_to(&june.email).await.token("reset");
    app.clock.advance(Duration::from_hours(1));
    load("c1_reset_bad_token").with("reset", &token).send(&app).await.matches();
}

#[rocket::async_test]
async fn the_first_call_tells_nobody_who_has_an_account() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let known = load("c1_reset_request").with("email", "june@acme.example").send(&app).await.matches();
    let unknown = load("c1_reset_request").with("email", "nobody@acme.example").send(&app).await.matches();
    assert_eq!(known.shape(), unknown.shape());
    assert!(app.letters_to("nobody@acme.example").await.is_empty());
}

#[rocket::async_test]
async fn neither_call_is_told_where_it_falls_short() {
    let app = TestApp::start().await;
    for case in [
        "c1_reset_nothing",
        "c1_reset_no_address",
        "c1_reset_bad_address",
        "c1_reset_email_type",
        "c1_reset_no_password",
        "c1_reset_no_token",
    ] {
        load(case).send(&app).await.matches();
    }
}

#[rocket::async_test]
async fn its_letter_leads_to_the_portal_where_one_is_set() {
    let portal = "https://portal.acme.example";
    let app = TestApp::start_with(|setup| {
        setup.rules.dialects.app_urls.insert(Dialect::Cycle, portal.to_owned());
    })
    .await;
    app.loner("june@acme.example").await;
    load("c1_reset_request").with("email", "june@acme.example").send(&app).await.matches();
    let letter = app.last_letter_to("june@acme.example").await;
    assert!(letter.link("reset").starts_with(&format!("{portal}/reset?token=")), "{}", letter.text);
}

#[rocket::async_test]
async fn too_many_letters_are_refused() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    for _ in 0..100 {
        let body = json!({"email": {"address": "june@acme.example"}}).to_string();
        app.anonymous().send(Method::Post, "/v1/account/reset-password", Some(body)).await;
    }
    load("c0_rate_limited").send(&app).await.matches();
}
