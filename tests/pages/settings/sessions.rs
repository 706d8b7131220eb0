//! `/settings/sessions`: where somebody is signed in.

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn a_person_sees_where_they_are_signed_in_and_ends_one_of_it() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let elsewhere = app.sign_in(&june.email).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/sessions").await.expect(200);
    assert_eq!(page.all(".list > li").len(), 2);
    let own = format!("/settings/sessions/{}/end", june.session_id);
    assert!(!page.has_form(&own), "the session that asks is signed out of");
    let path = format!("/settings/sessions/{}/end", elsewhere.session_id);
    let page_before = browser.open("/settings/sessions").await.expect(200);
    let page = browser.submit(&page, &path, &[]).await.expect(200).expect_text("The session has ended.");
    assert_eq!(page.all(".list > li").len(), 1);
    elsewhere.who_am_i(&app).await.expect(401);
    let page = browser.submit(&page_before, &path, &[]).await.expect(404);
    assert!(page.fault("").is_some());
    assert_eq!(page.all(".list > li").len(), 1);
}

#[rocket::async_test]
async fn nobody_ends_anybody_elses_session() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@poe.example").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/sessions").await.expect(200);
    let token = page.value("form_token").unwrap_or_default();
    let path = format!("/settings/sessions/{}/end", adam.session_id);
    let answer = browser.post(&path, &format!("form_token={token}"), &[]).await;
    answer.expect(404);
    adam.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn all_other_sessions_end_at_once_or_all_of_them() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let elsewhere = app.sign_in(&june.email).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/sessions").await.expect(200);
    let page = browser.submit(&page, "/settings/sessions/end-others", &[]).await.expect(200);
    elsewhere.who_am_i(&app).await.expect(401);
    june.who_am_i(&app).await.expect(200);
    assert!(!page.has_form("/settings/sessions/end-others"));
    let page = browser.submit(&page, "/settings/sessions/end-all", &[]).await.expect(200);
    assert_eq!(page.path, "/sign-in");
    page.expect_text("All your sessions have ended.");
    june.who_am_i(&app).await.expect(401);
    assert!(browser.cookie("__Host-gatepost").is_none());
}
