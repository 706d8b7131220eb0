//! Changes of address that take one mailbox's word, as some dialects document them.

use gatepost::domain::accounts::email_change::request::request;
use gatepost::domain::sessions::authenticate::authenticate;
use gatepost::model::{ClientInfo, Dialect, EmailAddress, Face, Password};
use serde_json::json;

use crate::support::{PASSWORD, Person, TestApp};

const JUNE: &str = "june@acme.example";
const NEW: &str = "june@new.example";

async fn ask(app: &TestApp, person: &Person, dialect: Dialect, email: &str) {
    let client = ClientInfo {
        ip: [127, 0, 0, 1].into(),
        user_agent: None,
        locale: None,
        face: Face::Dialect(dialect),
    };
    let principal = authenticate(&app.app, &person.token, client).await.unwrap();
    let password = Password::present(PASSWORD).unwrap();
    request(&app.app, &principal, Some(password), EmailAddress::parse(email).unwrap()).await.unwrap();
}

async fn accept(app: &TestApp, token: &str) {
    app.anonymous().post_empty(&format!("/email-changes/{token}/accept")).await.expect(200);
}

/// The person's address, and whether its mailbox is proven.
async fn address(app: &TestApp, person: &Person) -> (String, bool) {
    let account = person.api(app).get("/account").await.expect(200);
    (account.str("/email/address").to_owned(), account.body["email"]["verified"] == json!(true))
}

#[rocket::async_test]
async fn the_old_mailbox_lets_it_happen_at_once_and_the_new_one_is_proven_later() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    ask(&app, &june, Dialect::Polygonid, NEW).await;
    assert!(app.letters_to(NEW).await.is_empty(), "the new mailbox hears of nothing before");
    let accepting = app.last_token_to(JUNE, "email-change/accept").await;
    accept(&app, &accepting).await;
    assert_eq!(address(&app, &june).await, (NEW.to_owned(), false), "and the session goes on");
    app.activate(NEW).await;
    assert_eq!(address(&app, &june).await, (NEW.to_owned(), true));
    // The mailbox that was left can still put itself back.
    let undoing = app.last_token_to(JUNE, "not-me").await;
    app.anonymous().post_empty(&format!("/not-me/{undoing}")).await.expect(204);
    let body = json!({"email": NEW, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
    assert!(app.last_letter_to(JUNE).await.text.contains("/reset?"));
}

#[rocket::async_test]
async fn the_old_mailbox_does_not_learn_that_somebody_has_the_new_address() {
    let app = TestApp::start().await;
    let (june, adam) = (app.loner(JUNE).await, app.loner("adam@acme.example").await);
    for (email, letters) in [(NEW, 0), ("Adam@acme.example", 2)] {
        ask(&app, &june, Dialect::Polygonid, email).await;
        let accepting = app.last_token_to(JUNE, "email-change/accept").await;
        if email == NEW {
            // Taken between the request and the word of the old mailbox.
            app.loner(NEW).await;
        }
        let before = app.letters_to(&adam.email).await.len();
        accept(&app, &accepting).await;
        assert_eq!(address(&app, &june).await, (JUNE.to_owned(), true));
        assert_eq!(app.letters_to(&adam.email).await.len() - before, usize::from(letters > 0));
    }
    let told = app.last_letter_to(NEW).await;
    assert!(told.text.contains("/sign-in") && !told.text.contains("?token="), "{}", told.text);
}

#[rocket::async_test]
async fn the_new_mailbox_decides_alone_and_the_old_one_can_stop_it_until_then() {
    let app = TestApp::start().await;
    for (which, denies) in [(0, false), (1, true)] {
        let june = app.loner(&format!("june{which}@acme.example")).await;
        let new = format!("june{which}@new.example");
        ask(&app, &june, Dialect::Backstack, &new).await;
        let letter = app.last_letter_to(&june.email).await;
        assert!(!letter.text.contains("email-change/accept"), "{}", letter.text);
        let confirm =
            format!("/email-changes/{}/confirm", app.last_token_to(&new, "email-change/confirm").await);
        if denies {
            let deny = letter.token("email-change/deny");
            app.anonymous().post_empty(&format!("/email-changes/{deny}/deny")).await.expect(204);
            app.anonymous().post_empty(&confirm).await.expect_refusal(410, "token_spent");
        } else {
            app.anonymous().post_empty(&confirm).await.expect(200);
            assert_eq!(address(&app, &june).await, (new, true));
        }
    }
}
