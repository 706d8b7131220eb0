//! T19, T32 and T33 for pages: half a sign-in and what is no session open none, and none leads into what is another's.

use rocket::http::Method;

use super::all_seeing;
use super::places::{assert_unchanged, posted, rows, shown};
use crate::support::{Answer, Browser, PASSWORD, Person, TestApp};

/// Where an answer leaves whoever asked.
fn led(answer: &Answer) -> (u16, Option<&str>) {
    (answer.status, answer.header("location"))
}

/// To break it: take the cookie of a challenge for that of a session.
#[rocket::async_test]
async fn t19_half_a_sign_in_opens_no_page() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    let device = june.turn_two_factor_on(&app).await;
    let mut half = Browser::new(&app);
    let page = half.open("/sign-in").await.expect(200);
    let fields = [("login", june.email.as_str()), ("password", PASSWORD)];
    let step = half.submit(&page, "/sign-in", &fields).await.expect(200);
    for path in shown(&app, &june) {
        let nobody = Browser::new(&app).look(Method::Get, &path).await;
        let answer = half.look(Method::Get, &path).await;
        assert_eq!(led(&answer), led(&nobody), "{path}");
        assert!(half.cookie("__Host-gatepost").is_none(), "{path}");
    }
    let code = device.code(&app);
    half.submit(&step, "/sign-in/two-factor", &[("code", &code)]).await;
    assert!(half.cookie("__Host-gatepost").is_some());
}

/// To break it: take whoever a bearer stands for as signed in to the pages.
#[rocket::async_test]
async fn t32_neither_a_key_nor_a_challenge_opens_a_page() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    let scopes = app.scopes().await;
    let key = june.api_key(&app, &scopes.iter().map(String::as_str).collect::<Vec<_>>()).await.secret;
    june.turn_two_factor_on(&app).await;
    let challenge = app.challenge(&june.email).await;
    for token in [key, challenge] {
        let shows = Person { token, ..june.clone() };
        for path in shown(&app, &june) {
            let nobody = Browser::new(&app).look(Method::Get, &path).await;
            let answer = Browser::of(&app, &shows).look(Method::Get, &path).await;
            assert_eq!(led(&answer), led(&nobody), "{path}");
        }
    }
    Browser::of(&app, &june).look(Method::Get, "/settings").await.expect(200);
}

/// What would do something in an org or at the console, by somebody who may.
const FIELDS: &str = "password=wandering+copper+teapot&name=Evil&role=owner&emails=eve2%40evil.example\
    &email=eve2%40evil.example&to=eve2%40evil.example&title=Evil&confirm=on";

/// To break it: let a page look an org up without asking who belongs to it.
#[rocket::async_test]
async fn t33_no_page_leads_a_stranger_into_an_org_or_the_console() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    let eve = app.founder("eve@evil.example", "Evil").await;
    app.letters().await;
    let is_anothers = |path: &String| path.contains(&june.org_id) || path.starts_with("/admin");
    let before = rows(&app);
    let mut tried = 0;
    for path in shown(&app, &june).into_iter().filter(is_anothers) {
        let answer = Browser::of(&app, &eve).look(Method::Get, &path).await;
        let expected = match path.as_str() {
            path if path.starts_with("/admin") => 403,
            // It leads to the org's first page, whoever asks.
            path if path == format!("/orgs/{}", june.org_id) => 303,
            _ => 404,
        };
        assert_eq!(answer.status, expected, "{path}: {}", answer.text);
        assert!(!answer.text.contains("Acme"), "{path}: {}", answer.text);
        tried += 1;
    }
    for path in posted(&app, &june).into_iter().filter(is_anothers) {
        let mut browser = Browser::of(&app, &eve);
        let token = browser.form_token().await;
        let body = format!("form_token={token}&user_id={}&{FIELDS}", june.id);
        let answer = browser.post(&path, &body, &[("Sec-Fetch-Site", "same-origin")]).await;
        assert!(!answer.text.contains("Acme"), "{path}: {}", answer.text);
        assert_unchanged(&app, &before, &path);
        tried += 1;
    }
    assert!(tried > 40, "hardly any page was tried: {tried}");
}
