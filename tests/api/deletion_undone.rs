//! Taking the deletion of an account back: by signing in, or by "this wasn't me".

use std::time::Duration;

use rocket::futures::future::join;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

const DAY: Duration = Duration::from_hours(24);
const JUNE: &str = "june@acme.example";
const OTHER: &str = "borrowed violet lantern";

async fn try_password(app: &TestApp, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": JUNE, "password": password})).await
}

async fn state_of(app: &TestApp, reader: &Person, job: &Answer) -> String {
    let job = reader.api(app).get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
    job.str("/state").to_owned()
}

/// The account is open, and nothing is erased when the time comes.
async fn expect_kept(app: &TestApp, job: &Answer, password: &str) {
    let june = try_password(app, password).await.expect(201);
    let session = app.bearer(june.str("/token"));
    assert_eq!(session.get("/account").await.expect(200).str("/state"), "active");
    let seen = session.get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
    assert_eq!(seen.str("/state"), "cancelled");
    app.clock.advance(8 * DAY);
    app.run_jobs().await;
    try_password(app, password).await.expect(201);
}

#[rocket::async_test]
async fn signing_in_takes_it_back_and_is_told_by_mail() {
    let app = TestApp::start().await;
    let before = app.loner(JUNE).await;
    let job = before.delete_account(&app).await.expect(202);
    let june = app.sign_in(JUNE).await;
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.subject.contains("stays"), "{}", letter.subject);
    assert_eq!(state_of(&app, &june, &job).await, "cancelled");
    before.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    expect_kept(&app, &job, PASSWORD).await;
}

#[rocket::async_test]
async fn a_wrong_password_takes_nothing_back() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let job = june.delete_account(&app).await.expect(202);
    try_password(&app, OTHER).await.expect_refusal(401, "wrong_credentials");
    assert_eq!(state_of(&app, &june, &job).await, "scheduled");
}

#[rocket::async_test]
async fn with_a_second_factor_the_password_alone_takes_nothing_back() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let device = june.turn_two_factor_on(&app).await;
    let job = june.delete_account(&app).await.expect(202);
    let challenge = try_password(&app, PASSWORD).await.expect_refusal(401, "two_factor_required");
    assert_eq!(state_of(&app, &june, &job).await, "scheduled");
    let body = json!({"challenge": challenge.str("/challenge"), "code": device.code(&app)});
    app.anonymous().post("/sessions/two-factor", body).await.expect(201);
    assert_eq!(state_of(&app, &june, &job).await, "cancelled");
}

#[rocket::async_test]
async fn a_reset_and_a_sign_in_take_it_back() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let job = june.delete_account(&app).await.expect(202);
    app.anonymous().post("/password-resets", json!({"email": JUNE})).await.expect(202);
    let token = app.last_letter_to(JUNE).await.token("reset");
    app.anonymous().post(&format!("/password-resets/{token}"), json!({"password": OTHER})).await.expect(200);
    assert_eq!(state_of(&app, &june, &job).await, "scheduled");
    expect_kept(&app, &job, OTHER).await;
}

#[rocket::async_test]
async fn this_was_not_me_keeps_the_account_and_mails_a_reset() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let job = june.delete_account(&app).await.expect(202);
    let token = app.last_letter_to(JUNE).await.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{token}")).await.expect(204);
    assert_eq!(state_of(&app, &june, &job).await, "cancelled");
    try_password(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    let reset = app.last_letter_to(JUNE).await.token("reset");
    app.anonymous().post(&format!("/password-resets/{reset}"), json!({"password": OTHER})).await.expect(200);
    expect_kept(&app, &job, OTHER).await;
}

#[rocket::async_test]
async fn an_earlier_this_was_not_me_keeps_the_account_too() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    june.api(&app).put("/account/password", json!({"current": PASSWORD, "new": OTHER})).await.expect(204);
    let token = app.last_letter_to(JUNE).await.token("not-me");
    let job = june.api(&app).delete_with("/account", json!({"password": OTHER})).await.expect(202);
    app.anonymous().post_empty(&format!("/not-me/{token}")).await.expect(204);
    assert_eq!(state_of(&app, &june, &job).await, "cancelled");
}

#[rocket::async_test]
async fn it_can_be_taken_back_until_the_very_instant_it_is_due() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    june.delete_account(&app).await.expect(202);
    app.clock.advance((7 * DAY).saturating_sub(Duration::from_micros(1)));
    let june = app.sign_in(JUNE).await;
    // Letters of one instant are in no order.
    app.clock.advance(Duration::from_millis(1));
    june.delete_account(&app).await.expect(202);
    let not_me = app.last_letter_to(JUNE).await.token("not-me");
    app.clock.advance(7 * DAY);
    // Nothing has been erased yet.
    try_password(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect_refusal(410, "token_expired");
    app.run_jobs().await;
    try_password(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
}

#[rocket::async_test]
async fn who_signs_in_while_it_is_due_is_in_or_gone_and_nothing_between() {
    for _ in 0..20 {
        let app = TestApp::start().await;
        app.clock.stop();
        let june = app.loner(JUNE).await;
        june.delete_account(&app).await.expect(202);
        app.clock.advance((7 * DAY).saturating_sub(Duration::from_micros(1)));
        let (signed_in, ()) = join(try_password(&app, PASSWORD), async {
            app.clock.advance(Duration::from_micros(1));
            app.run_jobs().await;
        })
        .await;
        if signed_in.status == 201 {
            let account = app.bearer(signed_in.str("/token")).get("/account").await.expect(200);
            assert_eq!(account.str("/state"), "active");
        } else {
            try_password(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
            app.loner(JUNE).await;
        }
    }
}

#[rocket::async_test]
async fn a_second_request_after_it_was_taken_back_is_a_job_of_its_own() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let first = june.delete_account(&app).await.expect(202);
    let june = app.sign_in(JUNE).await;
    let second = june.delete_account(&app).await.expect(202);
    assert_ne!(first.str("/id"), second.str("/id"));
    assert_eq!(second.body["steps"][2]["state"], Value::from("waiting"));
}
