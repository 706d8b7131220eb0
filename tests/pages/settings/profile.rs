//! `/settings`: name, username, language, support.

use serde_json::json;

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn a_person_changes_what_they_say_of_themselves() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings").await.expect(200);
    assert_eq!(page.value("first").as_deref(), Some("June"));
    let fields = [("first", "Juno"), ("last", ""), ("username", "juno"), ("allow_support_login", "on")];
    let page = browser.submit(&page, "/settings", &fields).await.expect(200);
    page.expect_text("Your profile is saved.");
    let account = june.api(&app).get("/account").await.expect(200).body;
    assert_eq!(account["name"], json!({"first": "Juno", "last": ""}));
    assert_eq!(account["username"], "juno");
    assert_eq!(account["allow_support_login"], true);
    assert_eq!(account["locale"], json!(null));
}

#[rocket::async_test]
async fn the_language_that_is_chosen_is_read_from_then_on() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings").await.expect(200);
    assert_eq!(page.attr("html", "lang").as_deref(), Some("en"));
    let page = browser.submit(&page, "/settings", &[("language", "de")]).await.expect(200);
    assert_eq!(page.attr("html", "lang").as_deref(), Some("de"));
    assert_eq!(page.attr("option[selected]", "value").as_deref(), Some("de"));
    let page = browser.submit(&page, "/settings", &[("language", "")]).await.expect(200);
    assert_eq!(page.attr("html", "lang").as_deref(), Some("en"));
}

#[rocket::async_test]
async fn a_locale_is_kept_whole_while_nobody_chooses_another_language() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.api(&app).patch("/account", json!({"locale": "en-GB"})).await.expect(200);
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings").await.expect(200);
    browser.submit(&page, "/settings", &[("first", "Juno")]).await.expect(200);
    assert_eq!(june.api(&app).get("/account").await.expect(200).str("/locale"), "en-GB");
}

#[rocket::async_test]
async fn what_can_not_be_is_told_beside_its_field_and_kept() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings").await.expect(200);
    let fields = [("first", ""), ("last", "Doe-Poe"), ("username", "a@b")];
    let page = browser.submit(&page, "/settings", &fields).await.expect(422);
    assert!(page.fault("").is_some() && page.fault("first").is_some() && page.fault("username").is_some());
    assert_eq!(page.value("last").as_deref(), Some("Doe-Poe"));
    assert_eq!(page.value("username").as_deref(), Some("a@b"));
    assert_eq!(june.api(&app).get("/account").await.expect(200).str("/name/last"), "Doe");
}

#[rocket::async_test]
async fn a_username_that_somebody_has_is_refused() {
    let app = TestApp::start().await;
    let adam = app.loner("adam@poe.example").await;
    adam.api(&app).patch("/account", json!({"username": "poe"})).await.expect(200);
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings").await.expect(200);
    let page = browser.submit(&page, "/settings", &[("username", "POE")]).await.expect(409);
    assert!(page.fault("").is_some());
    assert_eq!(page.value("username").as_deref(), Some("POE"));
}
