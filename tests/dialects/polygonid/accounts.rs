//! Making, activating and signing in to an account.

use std::time::Duration;

use gatepost::domain::accounts::sign_up::sign_up;
use gatepost::model::Dialect;
use rocket::http::Method;
use serde_json::json;

use super::{ACCOUNTS, FOUR_KINDS, create, fixture, is_live, post, shown, sign_in, strict};
use crate::support::{Answer, PASSWORD, TestApp, caller_in, sign_up_of};

const JUNE: &str = "june@acme.example";

/// The account as its holder sees it, by changing the password to itself.
async fn account(app: &TestApp, token: &str, id: &str) -> Answer {
    let body = json!({"password": FOUR_KINDS, "newPassword": FOUR_KINDS});
    app.bearer(token)
        .send(Method::Patch, &format!("{ACCOUNTS}/{id}"), Some(body.to_string()))
        .await
        .expect(200)
}

async fn attempt(app: &TestApp, case: &str, email: &str, password: &str) -> Answer {
    fixture(case).with("email", email).with("password", password).send(app).await.matches()
}

#[rocket::async_test]
async fn an_account_is_made_and_told() {
    let app = TestApp::start().await;
    let made = fixture("a1_create_org").with("email", JUNE).send(&app).await.matches();
    assert_eq!(made.str("/createdAt"), made.str("/modifiedAt"));
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains("/activate?token="), "{}", letter.text);
    // The person has no name, and owns an org that is named by the address.
    let signed_in =
        post(&app.anonymous(), "/api/v1/sessions", json!({"email": JUNE, "password": FOUR_KINDS})).await;
    assert_eq!((signed_in.str("/orgs/0/name"), signed_in.str("/orgs/0/role")), (JUNE, "owner"));
    assert_eq!(signed_in.body["user"]["name"], json!({"first": "", "last": ""}));
}

#[rocket::async_test]
async fn an_account_that_can_not_be_is_refused() {
    let app = TestApp::start().await;
    for case in ["a1_no_email", "a1_no_password", "a1_empty_body", "a1_bad_email", "a1_wrong_type"] {
        fixture(case).send(&app).await.matches();
    }
    let weak = ["Some12!", "SOME123456!", "some123456!", "Somebodyyy!", "Some1234567"];
    for password in weak {
        fixture("a1_weak_password").with("password", password).send(&app).await.matches();
    }
    create(&app, JUNE).await;
    for email in [JUNE, "June@ACME.example"] {
        fixture("a1_taken").with("email", email).send(&app).await.matches();
    }
    assert_eq!(app.letters_to(JUNE).await.len(), 1);
}

#[rocket::async_test]
async fn what_binds_sign_ups_binds_this_one() {
    let app = TestApp::start_with(|setup| setup.rules.sign_up_open = false).await;
    fixture("a1_closed").with("email", JUNE).send(&app).await.matches();
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    let body = json!({"email": JUNE, "password": "weak"});
    while post(&app.anonymous(), ACCOUNTS, body.clone()).await.status != 429 {}
    fixture("a1_rate_limited").with("email", JUNE).send(&app).await.matches();
}

#[rocket::async_test]
async fn signing_in_works_before_the_activation_and_after() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    attempt(&app, "a2_sign_in", JUNE, FOUR_KINDS).await;
    app.activate(JUNE).await;
    attempt(&app, "a2_sign_in", JUNE, FOUR_KINDS).await;
    attempt(&app, "a2_stale_bearer", JUNE, FOUR_KINDS).await;
    // The native API lets in and refuses alike.
    app.founder("olga@acme.example", "Acme").await;
    attempt(&app, "a2_sign_in", "olga@acme.example", PASSWORD).await;
}

#[rocket::async_test]
async fn an_unknown_address_and_a_wrong_password_are_told_the_same() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let wrong = attempt(&app, "a2_wrong_credentials", JUNE, "Other123!").await;
    let unknown = attempt(&app, "a2_wrong_credentials", "nobody@acme.example", "Other123!").await;
    assert_eq!(wrong.text, unknown.text);
    fixture("a2_no_password").send(&app).await.matches();
}

#[rocket::async_test]
async fn whoever_has_a_second_factor_or_is_not_let_in_yet_is_told_so() {
    let app = TestApp::start().await;
    app.loner(JUNE).await.turn_two_factor_on(&app).await;
    attempt(&app, "a2_two_factor", JUNE, PASSWORD).await;
    attempt(&app, "a2_wrong_credentials", JUNE, "Other123!").await;
    // Somebody who signed up through a dialect that lets nobody in before their letter is used.
    sign_up(&app.app, &caller_in(Dialect::Pm415), sign_up_of("adam@acme.example")).await.unwrap();
    attempt(&app, "a2_not_activated", "adam@acme.example", PASSWORD).await;
}

#[rocket::async_test]
async fn a_session_activates_and_gets_another_token() {
    let app = TestApp::start().await;
    let id = create(&app, JUNE).await;
    let first = sign_in(&app, JUNE, FOUR_KINDS).await;
    assert_eq!(account(&app, &first, &id).await.body["verified"], false);
    let second = shown(&app, "a3_activate", &first).await.str("/token").to_owned();
    assert!(!is_live(&app, &first).await && is_live(&app, &second).await);
    shown(&app, "a3_bad_bearer", &first).await;
    assert_eq!(account(&app, &second, &id).await.body["verified"], true);
    let third = shown(&app, "a3_activate_lower_case", &second).await.str("/token").to_owned();
    // A session activates; the mailbox is as unproven as before.
    let told = app.bearer(&third).get("/account").await.expect(200);
    assert_eq!(told.body["email"]["verified"], false);
}

#[rocket::async_test]
async fn a_letter_activates_proves_the_mailbox_and_signs_in() {
    let app = TestApp::start().await;
    let id = create(&app, JUNE).await;
    let letter = app.last_letter_to(JUNE).await.token("activate");
    let token = shown(&app, "a3_activate", &letter).await.str("/token").to_owned();
    assert_eq!(account(&app, &token, &id).await.body["verified"], true);
    assert_eq!(app.bearer(&token).get("/account").await.expect(200).body["email"]["verified"], true);
    shown(&app, "a3_spent_letter", &letter).await;
    // So does the letter of a native sign-up.
    let body = json!({"email": "adam@acme.example", "password": PASSWORD, "name": "Adam Poe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let letter = app.last_letter_to("adam@acme.example").await.token("activate");
    shown(&app, "a3_activate", &letter).await;
}

#[rocket::async_test]
async fn what_activates_nothing_is_refused() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    fixture("a3_no_bearer").send(&app).await.matches();
    shown(&app, "a3_bad_bearer", "nonsense").await;
    shown(&app, "a3_unknown_letter", &"A".repeat(43)).await;
    let adam = app.loner("adam@acme.example").await;
    let key = adam.api_key(&app, &["account:read"]).await;
    shown(&app, "a3_api_key", &key.secret).await;
    let letter = app.last_letter_to(JUNE).await.token("activate");
    app.clock.advance(Duration::from_hours(48));
    shown(&app, "a3_expired_letter", &letter).await;
}

#[rocket::async_test]
async fn a_letter_does_not_stand_in_for_the_second_factor_and_is_not_used_up() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@acme.example", "Acme").await;
    let shared = app.invite_by_link(&olga, JUNE, "member").await;
    app.sign_up_invited(JUNE, &shared).await.expect(201);
    let letter = app.last_letter_to(JUNE).await.token("activate");
    app.sign_in(JUNE).await.turn_two_factor_on(&app).await;
    shown(&app, "a3_two_factor", &letter).await;
    app.anonymous().post("/activation", json!({"token": letter})).await.expect(200);
}

#[rocket::async_test]
async fn where_the_services_policy_goes_first_the_letter_alone_activates() {
    let app = strict().await;
    create(&app, JUNE).await;
    let session = sign_in(&app, JUNE, FOUR_KINDS).await;
    shown(&app, "a3_strict_session", &session).await;
    assert!(is_live(&app, &session).await);
    let letter = app.last_letter_to(JUNE).await.token("activate");
    shown(&app, "a3_activate", &letter).await;
    let guessable = json!({"email": "adam@acme.example", "password": "Passw0rd!"});
    super::expect_failure(&post(&app.anonymous(), ACCOUNTS, guessable).await, 400);
}

#[rocket::async_test]
async fn the_letter_comes_again_and_nothing_tells_whether_it_does() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    for email in [JUNE, "nobody@acme.example"] {
        fixture("a4_resend_email").with("email", email).send(&app).await.matches();
    }
    let letters = app.letters_to(JUNE).await;
    assert_eq!(letters.len(), 2);
    assert!(app.letters_to("nobody@acme.example").await.is_empty());
    shown(&app, "a3_activate", &letters[1].token("activate")).await;
    fixture("a4_bad_email").send(&app).await.matches();
}
