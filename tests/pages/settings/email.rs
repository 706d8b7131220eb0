//! `/settings/email`: the address, and asking for another one.

use serde_json::json;

use crate::support::{Browser, EmailChangeLinks, PASSWORD, TestApp};

#[rocket::async_test]
async fn an_address_changes_by_the_links_in_both_mailboxes_and_the_page_tells_how_far_it_is() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/email").await.expect(200).expect_text("Confirmed");
    let fields = [("email", "june@new.example"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/settings/email", &fields).await.expect(200);
    page.expect_text("You asked to change your address to june@new.example");
    let links = EmailChangeLinks {
        accept: app.last_token_to(&june.email, "email-change/accept").await,
        deny: app.last_token_to(&june.email, "email-change/deny").await,
        confirm: app.last_token_to("june@new.example", "email-change/confirm").await,
    };
    links.accept(&app).await.expect(200);
    let page = browser.open("/settings/email").await.expect(200);
    page.expect_text("Agreed by the link to june@acme.example")
        .expect_text("The link in the letter to june@new.example has not been used yet.");
    links.confirm(&app).await.expect(200);
    let page = browser.open("/settings/email").await.expect(200).expect_text("june@new.example");
    assert!(!page.text().contains("You asked to change"));
}

#[rocket::async_test]
async fn a_change_that_was_denied_or_is_too_old_waits_no_more() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.ask_for_address(&june, "june@new.example").await;
    app.clock.advance(std::time::Duration::from_hours(25));
    let june = app.sign_in(&june.email).await;
    let page = Browser::of(&app, &june).open("/settings/email").await.expect(200);
    assert!(!page.text().contains("You asked to change"));
    let links = app.ask_for_address(&june, "june@new.example").await;
    let page = Browser::of(&app, &june).open("/settings/email").await.expect(200);
    page.expect_text("You asked to change");
    links.deny(&app).await.expect(204);
    let body = json!({"email": june.email});
    app.anonymous().post("/password-resets", body).await.expect(202);
    let token = app.last_token_to(&june.email, "reset").await;
    let body = json!({"password": PASSWORD});
    app.anonymous().post(&format!("/password-resets/{token}"), body).await.expect(200);
    let june = app.sign_in(&june.email).await;
    let page = Browser::of(&app, &june).open("/settings/email").await.expect(200);
    assert!(!page.text().contains("You asked to change"));
}

#[rocket::async_test]
async fn an_address_that_somebody_has_waits_like_any_other() {
    let app = TestApp::start().await;
    let adam = app.loner("adam@poe.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/email").await.expect(200);
    let fields = [("email", adam.email.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, "/settings/email", &fields).await.expect(200);
    page.expect_text("You asked to change your address to adam@poe.example");
}

#[rocket::async_test]
async fn a_refused_request_is_told_and_the_address_kept() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/email").await.expect(200);
    let fields = [("email", "june@new.example"), ("password", "wrong")];
    let page = browser.submit(&page, "/settings/email", &fields).await.expect(403);
    assert!(page.fault("").is_some());
    assert_eq!(page.value("email").as_deref(), Some("june@new.example"));
    assert_eq!(page.value("password").as_deref(), Some(""));
    let fields = [("email", june.email.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, "/settings/email", &fields).await.expect(422);
    assert!(page.fault("email").is_some());
}

#[rocket::async_test]
async fn whoever_is_unproven_is_sent_the_letter_again() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, "adam@poe.example").await;
    let body = json!({"email": invitation.email, "password": PASSWORD, "name": "Adam", "invitation": invitation.shared});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let adam = app.sign_in("adam@poe.example").await;
    let letters = app.letters_to(&adam.email).await.len();
    let mut browser = Browser::of(&app, &adam);
    let page = browser.open("/settings/email").await.expect(200).expect_text("Not confirmed");
    let page = browser.submit(&page, "/settings/email/letter", &[]).await.expect(200);
    page.expect_text("The letter is on its way.");
    assert_eq!(app.letters_to(&adam.email).await.len(), letters + 1);
    app.activate(&adam.email).await;
    let page = browser.open("/settings/email").await.expect(200).expect_text("Confirmed");
    assert!(!page.has_form("/settings/email/letter"));
}
