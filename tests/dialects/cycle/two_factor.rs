//! Two-factor auth: set up, on, off, and recovered.

use std::time::Duration;

use serde_json::json;

use super::load;
use crate::support::{Answer, Device, Fixture, PASSWORD, TestApp, authenticator};

fn code_of(app: &TestApp, secret: &str) -> String {
    authenticator(secret).code_at(app.clock.now())
}

fn recover(case: &str, codes: &[&String]) -> Fixture {
    load(case).with("codes", &json!(codes).to_string())
}

/// Turns it on by Cycle's calls; a minute has passed since.
async fn turn_on(app: &TestApp, token: &str) -> Device {
    let set_up = load("c1_two_factor_setup").with("token", token).send(app).await.matches();
    let secret = set_up.str("/data/secret").to_owned();
    let enable = load("c1_two_factor_enable").with("token", token).with("code", &code_of(app, &secret));
    let enabled = enable.send(app).await.matches();
    app.clock.advance(Duration::from_mins(1));
    let codes = enabled.body["data"]["recovery_codes"].as_array().expect("codes");
    let recovery_codes = codes.iter().map(|code| code.as_str().expect("a text").to_owned()).collect();
    Device { secret, recovery_codes }
}

async fn factor_asked_for(app: &TestApp, email: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": PASSWORD})).await
}

#[rocket::async_test]
async fn it_is_turned_on_by_a_code_and_off_again_by_another() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let case = |name| load(name).with("token", &june.token).send(&app);
    case("c1_two_factor_enable_not_set_up").await.matches();
    case("c1_two_factor_enable_nothing").await.matches();
    case("c1_two_factor_disable_off").await.matches();
    case("c1_two_factor_setup").await.matches();
    case("c1_two_factor_enable_wrong").await.matches();
    let device = turn_on(&app, &june.token).await;
    factor_asked_for(&app, &june.email).await.expect_refusal(401, "two_factor_required");
    case("c1_two_factor_setup_on").await.matches();
    case("c1_two_factor_disable_wrong").await.matches();
    let code = device.code(&app);
    load("c1_two_factor_disable").with("token", &june.token).with("code", &code).send(&app).await.matches();
    factor_asked_for(&app, &june.email).await.expect(201);
}

#[rocket::async_test]
async fn a_picture_says_what_the_secret_says() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let first = load("c1_two_factor_setup").with("token", &june.token).send(&app).await.matches();
    let second = load("c1_two_factor_setup").with("token", &june.token).send(&app).await.matches();
    assert_ne!(first.str("/data/secret"), second.str("/data/secret"));
    assert_ne!(first.str("/data/qr"), second.str("/data/qr"));
    // An abandoned one gates nothing.
    factor_asked_for(&app, &june.email).await.expect(201);
}

#[rocket::async_test]
async fn a_lost_app_is_replaced_by_two_calls() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    load("c1_recover_off").send(&app).await.matches();
    let lost = turn_on(&app, &june.token).await;
    let codes: Vec<&String> = lost.recovery_codes.iter().collect();
    for shown in [&codes[..1], &[codes[0], codes[0]], &codes[..3], &[]] {
        recover("c1_recover_number_of_codes", shown).send(&app).await.matches();
    }
    let begun = recover("c1_recover", &codes[..2]).send(&app).await.matches();
    recover("c1_recover_wrong_codes", &codes[1..3]).send(&app).await.matches();
    let secret = begun.str("/data/secret").to_owned();
    let confirm = recover("c1_recover_confirm", &codes[2..4]).with("secret", &secret);
    confirm.with("code", &code_of(&app, &secret)).send(&app).await.matches();
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    app.clock.advance(Duration::from_mins(1));
    let challenge = app.challenge(&june.email).await;
    app.complete(&challenge, ("code", &code_of(&app, &secret))).await.expect(201);
}

#[rocket::async_test]
async fn nothing_is_recovered_without_the_password() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    june.turn_two_factor_on(&app).await;
    for email in ["june@acme.example", "nobody@acme.example"] {
        load("c1_recover_wrong_password").with("email", email).send(&app).await.matches();
    }
    load("c1_recover_nothing").send(&app).await.matches();
    load("c1_recover_code_type").send(&app).await.matches();
}
