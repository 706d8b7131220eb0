//! `/invitation`: every way in which people arrive, and what they are told.

use std::time::Duration;

use serde_json::json;

use crate::support::{Browser, PASSWORD, TestApp};

const ADAM: &str = "adam@acme.example";

fn link(token: &str) -> String {
    format!("/invitation?token={token}")
}

#[rocket::async_test]
async fn whoever_is_signed_in_as_the_invited_person_accepts() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner(ADAM).await;
    let invitation = app.invitation(&june, ADAM).await;
    for token in [&invitation.mailed, &invitation.shared] {
        let page = Browser::of(&app, &adam).open(&link(token)).await.expect(200);
        assert_eq!(page.heading(), "Join Acme");
        page.expect_text("June Doe invites you, as a member.");
    }
    let mut browser = Browser::of(&app, &adam);
    let page = browser.open(&link(&invitation.shared)).await;
    let page = browser.submit(&page, "/invitation/accept", &[]).await;
    assert_eq!(page.path, "/orgs");
    assert_eq!(browser.cookie("__Host-gatepost-notice"), None, "the notice was shown");
    assert_eq!(app.count_members(&june).await, 2);
    // Used before, which a member need not worry about.
    browser.open(&link(&invitation.shared)).await.expect(410).expect_text("was used before");
}

#[rocket::async_test]
async fn whoever_has_an_account_and_is_signed_out_signs_in_and_comes_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner(ADAM).await;
    let token = app.invite(&june, ADAM, "admin").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    let page = page.expect_text("There is an account for").expect_text("as an admin");
    assert!(!page.has_form("/invitation/sign-up") && !page.has_form("/invitation/accept"));
    let sign_in = page.attr("main a.button", "href").expect("a way to sign in");
    let page = browser.open(&sign_in).await.expect(200);
    let page =
        browser.submit(&page, "/sign-in", &[("login", ADAM), ("password", PASSWORD)]).await.expect(200);
    assert_eq!(page.path, link(&token));
    browser.submit(&page, "/invitation/accept", &[]).await;
    assert_eq!(app.count_members(&june).await, 2);
}

#[rocket::async_test]
async fn whoever_is_signed_in_as_somebody_else_is_told_and_changes_accounts() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let gus = app.founder("gus@globex.example", "Globex").await;
    app.loner(ADAM).await;
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::of(&app, &gus);
    let page = browser.open(&link(&token)).await.expect(200);
    let page = page.expect_text(&format!("This invitation is for {ADAM}")).expect_text(&gus.email);
    assert!(!page.has_form("/invitation/accept"));
    let next = page.value("next").expect("a way back");
    let page = browser.submit(&page, "/sign-out", &[("next", &next)]).await.expect(200);
    assert_eq!(page.path, link(&token));
    page.expect_text("You are signed out.").expect_text("There is an account for");
    gus.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn a_member_has_nothing_left_to_do() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.invite(&june, ADAM, "member").await;
    let page = Browser::of(&app, &june).open(&link(&token)).await.expect(200);
    let page = page.expect_text("You are a member of Acme already.");
    assert!(!page.has_form("/invitation/accept") && !page.has_form("/invitation/decline"));
}

#[rocket::async_test]
async fn anybody_who_holds_the_link_can_decline_it() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, ADAM).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&invitation.shared)).await.expect(200);
    let page = browser.submit(&page, "/invitation/decline", &[]).await.expect(200);
    page.expect_text("You have declined the invitation.");
    for token in [&invitation.mailed, &invitation.shared] {
        browser.open(&link(token)).await.expect(410).expect_text("This invitation was declined.");
    }
}

#[rocket::async_test]
async fn an_invitation_that_can_not_be_used_says_why() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::new(&app);
    browser.open(&link("x")).await.expect(404).expect_text("We do not know this link.");

    let revoked = app.invitation(&june, "revoked@acme.example").await;
    let page = browser.open(&link(&revoked.mailed)).await.expect(200);
    june.api(&app).delete(&june.org(&format!("/invitations/{}", revoked.id))).await.expect(204);
    browser.open(&link(&revoked.mailed)).await.expect(410).expect_text("taken back by the organization");
    let filled = [("first", "Adam"), ("password", PASSWORD)];
    browser.submit(&page, "/invitation/sign-up", &filled).await.expect(410);

    let of_gone = app.invitation(&june, "gone@acme.example").await;
    june.delete_org(&app).await.expect(202);
    browser.open(&link(&of_gone.mailed)).await.expect(410).expect_text("does not exist any more");

    let gus = app.founder("gus@globex.example", "Globex").await;
    let late = app.invitation(&gus, ADAM).await;
    app.clock.advance(Duration::from_hours(8 * 24));
    let page = browser.open(&link(&late.mailed)).await.expect(410).expect_text("This link has expired.");
    page.expect_text("ask whoever invited you to invite you again");
}

#[rocket::async_test]
async fn whoever_is_signed_out_when_they_accept_is_led_to_the_sign_in_and_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner(ADAM).await;
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::of(&app, &adam);
    let page = browser.open(&link(&token)).await.expect(200);
    adam.api(&app).delete("/sessions/current").await.expect(204);
    // The form is of a session that is over: its page is to be opened again.
    let page = browser.submit(&page, "/invitation/accept", &[]).await.expect(403);
    page.expect_text("This form is too old");
    let page = browser.open(&link(&token)).await.expect(200);
    assert!(
        page.attr("main a.button", "href")
            .is_some_and(|href| href.starts_with("/sign-in?next=/invitation%3Ftoken"))
    );
}

#[rocket::async_test]
async fn who_joins_an_org_that_approves_is_told_to_wait() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.api(&app).patch(&june.org(""), json!({"invitations_need_approval": true})).await.expect(200);
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    let filled = [("first", "Adam"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await;
    assert_eq!(page.path, "/orgs");
    assert_eq!(app.sign_in(ADAM).await.api(&app).get("/orgs").await.each("/role"), ["pending"]);
}
