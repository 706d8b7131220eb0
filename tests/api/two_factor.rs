//! `/account/two-factor` and `/sessions/two-factor`

use std::time::Duration;

use rocket::futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{Device, PASSWORD, Person, TestApp, authenticator};

/// Somebody who signed in and turned their second factor on; a minute has passed since.
async fn protected(app: &TestApp) -> (Person, Device) {
    let june = app.loner("june@acme.example").await;
    let device = june.turn_two_factor_on(app).await;
    (june, device)
}

const JUNE: &str = "june@acme.example";

#[rocket::async_test]
async fn signing_in_asks_for_a_code_once_it_is_on() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let signed_in = app.complete(&app.challenge(JUNE).await, ("code", &device.code(&app))).await.expect(201);
    assert_eq!(signed_in.body["user"]["two_factor"], true);
    let status = june.api(&app).get("/account/two-factor").await.expect(200);
    assert_eq!((&status.body["enabled"], &status.body["recovery_codes_left"]), (&json!(true), &json!(10)));
}

#[rocket::async_test]
async fn an_abandoned_set_up_gates_nothing() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    june.set_up_two_factor(&app).await.expect(200);
    app.sign_in("june@acme.example").await;
}

#[rocket::async_test]
async fn set_up_asks_for_the_password_and_tells_an_app_what_it_needs() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let wrong = json!({"password": "borrowed violet lantern"});
    june.api(&app).post("/account/two-factor/setup", wrong).await.expect_refusal(403, "wrong_password");
    let told = june.set_up_two_factor(&app).await.expect(200);
    assert!(told.str("/otpauth_url").starts_with("otpauth://totp/Gatepost:june"));
    assert!(told.str("/qr_svg").contains("<svg"));
}

#[rocket::async_test]
async fn turning_it_on_ends_the_other_sessions_and_is_told_by_mail() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let other = app.sign_in("june@acme.example").await;
    let authenticator = authenticator(june.set_up_two_factor(&app).await.expect(200).str("/secret"));
    let body = json!({"code": authenticator.code_at(app.clock.now())});
    june.api(&app).post("/account/two-factor/enable", body).await.expect(200);
    other.api(&app).get("/account").await.expect(401);
    june.api(&app).get("/account").await.expect(200);
    assert!(app.last_letter_to("june@acme.example").await.subject.contains("Two-factor sign-in is on"));
}

#[rocket::async_test]
async fn a_code_is_good_once_also_the_one_that_turned_it_on() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let authenticator = authenticator(june.set_up_two_factor(&app).await.expect(200).str("/secret"));
    let code = authenticator.code_at(app.clock.now());
    june.api(&app).post("/account/two-factor/enable", json!({"code": code})).await.expect(200);
    app.complete(&app.challenge(JUNE).await, ("code", &code)).await.expect_refusal(401, "wrong_code");
    app.clock.advance(Duration::from_mins(1));
    let next = authenticator.code_at(app.clock.now());
    app.complete(&app.challenge(JUNE).await, ("code", &next)).await.expect(201);
    app.complete(&app.challenge(JUNE).await, ("code", &next)).await.expect_refusal(401, "wrong_code");
}

#[rocket::async_test]
async fn an_older_code_is_refused_after_a_newer_one() {
    let app = TestApp::start().await;
    let (_, device) = protected(&app).await;
    let older = device.code(&app);
    app.clock.advance(Duration::from_secs(30));
    app.complete(&app.challenge(JUNE).await, ("code", &device.code(&app))).await.expect(201);
    app.complete(&app.challenge(JUNE).await, ("code", &older)).await.expect_refusal(401, "wrong_code");
}

#[rocket::async_test]
async fn of_many_uses_of_one_code_at_the_same_time_one_signs_in() {
    let app = TestApp::start().await;
    let (_, device) = protected(&app).await;
    let mut challenges = Vec::new();
    for _ in 0..4 {
        challenges.push(app.challenge(JUNE).await);
    }
    let code = device.code(&app);
    let answers = join_all(challenges.iter().map(|challenge| app.complete(challenge, ("code", &code)))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
}

#[rocket::async_test]
async fn of_64_redemptions_of_one_challenge_or_recovery_code_one_signs_in() {
    let app = TestApp::start().await;
    let (_, device) = protected(&app).await;
    let challenge = app.challenge(JUNE).await;
    let code = ("recovery_code", device.recovery_codes[0].as_str());
    let answers = join_all((0..64).map(|_| app.complete(&challenge, code))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    assert!(answers.iter().all(|answer| matches!(answer.status, 201 | 401 | 410 | 429)));
}

#[rocket::async_test]
async fn a_recovery_code_stands_in_once_and_is_told_by_mail() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let typed = device.recovery_codes[3].to_uppercase().replace('-', " ");
    app.complete(&app.challenge(JUNE).await, ("recovery_code", &typed)).await.expect(201);
    assert!(app.last_letter_to("june@acme.example").await.subject.contains("recovery code was used"));
    let again = app.complete(&app.challenge(JUNE).await, ("recovery_code", &typed)).await;
    again.expect_refusal(401, "wrong_code");
    let status = june.api(&app).get("/account/two-factor").await.expect(200);
    assert_eq!(status.body["recovery_codes_left"], 9);
}

#[rocket::async_test]
async fn new_recovery_codes_void_the_old_ones() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let body = json!({"password": PASSWORD, "code": device.code(&app)});
    let fresh = june.api(&app).post("/account/two-factor/recovery-codes", body).await.expect(200);
    let old = ("recovery_code", device.recovery_codes[0].as_str());
    app.complete(&app.challenge(JUNE).await, old).await.expect_refusal(401, "wrong_code");
    let new = ("recovery_code", fresh.str("/recovery_codes/0"));
    app.complete(&app.challenge(JUNE).await, new).await.expect(201);
}

#[rocket::async_test]
async fn five_wrong_codes_lock_over_challenges_until_time_has_passed() {
    let app = TestApp::start().await;
    let (_, device) = protected(&app).await;
    for _ in 0..5 {
        app.complete(&app.challenge(JUNE).await, ("code", "000000")).await.expect_refusal(401, "wrong_code");
    }
    let locked = app.complete(&app.challenge(JUNE).await, ("code", &device.code(&app))).await;
    locked.expect_refusal(429, "rate_limited");
    app.clock.advance(Duration::from_secs(31));
    app.complete(&app.challenge(JUNE).await, ("code", &device.code(&app))).await.expect(201);
}

#[rocket::async_test]
async fn a_challenge_is_good_for_five_minutes_and_for_nothing_else() {
    let app = TestApp::start().await;
    let (_, device) = protected(&app).await;
    let challenge = app.challenge(JUNE).await;
    app.bearer(&challenge).get("/account").await.expect_refusal(401, "not_signed_in");
    let body = json!({"token": challenge});
    app.anonymous().post("/activation", body).await.expect_refusal(404, "token_unknown");
    app.clock.advance(Duration::from_mins(5));
    let late = app.complete(&challenge, ("code", &device.code(&app))).await;
    late.expect_refusal(410, "token_expired");
}

#[rocket::async_test]
async fn a_reset_does_not_get_around_it() {
    let app = TestApp::start().await;
    let (_, _) = protected(&app).await;
    app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let token = app.last_letter_to("june@acme.example").await.token("reset");
    app.anonymous()
        .post(&format!("/password-resets/{token}"), json!({"password": PASSWORD}))
        .await
        .expect(200);
    app.challenge(JUNE).await;
}

#[rocket::async_test]
async fn turning_it_off_takes_password_and_code() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let disable = async |body: Value| june.api(&app).post("/account/two-factor/disable", body).await;
    let wrong_password = json!({"password": "borrowed violet lantern", "code": device.code(&app)});
    disable(wrong_password).await.expect_refusal(403, "wrong_password");
    disable(json!({"password": PASSWORD, "code": "000000"})).await.expect_refusal(403, "wrong_code");
    disable(json!({"password": PASSWORD, "code": device.code(&app)})).await.expect(204);
    app.sign_in("june@acme.example").await;
    disable(json!({"password": PASSWORD, "code": "000000"})).await.expect_refusal(409, "two_factor_off");
}
