//! `/activation` and `/not-me`

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";

async fn sign_up(app: &TestApp, password: &str) -> Answer {
    let body = json!({"email": JUNE, "password": password, "name": "June Doe", "org": {"name": "Acme"}});
    app.anonymous().post("/sign-up", body).await.expect(201)
}

async fn use_letter(app: &TestApp, token: &str) -> Answer {
    app.anonymous().post("/activation", json!({"token": token})).await
}

async fn try_to_sign_in(app: &TestApp, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": JUNE, "password": password})).await
}

async fn resend(app: &TestApp, email: &str) -> Answer {
    app.anonymous().post("/activation/resend", json!({"email": email})).await
}

#[rocket::async_test]
async fn a_letter_opens_its_account_once() {
    let app = TestApp::start().await;
    let signed_up = sign_up(&app, PASSWORD).await;
    let token = app.last_letter_to(JUNE).await.token("activate");
    let opened = use_letter(&app, &token).await.expect(200);
    assert_eq!(opened.str("/user/id"), signed_up.str("/user/id"));
    assert_eq!(
        (opened.str("/user/state"), &opened.body["user"]["email"]["verified"]),
        ("active", &json!(true))
    );
    assert_eq!((opened.str("/org/name"), &opened.body["orgs_to_review"]), ("Acme", &json!([])));
    use_letter(&app, &token).await.expect_refusal(410, "token_spent");
}

#[rocket::async_test]
async fn the_letter_names_the_org_and_carries_the_same_links_in_both_forms() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains("Acme") && letter.text.contains("June Doe"), "{}", letter.text);
    for journey in ["activate", "not-me"] {
        assert!(letter.html.contains(&letter.token(journey)), "{journey}");
    }
}

#[rocket::async_test]
async fn a_token_of_another_purpose_or_of_nobody_is_unknown() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    let letter = app.last_letter_to(JUNE).await;
    let june = app.founder("owner@acme.example", "Globex").await;
    let invitation = app.invitation(&june, "adam@acme.example").await;
    let not_me = letter.token("not-me");
    let cut = &letter.token("activate")[1..];
    for token in [&*not_me, &invitation.mailed, cut, "", "x", &"a".repeat(43), &"a".repeat(10_000)] {
        use_letter(&app, token).await.expect_refusal(404, "token_unknown");
    }
    use_letter(&app, &letter.token("activate")).await.expect(200);
}

#[rocket::async_test]
async fn a_letter_works_until_its_time_and_not_at_it() {
    let app = TestApp::start().await;
    app.clock.stop();
    sign_up(&app, PASSWORD).await;
    let token = app.last_letter_to(JUNE).await.token("activate");
    let lifetime = Duration::from_hours(48);
    app.clock.advance(lifetime);
    use_letter(&app, &token).await.expect_refusal(410, "token_expired");
    try_to_sign_in(&app, PASSWORD).await.expect_refusal(403, "not_activated");

    resend(&app, JUNE).await.expect(202);
    let token = app.last_letter_to(JUNE).await.token("activate");
    app.clock.advance(lifetime.checked_sub(Duration::from_micros(1)).expect("longer than that"));
    use_letter(&app, &token).await.expect(200);
}

#[rocket::async_test]
async fn asking_for_the_letter_again_answers_the_same_whoever_waits() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    app.founder("owner@acme.example", "Globex").await;
    for email in [JUNE, "owner@acme.example", "nobody@acme.example"] {
        let answer = resend(&app, email).await.expect(202);
        assert_eq!(answer.text, "", "{email}");
    }
    let letters = app.letters_to(JUNE).await;
    assert_eq!(letters.len(), 2);
    assert_ne!(letters[0].token("activate"), letters[1].token("activate"));
    let letters = app.letters_to("owner@acme.example").await;
    assert_eq!(letters.len(), 2, "the activation, then a notice");
    assert!(!letters[1].text.contains("?token="), "{}", letters[1].text);
    assert!(app.letters_to("nobody@acme.example").await.is_empty());
    let refusal = resend(&app, "june").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/email", "email_address_malformed")]);
}

#[rocket::async_test]
async fn an_earlier_letter_stays_good_until_one_is_used_and_then_all_are_dead() {
    let app = TestApp::start().await;
    for which in [0, 1] {
        let email = format!("june{which}@acme.example");
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe"});
        app.anonymous().post("/sign-up", body).await.expect(201);
        resend(&app, &email).await.expect(202);
        let letters = app.letters_to(&email).await;
        assert_eq!(letters.len(), 2);
        use_letter(&app, &letters[which].token("activate")).await.expect(200);
        use_letter(&app, &letters[1 - which].token("activate")).await.expect_refusal(410, "token_spent");
    }
}

#[rocket::async_test]
async fn asking_again_gives_the_sign_up_its_whole_time_again() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    app.clock.advance(Duration::from_hours(40));
    resend(&app, JUNE).await.expect(202);
    app.clock.advance(Duration::from_hours(40));
    let letters = app.letters_to(JUNE).await;
    use_letter(&app, &letters.last().expect("a letter").token("activate")).await.expect(200);
    try_to_sign_in(&app, PASSWORD).await.expect(201);
}

#[rocket::async_test]
async fn that_an_account_waits_is_told_only_to_who_knows_its_password() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    try_to_sign_in(&app, PASSWORD).await.expect_refusal(403, "not_activated");
    try_to_sign_in(&app, "some other password").await.expect_refusal(401, "wrong_credentials");
}

#[rocket::async_test]
async fn the_letter_that_is_used_decides_whose_password_holds() {
    let app = TestApp::start().await;
    sign_up(&app, "the first good password").await;
    sign_up(&app, "the second good password").await;
    let letters = app.letters_to(JUNE).await;
    assert_eq!(letters.len(), 2);
    use_letter(&app, &letters[0].token("activate")).await.expect(200);
    use_letter(&app, &letters[1].token("activate")).await.expect_refusal(410, "token_spent");
    try_to_sign_in(&app, "the second good password").await.expect_refusal(401, "wrong_credentials");
    try_to_sign_in(&app, "the first good password").await.expect(201);
}

#[rocket::async_test]
async fn a_username_that_was_taken_meanwhile_does_not_cost_the_letter() {
    let app = TestApp::start().await;
    for email in [JUNE, "adam@acme.example"] {
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "username": "june"});
        app.anonymous().post("/sign-up", body).await.expect(201);
    }
    app.activate("adam@acme.example").await;
    let opened = use_letter(&app, &app.last_letter_to(JUNE).await.token("activate")).await.expect(200);
    assert_eq!(opened.body["user"]["username"], Value::Null);
}

#[rocket::async_test]
async fn a_sign_up_that_was_not_me_is_undone_by_its_letter() {
    let app = TestApp::start().await;
    sign_up(&app, PASSWORD).await;
    let letter = app.last_letter_to(JUNE).await;
    let path = format!("/not-me/{}", letter.token("not-me"));
    app.anonymous().post_empty(&path).await.expect(204);
    app.anonymous().post_empty(&path).await.expect_refusal(410, "token_spent");
    use_letter(&app, &letter.token("activate")).await.expect_refusal(410, "token_spent");
    try_to_sign_in(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    app.anonymous().post_empty("/not-me/nonsense").await.expect_refusal(404, "token_unknown");
}

#[rocket::async_test]
async fn an_account_opened_without_its_mailbox_is_shut_by_the_owner_of_the_mailbox() {
    let app = TestApp::start().await;
    let owner = app.founder("owner@acme.example", "Globex").await;
    let invitation = app.invitation(&owner, JUNE).await;
    app.sign_up_invited(JUNE, &invitation.shared).await.expect(201);
    let intruder = app.sign_in(JUNE).await;
    let letter = app.last_letter_to(JUNE).await;
    app.anonymous().post_empty(&format!("/not-me/{}", letter.token("not-me"))).await.expect(204);
    intruder.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    try_to_sign_in(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
}
