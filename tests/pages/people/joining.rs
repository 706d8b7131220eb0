//! `/invitation` for whoever has no account: signing up and joining in one step.

use crate::support::{Browser, PASSWORD, TestApp};

const ADAM: &str = "adam@acme.example";

fn link(token: &str) -> String {
    format!("/invitation?token={token}")
}

#[rocket::async_test]
async fn the_mailed_link_makes_account_membership_and_proof_in_one_step() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    assert_eq!(page.value("email").as_deref(), Some(ADAM));
    assert!(page.attr("[name=email]", "readonly").is_some(), "the address is the invited one");
    let page = browser.submit(&page, "/invitation/sign-up", &[("password", "short")]).await.expect(422);
    assert!(page.fault("first").is_some() && page.fault("password").is_some());
    let filled = [("first", "Adam"), ("last", "Poe"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await;
    assert_eq!(page.path, "/orgs");
    assert!(browser.cookie("__Host-gatepost").is_some(), "signed in at once");
    let adam = app.sign_in(ADAM).await.who_am_i(&app).await;
    assert_eq!(
        (&adam.body["user"]["email"]["verified"], adam.str("/org/id")),
        (&true.into(), june.org_id.as_str())
    );
}

#[rocket::async_test]
async fn the_link_that_was_handed_over_joins_and_leaves_the_mailbox_to_be_proven() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let shared = app.invite_by_link(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&shared)).await.expect(200);
    let filled = [("first", "Adam"), ("last", "Poe"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await.expect(200);
    assert_eq!(page.heading(), "Check your mail");
    assert_eq!(app.count_members(&june).await, 2);
    let letter = app.last_letter_to(ADAM).await;
    let page = browser.open(letter.link("activate")).await.expect(200);
    browser.submit(&page, "/activate", &[]).await.expect(200);
    let adam = app.sign_in(ADAM).await.who_am_i(&app).await;
    assert_eq!(adam.body["user"]["email"]["verified"], true);
}

#[rocket::async_test]
async fn the_link_that_was_handed_over_does_not_tell_who_has_an_account() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner(ADAM).await;
    let mut texts = Vec::new();
    for email in [ADAM, "nobody@acme.example"] {
        let shared = app.invite_by_link(&june, email, "member").await;
        let mut browser = Browser::new(&app);
        let page = browser.open(&link(&shared)).await.expect(200);
        let filled = [("first", "Adam"), ("password", PASSWORD)];
        let joined = browser.submit(&page, "/invitation/sign-up", &filled).await.expect(200);
        texts.push((page.text() + &joined.text()).replace(email, "it"));
    }
    assert_eq!(texts[0], texts[1]);
}

#[rocket::async_test]
async fn an_account_that_comes_to_be_meanwhile_is_asked_to_sign_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    app.loner(ADAM).await;
    let filled = [("first", "Adam"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await.expect(409);
    page.expect_text("There is an account for");
}

#[rocket::async_test]
async fn another_address_than_the_invited_one_is_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    let filled = [("first", "Eve"), ("email", "eve@evil.example"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await.expect(403);
    page.expect_text("This is for another account.");
    assert_eq!(app.count_members(&june).await, 1);
}

#[rocket::async_test]
async fn what_a_stranger_made_with_the_address_is_listed_to_its_owner() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let gus = app.founder("gus@globex.example", "Globex").await;
    let shared = app.invite_by_link(&gus, ADAM, "member").await;
    app.sign_up_invited(ADAM, &shared).await.expect(201);
    let token = app.invite(&june, ADAM, "member").await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link(&token)).await.expect(200);
    let filled = [("first", "Adam"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/invitation/sign-up", &filled).await.expect(200);
    assert_eq!(page.all(".list bdi"), ["Globex"]);
}
