//! Another address, accepted at the old one.

use rocket::http::Method;
use serde_json::json;

use super::{ACCOUNTS, FOUR_KINDS, create, expect_failure, fixture, is_live, post, shown, sign_in};
use crate::support::{Answer, PASSWORD, Person, TestApp};

const JUNE: &str = "june@acme.example";
const NEW: &str = "june@new.example";

async fn ask(app: &TestApp, june: &Person, email: &str) -> Answer {
    let request = fixture("a8_update_account_email").with("token", &june.token);
    request.with("password", PASSWORD).with("email", email).send(app).await.matches()
}

async fn account(app: &TestApp, june: &Person) -> (String, bool, bool) {
    let told = june.api(app).get("/account").await.expect(200);
    let body = json!({"password": PASSWORD, "newPassword": PASSWORD});
    // A password that breaks the dialect's rule changes nothing.
    let path = format!("{ACCOUNTS}/{}", june.id);
    expect_failure(&june.api(app).send(Method::Patch, &path, Some(body.to_string())).await, 400);
    let is_proven = told.body["email"]["verified"] == true;
    (told.str("/email/address").to_owned(), is_proven, is_live(app, &june.token).await)
}

#[rocket::async_test]
async fn the_old_address_accepts_and_the_new_one_activates() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    ask(&app, &june, NEW).await;
    assert!(app.letters_to(NEW).await.is_empty());
    assert_eq!(account(&app, &june).await, (JUNE.to_owned(), true, true));
    let letter = app.last_letter_to(JUNE).await.token("email-change/accept");
    shown(&app, "a8_confirm", &letter).await;
    shown(&app, "a8_confirm_spent", &letter).await;
    assert_eq!(account(&app, &june).await, (NEW.to_owned(), false, true));
    let activating = app.last_letter_to(NEW).await.token("activate");
    let token = shown(&app, "a3_activate", &activating).await.str("/token").to_owned();
    assert_eq!(app.bearer(&token).get("/account").await.expect(200).body["email"]["verified"], true);
}

#[rocket::async_test]
async fn an_account_with_another_address_is_not_verified_until_it_is_activated_anew() {
    let app = TestApp::start().await;
    let id = create(&app, JUNE).await;
    app.activate(JUNE).await;
    let token = sign_in(&app, JUNE, FOUR_KINDS).await;
    let body = json!({"password": FOUR_KINDS, "email": NEW});
    post(&app.bearer(&token), &format!("{ACCOUNTS}/update-email"), body).await.expect(200);
    let letter = app.last_letter_to(JUNE).await.token("email-change/accept");
    shown(&app, "a8_confirm", &letter).await;
    for is_verified in [false, true] {
        let body = json!({"password": FOUR_KINDS, "newPassword": FOUR_KINDS});
        let path = format!("{ACCOUNTS}/{id}");
        let api = app.bearer(&token);
        let told = api.send(Method::Patch, &path, Some(body.to_string())).await.expect(200);
        assert_eq!((told.str("/email"), &told.body["verified"]), (NEW, &json!(is_verified)));
        if !is_verified {
            // Another password voids what was mailed before.
            let path = format!("{ACCOUNTS}/resend-email");
            post(&app.anonymous(), &path, json!({"email": NEW})).await.expect(200);
            app.activate(NEW).await;
        }
    }
}

#[rocket::async_test]
async fn an_address_that_somebody_has_is_answered_alike_and_stays_theirs() {
    let app = TestApp::start().await;
    let (june, adam) = (app.loner(JUNE).await, app.loner("adam@acme.example").await);
    let free = ask(&app, &june, NEW).await;
    let taken = ask(&app, &june, &adam.email).await;
    assert_eq!(free.shape(), taken.shape());
    assert!(app.last_letter_to(&adam.email).await.text.contains("/sign-in"));
    let letter = app.last_letter_to(JUNE).await.token("email-change/accept");
    shown(&app, "a8_confirm", &letter).await;
    assert_eq!(account(&app, &june).await, (JUNE.to_owned(), true, true));
}

#[rocket::async_test]
async fn what_changes_no_address_is_refused() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let own = |case: &str| fixture(case).with("token", &june.token);
    own("a8_wrong_password").with("password", "wrong").with("email", NEW).send(&app).await.matches();
    own("a8_own_address")
        .with("password", PASSWORD)
        .with("email", "June@acme.example")
        .send(&app)
        .await
        .matches();
    shown(&app, "a8_confirm_by_session", &june.token).await;
    ask(&app, &june, NEW).await;
    let letter = app.last_letter_to(JUNE).await;
    let deny = format!("/email-changes/{}/deny", letter.token("email-change/deny"));
    app.anonymous().post_empty(&deny).await.expect(204);
    shown(&app, "a8_confirm_spent", &letter.token("email-change/accept")).await;
}
