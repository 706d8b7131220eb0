//! `/api/account`: login, forgotten passwords, new orgs.

use std::time::Duration;

use serde_json::json;

use super::{post, strict, try_fixture, try_with};
use crate::support::{Answer, TestApp};

const JUNE: &str = "june@acme.example";
const DAY: Duration = Duration::from_hours(24);

/// June, who founded Acme natively.
async fn with_june() -> TestApp {
    let app = TestApp::start().await;
    app.founder(JUNE, "Acme").await;
    app
}

async fn log_in(app: &TestApp, password: &str) -> Answer {
    post(app, "/api/account/login", json!({"email": JUNE, "password": password})).await
}

/// The token of the newest letter to June.
async fn mailed(app: &TestApp, journey: &str) -> String {
    app.last_token_to(JUNE, journey).await
}

#[rocket::async_test]
async fn somebody_logs_in_and_calls_by_the_token() {
    let app = with_june().await;
    let token = try_fixture(&app, "b1_login").await.str("/token").to_owned();
    app.bearer(&token).get("/account").await.expect(200);
    app.clock.advance(6 * DAY);
    app.bearer(&token).get("/account").await.expect(200);
    app.clock.advance(DAY);
    app.bearer(&token).get("/account").await.expect_refusal(401, "session_expired");
}

#[rocket::async_test]
async fn who_cannot_log_in_is_told_why_in_the_order_of_the_checks() {
    let app = with_june().await;
    try_fixture(&app, "b1_password_required").await;
    try_fixture(&app, "b1_unknown_user").await;
    try_fixture(&app, "b1_wrong_password").await;
    let june = app.sign_in(JUNE).await;
    june.turn_two_factor_on(&app).await;
    try_fixture(&app, "b1_two_factor").await;
}

#[rocket::async_test]
async fn a_strict_service_does_not_tell_who_has_an_account() {
    let app = strict().await;
    app.founder(JUNE, "Acme").await;
    for email in [JUNE, "nobody@acme.example"] {
        try_with(&app, "b1_wrong_password_strict", "email", email).await;
        try_with(&app, "b2_forgot_password_strict", "email", email).await;
    }
    // Waiting for the letter is told on the right password alone.
    let body = json!({"email": "matt@acme.example", "password": "wandering copper teapot",
        "confirmation": "wandering copper teapot", "firstName": "Matt", "lastName": "Reider", "tosAccepted": "Y",
        "organization": "Acme"});
    post(&app, "/api/account/register", body).await.expect(200);
    try_with(&app, "b1_wrong_password_strict", "email", "matt@acme.example").await;
    let body = json!({"email": "matt@acme.example", "password": "wandering copper teapot"});
    post(&app, "/api/account/login", body).await.expect(403);
}

#[rocket::async_test]
async fn a_forgotten_password_is_changed_by_the_token_of_the_letter_once() {
    let app = with_june().await;
    let before = app.sign_in(JUNE).await;
    try_fixture(&app, "b2_forgot_password").await;
    try_fixture(&app, "b2_email_required").await;
    try_fixture(&app, "b2_unknown_user").await;
    let token = mailed(&app, "reset").await;
    try_with(&app, "b5_change_password", "token", &token).await;
    try_with(&app, "b5_bad_token", "token", &token).await;
    try_with(&app, "b5_bad_token", "token", "garbage").await;
    before.api(&app).get("/account").await.expect(401);
    log_in(&app, "1111").await.expect(200);
    try_fixture(&app, "b2_forgot_password").await;
    app.clock.advance(DAY);
    try_with(&app, "b5_bad_token", "token", &mailed(&app, "reset").await).await;
}

#[rocket::async_test]
async fn who_registers_with_an_org_owns_it_once_the_link_was_opened() {
    let app = TestApp::start().await;
    let registered = try_fixture(&app, "b3_register_new_org").await;
    try_fixture(&app, "b1_not_verified").await;
    let token = mailed(&app, "activate").await;
    for _ in 0..2 {
        let verified = try_with(&app, "b4_verify", "token", &token).await;
        assert_eq!(verified.body["userId"], registered.body["userId"]);
    }
    let logged_in = log_in(&app, "1111").await.expect(200);
    assert_eq!(logged_in.body["user"]["id"], registered.body["userId"]);
    let native = app.bearer(logged_in.str("/token")).get("/orgs").await.expect(200);
    assert_eq!((native.str("/items/0/name"), native.str("/items/0/role")), ("MyOrg", "owner"));
    // A scanner may have opened the link: the mailbox is not proven by it.
    let account = app.bearer(logged_in.str("/token")).get("/account").await.expect(200);
    assert_eq!(account.body["email"]["verified"], false);
    assert!(account.body["terms_accepted_at"].is_string());
}

#[rocket::async_test]
async fn a_link_that_cannot_be_used_is_told_with_status_200() {
    let app = TestApp::start().await;
    try_fixture(&app, "b4_no_token").await;
    try_with(&app, "b4_bad_token", "token", "garbage").await;
    try_fixture(&app, "b3_register_new_org").await;
    let token = mailed(&app, "activate").await;
    app.clock.advance(DAY);
    try_with(&app, "b4_bad_token", "token", &token).await;
}

#[rocket::async_test]
async fn an_address_and_the_name_of_an_org_are_taken_in_every_case_of_letters() {
    let app = with_june().await;
    try_fixture(&app, "b3_email_taken").await;
    try_fixture(&app, "b3_org_taken").await;
}
