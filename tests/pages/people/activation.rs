//! `/activate` and `/not-me`: what the letters of a sign-up lead to.

use std::time::Duration;

use serde_json::json;

use crate::support::{Browser, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";

async fn sign_up(app: &TestApp, org: &str) {
    let body = json!({"email": JUNE, "password": PASSWORD, "name": "June Doe", "org": {"name": org}});
    app.anonymous().post("/sign-up", body).await.expect(201);
}

#[rocket::async_test]
async fn a_link_that_was_used_or_is_too_old_says_so_and_offers_another() {
    let app = TestApp::start().await;
    sign_up(&app, "Acme").await;
    let late = app.last_letter_to(JUNE).await;
    let mut browser = Browser::new(&app);
    let opened = browser.open(late.link("activate")).await.expect(200).expect_text(JUNE);
    app.clock.advance(Duration::from_hours(49));
    let page =
        browser.submit(&opened, "/activate", &[]).await.expect(410).expect_text("This link has expired.");
    assert!(page.has_form("/sign-up/check-mail"));
    let page = browser.open(late.link("activate")).await.expect(410).expect_text("This link has expired.");
    browser.submit(&page, "/sign-up/check-mail", &[("email", JUNE)]).await.expect(200);

    let fresh = app.last_letter_to(JUNE).await;
    let page = browser.open(fresh.link("activate")).await.expect(200);
    browser.submit(&page, "/activate", &[]).await.expect(200);
    let page = browser.submit(&page, "/activate", &[]).await.expect(410).expect_text("was used before");
    assert!(page.has_form("/sign-up/check-mail"));
    browser.open(fresh.link("activate")).await.expect(410).expect_text("was used before");
    for link in ["/activate", "/activate?token=", "/activate?token=x"] {
        browser.open(link).await.expect(404).expect_text("We do not know this link.");
    }
}

#[rocket::async_test]
async fn opening_the_link_changes_nothing_however_often() {
    let app = TestApp::start().await;
    sign_up(&app, "Acme").await;
    let letter = app.last_letter_to(JUNE).await;
    for _ in 0..2 {
        let mut scanner = Browser::new(&app);
        scanner.open(letter.link("activate")).await.expect(200);
        scanner.open(letter.link("not-me")).await.expect(200);
    }
    let mut browser = Browser::new(&app);
    let page = browser.open(letter.link("activate")).await.expect(200);
    browser.submit(&page, "/activate", &[]).await.expect(200).expect_text("your account is open");
}

#[rocket::async_test]
async fn what_was_made_with_the_address_before_is_listed_to_its_owner() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let shared = app.invite_by_link(&olga, JUNE, "member").await;
    app.sign_up_invited(JUNE, &shared).await.expect(201);
    sign_up(&app, "Acme").await;
    let mut browser = Browser::new(&app);
    let letter = app.last_letter_to(JUNE).await;
    let page = browser.open(letter.link("activate")).await.expect(200);
    let page = browser.submit(&page, "/activate", &[]).await.expect(200);
    assert_eq!(page.heading(), "Are these yours?");
    assert_eq!(page.all(".list bdi"), ["Globex"]);
}

#[rocket::async_test]
async fn a_sign_up_by_somebody_else_is_forgotten() {
    let app = TestApp::start().await;
    sign_up(&app, "Acme").await;
    let letter = app.last_letter_to(JUNE).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(letter.link("not-me")).await.expect(200);
    let page = browser.submit(&page, "/not-me", &[]).await.expect(200);
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/done", "Done"));
    page.expect_text("We have undone it.");
    browser.open(letter.link("activate")).await.expect(410);
    browser.open(letter.link("not-me")).await.expect(410).expect_text("was used before");
    browser.open("/not-me").await.expect(404).expect_text("We do not know this link.");
}
