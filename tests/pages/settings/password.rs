//! `/settings/password`: another password.

use serde_json::json;

use crate::support::{Browser, PASSWORD, TestApp};

const NEW: &str = "patient lantern orchard";

#[rocket::async_test]
async fn another_password_ends_every_other_session() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let elsewhere = app.sign_in(&june.email).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/.well-known/change-password").await.expect(200);
    assert_eq!(page.path, "/settings/password");
    let fields = [("current", PASSWORD), ("new", NEW)];
    let page = browser.submit(&page, "/settings/password", &fields).await.expect(200);
    page.expect_text("Your password is changed.");
    elsewhere.who_am_i(&app).await.expect(401);
    june.who_am_i(&app).await.expect(200);
    let body = json!({"email": june.email, "password": NEW});
    app.anonymous().post("/sessions", body).await.expect(201);
}

#[rocket::async_test]
async fn a_wrong_password_and_a_weak_one_are_told_and_never_shown_again() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/password").await.expect(200);
    let fields = [("current", "wrong"), ("new", NEW)];
    let page = browser.submit(&page, "/settings/password", &fields).await.expect(403);
    assert!(page.fault("").is_some());
    let fields = [("current", PASSWORD), ("new", "password")];
    let page = browser.submit(&page, "/settings/password", &fields).await.expect(422);
    assert!(page.fault("new").is_some());
    for field in ["current", "new"] {
        assert_eq!(page.value(field).as_deref(), Some(""), "{field}");
    }
    app.sign_in(&june.email).await;
}
