//! `/email-change/…`

use crate::support::{Browser, TestApp};

const JUNE: &str = "june@acme.example";
const NEW: &str = "june@new.example";

#[rocket::async_test]
async fn a_change_takes_effect_once_both_mailboxes_agree() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let links = app.ask_for_address(&june, NEW).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&format!("/email-change/accept?token={}", links.accept)).await.expect(200);
    let page = page.expect_text(NEW);
    browser.submit(&page, "/email-change/accept", &[]).await.expect(200).expect_text("You have agreed.");
    app.sign_in(JUNE).await;
    let page = browser.open(&format!("/email-change/confirm?token={}", links.confirm)).await.expect(200);
    let page = browser.submit(&page, "/email-change/confirm", &[]).await.expect(200);
    page.expect_text("The email address is changed.");
    app.sign_in(NEW).await;
    browser
        .open(&format!("/email-change/confirm?token={}", links.confirm))
        .await
        .expect(410)
        .expect_text("was used before");
}

#[rocket::async_test]
async fn a_change_that_was_not_asked_for_is_stopped() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let links = app.ask_for_address(&june, NEW).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&format!("/email-change/deny?token={}", links.deny)).await.expect(200);
    let page = page.expect_text("everybody is signed out");
    browser.submit(&page, "/email-change/deny", &[]).await.expect(200).expect_text("The change is stopped");
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let letter = app.last_letter_to(JUNE).await;
    browser.open(letter.link("reset")).await.expect(200);
    browser.open(&format!("/email-change/confirm?token={}", links.confirm)).await.expect(410);
}

#[rocket::async_test]
async fn a_link_does_what_its_letter_says_and_nothing_else() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let links = app.ask_for_address(&june, NEW).await;
    let mut browser = Browser::new(&app);
    for (step, token) in [("accept", &links.deny), ("accept", &links.confirm), ("deny", &links.accept)] {
        let page = browser.open(&format!("/email-change/{step}?token={token}")).await.expect(404);
        page.expect_text("We do not know this link.");
    }
}

#[rocket::async_test]
async fn an_address_that_was_changed_is_put_back_by_its_owner() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    app.ask_for_address(&june, NEW).await.complete(&app).await;
    let mut browser = Browser::new(&app);
    let letter = app.last_letter_to(JUNE).await;
    let page = browser.open(letter.link("not-me")).await.expect(200);
    browser.submit(&page, "/not-me", &[]).await.expect(200).expect_text("We have undone it.");
    let letter = app.last_letter_to(JUNE).await;
    browser.open(letter.link("reset")).await.expect(200).expect_text(JUNE);
}
