//! `/v1/auth/user`: the person who is signed in.

use rocket::http::Method;
use serde_json::json;

use super::{JUNE, PASSWORD, USERNAME, load, log_in, opened};
use crate::support::{Fixture, TestApp};

const ANOTHER: &str = "another long one";
const WANTED: &str = "june@globex.example";

fn told(case: &str, token: &str, username: &str, name: &str, email: &str) -> Fixture {
    load(case).with("token", token).with("username", username).with("name", name).with("email", email)
}

#[rocket::async_test]
async fn a_user_changes_what_they_send_and_nothing_else() {
    let app = TestApp::start().await;
    opened(&app).await;
    let (token, other) = (log_in(&app, USERNAME, PASSWORD).await, log_in(&app, USERNAME, PASSWORD).await);
    told("d4_user", &token, USERNAME, "June Doe", JUNE).send(&app).await.matches();
    told("d4_update_user_nothing", &token, USERNAME, "June Doe", JUNE).send(&app).await.matches();
    // The new address waits for its mailbox: the current one is told.
    told("d4_update_user", &token, "june.poe", "June Poe", JUNE)
        .with("password", ANOTHER)
        .with("wanted", WANTED)
        .send(&app)
        .await
        .matches();
    app.bearer(&other).get("/account").await.expect_refusal(401, "not_signed_in");
    log_in(&app, "june.poe", ANOTHER).await;
    let notice = app.letters_to(JUNE).await;
    assert!(
        notice.iter().any(|letter| letter.text.contains("/email-change/deny")),
        "the old mailbox can deny"
    );

    let proof = app.last_letter_to(WANTED).await.token("email-change/confirm");
    app.anonymous().post_empty(&format!("/email-changes/{proof}/confirm")).await.expect(200);
    told("d4_user", &token, "june.poe", "June Poe", WANTED).send(&app).await.matches();
}

#[rocket::async_test]
async fn it_is_everything_or_nothing() {
    let app = TestApp::start().await;
    opened(&app).await;
    app.loner(WANTED).await;
    let token = log_in(&app, USERNAME, PASSWORD).await;
    load("d4_update_user_taken").with("token", &token).with("wanted", WANTED).send(&app).await.matches();
    load("d4_update_user_refused").with("token", &token).send(&app).await.matches();
    load("d4_update_user_short").with("token", &token).send(&app).await.matches();
    let all = json!({"name": "Eve", "password": ANOTHER, "email": WANTED}).to_string();
    app.bearer(&token).send(Method::Post, "/v1/auth/user", Some(all)).await.expect(400);
    told("d4_user", &token, USERNAME, "June Doe", JUNE).send(&app).await.matches();
    log_in(&app, USERNAME, PASSWORD).await;
}

#[rocket::async_test]
async fn credentials_take_a_session_and_strictly_more_than_that() {
    let app = TestApp::start().await;
    load("d4_user_nobody").send(&app).await.matches();
    let june = app.founder(JUNE, "Acme").await;
    let key = june.api_key(&app, &["account:read", "account:update"]).await;
    let by_key = load("d4_update_user_by_key").with("token", &key.secret).with("password", ANOTHER);
    by_key.send(&app).await.matches();

    let app = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let june = app.founder(JUNE, "Acme").await;
    let strict = load("d4_update_user_strict").with("token", &june.token).with("password", ANOTHER);
    strict.send(&app).await.matches();
}

#[rocket::async_test]
async fn the_cookie_serves_the_services_own_pages_alone() {
    let app = TestApp::start().await;
    opened(&app).await;
    let token = log_in(&app, USERNAME, PASSWORD).await;
    told("d4_cookie_post", &token, USERNAME, "June Doe", JUNE).send(&app).await.matches();
    load("d4_cookie_without_origin").with("token", &token).send(&app).await.matches();
    load("d4_cookie_form").with("token", &token).send(&app).await.matches();
}
