//! `/settings/two-factor`: the authenticator app, and recovery codes.

use std::time::Duration;

use crate::support::{Browser, PASSWORD, Person, TestApp, authenticator};

/// The key on the page, as an app reads it.
fn key(shown: &[String]) -> String {
    shown.concat().replace(' ', "")
}

async fn june(app: &TestApp) -> Person {
    app.founder("june@acme.example", "Acme").await
}

#[rocket::async_test]
async fn an_authenticator_app_is_set_up_and_recovery_codes_are_shown_once() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let elsewhere = app.sign_in(&june.email).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/two-factor").await.expect(200);
    let page = browser.submit(&page, "/settings/two-factor", &[("password", PASSWORD)]).await.expect(200);
    assert_eq!(page.path, "/settings/two-factor");
    assert!(page.attr(".qr svg", "viewBox").is_some());
    assert!(!page.answer.text.contains("style="), "the policy forbids it");
    assert_eq!(page.answer.header("cache-control"), Some("no-store"));
    let secret = key(&page.all("#secret"));
    let code = authenticator(&secret).code_at(app.clock.now());
    let page = browser.submit(&page, "/settings/two-factor/code", &[("code", &code)]).await.expect(200);
    let codes = page.all("#codes li");
    assert_eq!(codes.len(), 10);
    assert!(!page.answer.text.contains(&secret));
    let page = browser.open("/settings/two-factor").await.expect(200);
    page.expect_text("You have 10 recovery codes left.");
    elsewhere.who_am_i(&app).await.expect(401);
    let challenge = app.challenge(&june.email).await;
    app.complete(&challenge, ("recovery_code", &codes[0])).await.expect(201);
}

#[rocket::async_test]
async fn after_a_wrong_code_the_next_one_turns_it_on() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/two-factor").await.expect(200);
    let page = browser.submit(&page, "/settings/two-factor", &[("password", PASSWORD)]).await.expect(200);
    let secret = key(&page.all("#secret"));
    let page = browser.submit(&page, "/settings/two-factor/code", &[("code", "000000")]).await.expect(403);
    assert!(page.fault("").is_some());
    assert!(!page.answer.text.contains(&secret));
    let page = browser.submit(&page, "/settings/two-factor/code", &[("code", "")]).await.expect(422);
    assert!(page.fault("code").is_some());
    let code = authenticator(&secret).code_at(app.clock.now());
    let code = format!("{} {}", &code[..3], &code[3..]);
    browser.submit(&page, "/settings/two-factor/code", &[("code", &code)]).await.expect(200);
    let challenge = app.challenge(&june.email).await;
    assert!(!challenge.is_empty());
}

#[rocket::async_test]
async fn setting_it_up_takes_the_password_and_a_code_takes_a_set_up() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/two-factor").await.expect(200);
    let page = browser.submit(&page, "/settings/two-factor", &[("password", "wrong")]).await.expect(403);
    assert!(page.fault("").is_some());
    let page = browser.open("/settings/two-factor/code").await.expect(200);
    let page = browser.submit(&page, "/settings/two-factor/code", &[("code", "123456")]).await.expect(409);
    assert!(page.fault("").is_some());
    june.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn new_recovery_codes_take_the_place_of_the_old_ones() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let device = june.turn_two_factor_on(&app).await;
    let mut browser = Browser::of(&app, &june);
    let path = "/settings/two-factor/recovery-codes";
    let page = browser.open(path).await.expect(200);
    let wrong = [("password", PASSWORD), ("code", "000000")];
    let page = browser.submit(&page, path, &wrong).await.expect(403);
    assert!(page.fault("").is_some());
    let right = [("password", PASSWORD), ("code", &device.code(&app))];
    let page = browser.submit(&page, path, &right).await.expect(200);
    let codes = page.all("#codes li");
    assert!(codes.len() == 10 && !codes.contains(&device.recovery_codes[0]));
    let challenge = app.challenge(&june.email).await;
    app.complete(&challenge, ("recovery_code", &device.recovery_codes[0])).await.expect(401);
    app.complete(&challenge, ("recovery_code", &codes[0])).await.expect(201);
}

#[rocket::async_test]
async fn it_is_turned_off_by_the_password_and_a_code_of_either_kind() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let mut browser = Browser::of(&app, &june);
    let path = "/settings/two-factor/disable";
    for by_app in [true, false] {
        let device = june.turn_two_factor_on(&app).await;
        app.clock.advance(Duration::from_mins(1));
        let code = if by_app { device.code(&app) } else { device.recovery_codes[0].clone() };
        let page = browser.open(path).await.expect(200);
        let page = browser.submit(&page, path, &[("password", "wrong"), ("code", &code)]).await.expect(403);
        let page = browser.submit(&page, path, &[("password", PASSWORD), ("code", &code)]).await.expect(200);
        page.expect_text("Two-factor sign-in is off.");
        app.sign_in(&june.email).await;
    }
}
