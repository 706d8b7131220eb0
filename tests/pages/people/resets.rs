//! `/forgot` and `/reset`.

use std::time::Duration;

use crate::support::{Browser, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";
const ANOTHER: &str = "seven quiet lanterns";

#[rocket::async_test]
async fn a_forgotten_password_is_chosen_anew() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/forgot").await.expect(200);
    let page = browser.submit(&page, "/forgot", &[("email", JUNE)]).await.expect(200);
    page.expect_text("a letter with a link is on its way").expect_text(JUNE);
    let letter = app.last_letter_to(JUNE).await;
    let page = browser.open(letter.link("reset")).await.expect(200).expect_text(JUNE);
    assert_eq!(page.attr("[autocomplete=username]", "value").as_deref(), Some(JUNE));
    let page = browser.submit(&page, "/reset", &[("password", "password1")]).await.expect(422);
    assert!(page.fault("password").is_some());
    let page = browser.submit(&page, "/reset", &[("password", ANOTHER)]).await.expect(200);
    assert_eq!(page.path, "/sign-in");
    let page = page.expect_text("Your new password is saved.");
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    browser.submit(&page, "/sign-in", &[("login", JUNE), ("password", ANOTHER)]).await;
    assert!(browser.cookie("__Host-gatepost").is_some());
}

#[rocket::async_test]
async fn asking_answers_the_same_whoever_has_the_address() {
    let app = TestApp::start().await;
    app.loner(JUNE).await;
    let mut browser = Browser::new(&app);
    let mut texts = Vec::new();
    for email in [JUNE, "nobody@acme.example"] {
        let page = browser.open("/forgot").await.expect(200);
        let page = browser.submit(&page, "/forgot", &[("email", email)]).await.expect(200);
        texts.push(page.text().replace(email, "it"));
    }
    assert_eq!(texts[0], texts[1]);
    let page = browser.open("/forgot").await.expect(200);
    let page = browser.submit(&page, "/forgot", &[("email", "june")]).await.expect(422);
    assert!(page.fault("email").is_some());
    assert_eq!(page.value("email").as_deref(), Some("june"));
}

#[rocket::async_test]
async fn a_link_that_can_not_be_used_says_why_and_leads_to_another() {
    let app = TestApp::start().await;
    app.loner(JUNE).await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/forgot").await.expect(200);
    browser.submit(&page, "/forgot", &[("email", JUNE)]).await.expect(200);
    let letter = app.last_letter_to(JUNE).await;
    let page = browser.open(letter.link("reset")).await.expect(200);
    app.clock.advance(Duration::from_hours(2));
    let page = browser.submit(&page, "/reset", &[("password", PASSWORD)]).await.expect(410);
    let page = page.expect_text("This link has expired.");
    assert_eq!(page.attr("main a.button", "href").as_deref(), Some("/forgot"));
    browser.open(letter.link("reset")).await.expect(410);
    browser.open("/reset?token=x").await.expect(404).expect_text("We do not know this link.");
    browser.open("/reset").await.expect(404);
}
