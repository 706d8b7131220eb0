//! T19, T21, T22 and T23: the second factor is asked for, once for each code, and in nobody's stead.

use std::time::Duration;

use rocket::futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{
    Answer, Device, Document, MANY, PASSWORD, Person, ROUNDS, TestApp, at_once, authenticator, count,
};

const JUNE: &str = "june@acme.example";
const WRONG: &str = "borrowed violet lantern";

/// Somebody with an org and a second factor.
async fn protected(app: &TestApp) -> (Person, Device) {
    let june = app.founder(JUNE, "Acme").await;
    let device = june.turn_two_factor_on(app).await;
    (june, device)
}

async fn is_on(app: &TestApp, june: &Person) -> bool {
    june.api(app).get("/account/two-factor").await.expect(200).body["enabled"] == true
}

async fn confirm(app: &TestApp, june: &Person, path: &str, password: &str, code: &str) -> Answer {
    let body = json!({"password": password, "code": code});
    june.api(app).post(&format!("/account/two-factor/{path}"), body).await
}

/// Broken: a right password made a session beside the challenge.
#[rocket::async_test]
async fn t19_half_a_sign_in_opens_no_route() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let challenge = app.challenge(JUNE).await;
    let document = Document::of(&app).await;
    let mut opened_by_nothing = 0;
    for operation in document.operations() {
        let path = operation.path_with(&june.org_id, &june.id);
        let body = document.example_body(&operation).map(|body| body.to_string());
        let half = app.bearer(&challenge).send(operation.method, &path, body.clone()).await;
        if operation.needs_session() {
            assert_eq!(half.status, 401, "{}: {}", operation.name(), half.text);
            opened_by_nothing += 1;
        } else {
            let none = app.anonymous().send(operation.method, &path, body).await;
            // It counts for nothing, or is refused where a session would have counted.
            assert!([none.status, 401].contains(&half.status), "{}: {}", operation.name(), half.text);
        }
    }
    assert!(opened_by_nothing > 20, "the document names what a session is needed for");
    let sessions = june.api(&app).get("/sessions").await.expect(200);
    assert_eq!(sessions.items().len(), 1, "half a sign-in makes no session");
    app.complete(&challenge, ("code", &device.code(&app))).await.expect(201);
}

/// Broken: turning it off did not look at the password.
#[rocket::async_test]
async fn t19_a_factor_goes_only_by_session_password_and_code_together() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    for path in ["disable", "recovery-codes"] {
        let body = json!({"password": PASSWORD, "code": device.code(&app)});
        let path_signed_out = format!("/account/two-factor/{path}");
        app.anonymous().post(&path_signed_out, body).await.expect_refusal(401, "not_signed_in");
        confirm(&app, &june, path, WRONG, &device.code(&app)).await.expect_refusal(403, "wrong_password");
        confirm(&app, &june, path, PASSWORD, "000000").await.expect_refusal(403, "wrong_code");
        for half in [json!({"password": PASSWORD}), json!({"code": device.code(&app)})] {
            june.api(&app).post(&path_signed_out, half).await.expect_refusal(422, "invalid_values");
        }
    }
    // Nor is it replaced without being turned off.
    june.set_up_two_factor(&app).await.expect_refusal(409, "two_factor_on");
    let enable = json!({"code": device.code(&app)});
    june.api(&app).post("/account/two-factor/enable", enable).await.expect_refusal(409, "two_factor_on");
    assert!(is_on(&app, &june).await);
    // A code beside a wrong password was not used up.
    confirm(&app, &june, "disable", PASSWORD, &device.code(&app)).await.expect(204);
}

/// Broken: setting it up did not look at the password.
#[rocket::async_test]
async fn t19_a_factor_comes_only_by_session_and_password() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let path = "/account/two-factor/setup";
    app.anonymous().post(path, json!({"password": PASSWORD})).await.expect_refusal(401, "not_signed_in");
    june.api(&app).post(path, json!({"password": WRONG})).await.expect_refusal(403, "wrong_password");
    let enable = json!({"code": "000000"});
    let none = june.api(&app).post("/account/two-factor/enable", enable).await;
    none.expect_refusal(409, "two_factor_not_set_up");
}

/// Broken: the last step that was used was accepted again.
#[rocket::async_test]
async fn t21_a_code_is_good_once_wherever_it_is_shown() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.founder(JUNE, "Acme").await;
    let secret = june.set_up_two_factor(&app).await.expect(200).str("/secret").to_owned();
    let enabling = authenticator(&secret).code_at(app.clock.now());
    let enable = json!({"code": enabling});
    let told = june.api(&app).post("/account/two-factor/enable", enable.clone()).await.expect(200);
    june.api(&app).post("/account/two-factor/enable", enable).await.expect_refusal(409, "two_factor_on");
    assert_eq!(told.body["recovery_codes"].as_array().map(Vec::len), Some(10));

    // What turned it on neither signs in, nor makes codes, nor turns it off.
    let mut spent = enabling;
    for _ in 0..3 {
        app.complete(&app.challenge(JUNE).await, ("code", &spent)).await.expect_refusal(401, "wrong_code");
        confirm(&app, &june, "recovery-codes", PASSWORD, &spent).await.expect_refusal(403, "wrong_code");
        confirm(&app, &june, "disable", PASSWORD, &spent).await.expect_refusal(403, "wrong_code");
        app.clock.advance(Duration::from_secs(30));
        spent = authenticator(&secret).code_at(app.clock.now());
        // Nor does what signed in, or what made codes.
        app.complete(&app.challenge(JUNE).await, ("code", &spent)).await.expect(201);
    }
    app.clock.advance(Duration::from_secs(30));
    let next = authenticator(&secret).code_at(app.clock.now());
    confirm(&app, &june, "recovery-codes", PASSWORD, &next).await.expect(200);
    app.complete(&app.challenge(JUNE).await, ("code", &next)).await.expect_refusal(401, "wrong_code");
    assert!(is_on(&app, &june).await);
}

/// Broken: a step before the last one was accepted.
#[rocket::async_test]
async fn t21_an_older_code_is_void_after_a_newer_one() {
    let app = TestApp::start().await;
    app.clock.stop();
    let (june, device) = protected(&app).await;
    let older = device.code(&app);
    app.clock.advance(Duration::from_secs(30));
    let newer = device.code(&app);
    app.complete(&app.challenge(JUNE).await, ("code", &newer)).await.expect(201);
    for code in [&older, &newer] {
        app.complete(&app.challenge(JUNE).await, ("code", code)).await.expect_refusal(401, "wrong_code");
        confirm(&app, &june, "disable", PASSWORD, code).await.expect_refusal(403, "wrong_code");
    }
}

/// Broken: the last step that was used was accepted again.
#[rocket::async_test]
async fn t21_of_many_sign_ins_by_one_code_at_once_one_succeeds() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let email = format!("june{round}@acme.example");
        let device = app.loner(&email).await.turn_two_factor_on(&app).await;
        let challenges = join_all((0..MANY).map(|_| app.challenge(&email))).await;
        let (app, challenges, code) = (&app, &challenges, &device.code(&app));
        let answers = at_once(|n| app.complete(&challenges[n], ("code", code))).await;
        assert_eq!(count(&answers, 201), 1);
        assert!(answers.iter().all(|answer| matches!(answer.status, 201 | 401 | 429)));
    }
}

/// Broken: setting it up turned it on.
#[rocket::async_test]
async fn t22_an_abandoned_set_up_gates_nothing() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let first = june.set_up_two_factor(&app).await.expect(200).str("/secret").to_owned();
    let second = june.set_up_two_factor(&app).await.expect(200).str("/secret").to_owned();
    assert!(!is_on(&app, &june).await);
    let june = app.sign_in(JUNE).await;
    let account = june.api(&app).get("/account").await.expect(200);
    assert_eq!(account.body["two_factor"], false);
    // The secret of the set-up before is void.
    let enable = async |secret: &str| {
        let body = json!({"code": authenticator(secret).code_at(app.clock.now())});
        june.api(&app).post("/account/two-factor/enable", body).await
    };
    enable(&first).await.expect_refusal(403, "wrong_code");
    app.sign_in(JUNE).await;
    enable(&second).await.expect(200);
    app.challenge(JUNE).await;
}

/// Broken: a challenge was good at the instant it expires.
#[rocket::async_test]
async fn t22_a_challenge_has_expired_at_the_very_instant() {
    let app = TestApp::start().await;
    app.clock.stop();
    let (_, device) = protected(&app).await;
    let instant = Duration::from_micros(1);
    let lifetime = Duration::from_mins(5);
    let (late, in_time) = (app.challenge(JUNE).await, app.challenge(JUNE).await);
    app.clock.advance(lifetime.saturating_sub(instant));
    app.complete(&in_time, ("code", &device.code(&app))).await.expect(201);
    app.clock.advance(instant);
    let code = ("recovery_code", device.recovery_codes[0].as_str());
    app.complete(&late, code).await.expect_refusal(410, "token_expired");
    // A right code was not used up by it.
    app.complete(&app.challenge(JUNE).await, code).await.expect(201);
}

/// Broken: spending a recovery code did not look at whether it was spent.
#[rocket::async_test]
async fn t23_of_many_uses_of_one_recovery_code_at_once_one_succeeds() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let email = format!("june{round}@acme.example");
        let june = app.loner(&email).await;
        let device = june.turn_two_factor_on(&app).await;
        let challenges = join_all((0..MANY).map(|_| app.challenge(&email))).await;
        let (app, challenges) = (&app, &challenges);
        let code = device.recovery_codes[round % 10].as_str();
        let answers = at_once(|n| app.complete(&challenges[n], ("recovery_code", code))).await;
        assert_eq!(count(&answers, 201), 1);
        assert!(answers.iter().all(|answer| matches!(answer.status, 201 | 401 | 429)));
        let left = june.api(app).get("/account/two-factor").await.expect(200);
        assert_eq!(left.body["recovery_codes_left"], 9);
    }
}

/// Broken: new recovery codes were put beside the old ones.
#[rocket::async_test]
async fn t23_new_recovery_codes_void_every_old_one() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let fresh = confirm(&app, &june, "recovery-codes", PASSWORD, &device.code(&app)).await.expect(200);
    for old in &device.recovery_codes {
        app.complete(&app.challenge(JUNE).await, ("recovery_code", old))
            .await
            .expect_refusal(401, "wrong_code");
        // Enough wrong ones would lock, and hide what each of them does.
        app.clock.advance(Duration::from_hours(25));
    }
    let new = fresh.body["recovery_codes"].as_array().expect("recovery codes");
    assert_eq!(new.len(), 10);
    for code in new.iter().filter_map(Value::as_str) {
        app.complete(&app.challenge(JUNE).await, ("recovery_code", code)).await.expect(201);
    }
}

/// Broken: turning it off left its recovery codes, and new ones were put beside them.
#[rocket::async_test]
async fn t23_recovery_codes_go_with_their_factor() {
    let app = TestApp::start().await;
    let (june, old) = protected(&app).await;
    june.turn_two_factor_off(&app, &old).await.expect(204);
    app.clock.advance(Duration::from_mins(1));
    june.turn_two_factor_on(&app).await;
    let code = ("recovery_code", old.recovery_codes[0].as_str());
    app.complete(&app.challenge(JUNE).await, code).await.expect_refusal(401, "wrong_code");
    let code = old.code(&app);
    app.complete(&app.challenge(JUNE).await, ("code", &code)).await.expect_refusal(401, "wrong_code");
}
