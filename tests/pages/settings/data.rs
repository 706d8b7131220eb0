//! `/settings/data`: taking everything along, and leaving.

use std::time::Duration;

use crate::support::{Browser, PASSWORD, TestApp};

#[rocket::async_test]
async fn everything_that_is_held_about_a_person_is_downloaded() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/data").await.expect(200);
    let link = page.attr("a.button[href$=export]", "href").expect("a link");
    let answer = browser.open(&link).await.expect(200).answer;
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"export.zip\""));
    assert!(answer.bytes.starts_with(b"PK"));
}

#[rocket::async_test]
async fn an_account_is_deleted_by_the_password_and_kept_by_signing_in_again() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/data/delete").await.expect(200);
    let page = page.expect_text("For 7 days you can change your mind");
    let path = "/settings/data/delete";
    let page = browser.submit(&page, path, &[("password", "wrong")]).await.expect(403);
    assert!(page.fault("").is_some());
    let page = browser.submit(&page, path, &[("password", PASSWORD)]).await.expect(200);
    assert_eq!(page.heading(), "Your account is closed");
    assert!(!page.has_form("/sign-out"));
    assert!(browser.cookie("__Host-gatepost").is_none());
    june.who_am_i(&app).await.expect(401);
    let june = app.sign_in(&june.email).await;
    app.clock.advance(Duration::from_hours(24 * 8));
    app.run_jobs().await;
    app.sign_in(&june.email).await;
}

#[rocket::async_test]
async fn whoever_owns_an_organization_alone_is_told_which() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/data/delete").await.expect(200);
    let page = browser.submit(&page, "/settings/data/delete", &[("password", PASSWORD)]).await.expect(409);
    assert_eq!(page.attr("[role=alert] a", "href"), Some(format!("/orgs/{}", june.org_id)));
    assert_eq!(page.all("[role=alert] a"), ["Acme"]);
    june.who_am_i(&app).await.expect(200);
}
