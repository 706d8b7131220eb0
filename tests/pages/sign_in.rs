//! Signing in and out.

use crate::support::{Browser, PASSWORD, TestApp};

#[rocket::async_test]
async fn a_person_signs_in_and_out() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-in").await.expect(200);
    browser.submit(&page, "/sign-in", &[("login", &june.email), ("password", PASSWORD)]).await;
    assert!(browser.cookie("__Host-gatepost").is_some());
    let page = browser.open("/sign-in").await;
    browser.submit(&page, "/sign-out", &[]).await.expect(200).expect_text("You are signed out.");
    assert!(browser.cookie("__Host-gatepost").is_none());
}

#[rocket::async_test]
async fn a_wrong_password_is_told_and_the_address_kept() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-in").await.expect(200);
    let page =
        browser.submit(&page, "/sign-in", &[("login", &june.email), ("password", "wrong")]).await.expect(401);
    assert_eq!(page.fault("").as_deref(), Some("The email address, username or password is wrong."));
    assert_eq!(page.value("login").as_deref(), Some(june.email.as_str()));
    assert_eq!(page.value("password").as_deref(), Some(""));
}

#[rocket::async_test]
async fn a_person_is_led_back_to_where_they_were_going() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let device = june.turn_two_factor_on(&app).await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-in?next=/settings/password?a=b").await.expect(200);
    let fields = [("login", june.email.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, "/sign-in", &fields).await.expect(200);
    assert_eq!(page.heading(), "Confirm it’s you");
    let page = browser.submit(&page, "/sign-in/two-factor", &[("code", "000000")]).await.expect(401);
    let code = device.code(&app);
    let page = browser.submit(&page, "/sign-in/two-factor", &[("code", &code)]).await;
    assert_eq!(page.path, "/settings/password?a=b");
}
