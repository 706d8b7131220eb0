//! T35: a form that no page of ours made, for this very browser and session, does nothing.

use super::all_seeing;
use super::places::{assert_unchanged, posted, rows};
use crate::support::{Answer, Browser, TestApp};

/// What another site's page would fill in, whatever the form.
const FIELDS: &str = "login=june%40acme.example&password=wandering+copper+teapot&email=eve%40evil.example&token=x\
    &name=Evil&first=Evil&last=Evil&role=owner&code=000000&confirm=on&emails=eve%40evil.example";

const FORM: &str = "application/x-www-form-urlencoded";

#[track_caller]
fn assert_refused(answer: &Answer, path: &str, what: &str) {
    let is_refused = matches!(answer.status, 403 | 415);
    assert!(is_refused, "{path} took {what}: {} {}", answer.status, answer.text);
    assert!(answer.header("location").is_none(), "{path} led on after {what}");
}

/// Broken: the token was not asked for; then, where a form came from was not looked at; then, a token of another session
/// served; then, any type of body did.
#[rocket::async_test]
async fn t35_a_form_that_is_not_ours_changes_nothing() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    let mut browser = Browser::of(&app, &june);
    let own = browser.form_token().await;
    let elsewhere = app.sign_in(&june.email).await;
    let strange = [
        ("the token of nobody signed in", Browser::new(&app).form_token().await),
        ("the token of another browser", Browser::of(&app, &june).form_token().await),
        ("the token of another session", Browser::of(&app, &elsewhere).form_token().await),
        ("a token that is none", "x".repeat(43)),
        ("no text in the token", String::new()),
    ];
    let with = |token: &str| format!("form_token={token}&{FIELDS}");
    let before = rows(&app);
    for path in posted(&app, &june) {
        for site in ["cross-site", "same-site", "none", "Same-Origin"] {
            let answer = browser.post(&path, &with(&own), &[("Sec-Fetch-Site", site)]).await;
            assert_refused(&answer, &path, site);
        }
        for origin in [
            "https://evil.example",
            "http://accounts.gatepost.example",
            "https://accounts.gatepost.example.evil.example",
            "https://accounts.gatepost.example:8443",
        ] {
            let answer = browser.post(&path, &with(&own), &[("Origin", origin)]).await;
            assert_refused(&answer, &path, origin);
        }
        let ours = ("Sec-Fetch-Site", "same-origin");
        for (what, token) in &strange {
            assert_refused(&browser.post(&path, &with(token), &[ours]).await, &path, what);
        }
        let twice = format!("form_token={own}&{}", with(&own));
        assert_refused(&browser.post(&path, &twice, &[ours]).await, &path, "two tokens");
        assert_refused(&browser.post(&path, FIELDS, &[ours]).await, &path, "no token");
        assert_refused(&browser.post(&path, "", &[ours]).await, &path, "nothing");
        for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", "text/x-form"] {
            let answer = browser.post(&path, &with(&own), &[ours, ("Content-Type", kind)]).await;
            assert_refused(&answer, &path, kind);
        }
        assert_unchanged(&app, &before, &path);
    }
    assert!(app.sign_in(&june.email).await.who_am_i(&app).await.status == 200);
}

/// Broken: the path of `/sign-in` took a form without a token while nobody was signed in.
#[rocket::async_test]
async fn t35_nobody_is_signed_in_by_another_sites_form() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    for path in posted(&app, &june) {
        let mut browser = Browser::new(&app);
        for headers in [&[][..], &[("Sec-Fetch-Site", "cross-site")], &[("Origin", "https://evil.example")]] {
            let answer = browser.post(&path, FIELDS, headers).await;
            // Who is not signed in is led to where they can be, and nothing else happens.
            let is_led = answer.header("location").is_some_and(|location| location.starts_with("/sign-in"));
            assert!(is_led || answer.status == 403, "{path}: {} {}", answer.status, answer.text);
            assert_eq!(browser.cookie("__Host-gatepost"), None, "{path}");
        }
    }
}

/// What the tests above see refused, is refused for being foreign and for nothing else.
#[rocket::async_test]
async fn t35_a_form_of_ours_is_taken() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    for path in posted(&app, &june) {
        let again = app.sign_in(&june.email).await;
        let mut browser = Browser::of(&app, &again);
        let token = browser.form_token().await;
        for headers in
            [&[("Sec-Fetch-Site", "same-origin")][..], &[("Origin", "null"), ("Content-Type", FORM)]]
        {
            let answer = browser.post(&path, &format!("form_token={token}"), headers).await;
            assert_ne!(answer.status, 415, "{path}: {}", answer.text);
            assert!(!answer.text.contains("This form is too old"), "{path}: {}", answer.text);
            if answer.header("location").is_some() {
                // It did what it is for, and another one would have to be made first.
                break;
            }
        }
    }
}
