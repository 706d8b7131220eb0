//! `/api/user`: changing oneself, and the API key of one's profile.

use rocket::http::Method;
use serde_json::json;

use super::{post, strict, try_as, try_with};
use crate::support::{PASSWORD, Person, TestApp};

const JUNE: &str = "june@acme.example";

async fn june(app: &TestApp) -> Person {
    app.founder(JUNE, "Acme").await
}

#[rocket::async_test]
async fn somebody_changes_their_name_and_password() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let elsewhere = app.sign_in(JUNE).await;
    try_as(&app, &june, "b6_update_user_no_first_name", &[]).await;
    try_as(&app, &june, "b6_update_user", &[]).await;
    elsewhere.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    june.who_am_i(&app).await.expect(200);
    for (password, status) in [(PASSWORD, 401), ("2222", 200)] {
        post(&app, "/api/account/login", json!({"email": JUNE, "password": password})).await.expect(status);
    }
}

#[rocket::async_test]
async fn another_address_is_in_force_once_its_mailbox_has_spoken() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    try_as(&app, &june, "b6_update_user_email", &[]).await;
    let token = app.last_token_to("juno@acme.example", "email-change/confirm").await;
    app.last_letter_to(JUNE).await;
    app.anonymous().post_empty(&format!("/email-changes/{token}/confirm")).await.expect(200);
    app.sign_in("juno@acme.example").await;
}

#[rocket::async_test]
async fn what_can_not_be_changed_is_refused() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    app.loner("adam@acme.example").await;
    let letters = app.letters().await.len();
    let refusals = [
        "b6_update_user_email_required",
        "b6_update_user_taken",
        "b6_update_user_once",
        "b6_update_user_differs",
    ];
    for refused in refusals {
        try_as(&app, &june, refused, &[]).await;
    }
    let scopes = app.scopes().await;
    let key = june.api_key(&app, &scopes.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for refused in ["b6_update_user_by_key", "b6_api_key_by_key"] {
        try_with(&app, refused, "token", &key.secret).await;
    }
    assert_eq!(app.letters().await.len(), letters + 1, "of the key alone is somebody told");
    let app = strict().await;
    let june = self::june(&app).await;
    try_as(&app, &june, "b6_update_user_strict", &[]).await;
}

#[rocket::async_test]
async fn the_key_of_the_profile_is_shown_again_and_replaced() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    try_as(&app, &june, "b6_api_key_none", &[]).await;
    let mut before: Option<String> = None;
    for _ in 0..2 {
        let made = try_as(&app, &june, "b6_new_api_key", &[]).await;
        let key = made.str("/apikey").to_owned();
        assert_eq!(made.str("/apiKey"), key);
        assert!(app.last_letter_to(JUNE).await.text.contains("API key"));
        try_as(&app, &june, "b6_api_key", &[("key", &key)]).await;
        // It serves as a bearer wherever its owner may go, and the one before nowhere.
        try_with(&app, "b6_user", "token", &key).await;
        if let Some(before) = before.replace(key) {
            app.bearer(&before).send(Method::Get, "/api/user", None).await.expect(401);
        }
    }
    let listed = june.api(&app).get("/account/api-keys").await.expect(200);
    assert_eq!(listed.each("/name"), ["Profile"]);
    june.api(&app).delete(&format!("/account/api-keys/{}", listed.str("/items/0/id"))).await.expect(204);
    try_as(&app, &june, "b6_api_key_none", &[]).await;
}

#[rocket::async_test]
async fn strictly_the_key_is_shown_once() {
    let app = strict().await;
    let june = june(&app).await;
    let key = try_as(&app, &june, "b6_new_api_key", &[]).await.str("/apikey").to_owned();
    let shown = june.api(&app).send(Method::Get, "/api/user/apikey", None).await.expect(200);
    let shown = shown.str("/apikey");
    assert!(key.starts_with(shown.trim_end_matches('\u{2026}')) && shown.len() < key.len(), "{shown}");
}
