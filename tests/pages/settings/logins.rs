//! `/settings/logins`: who tried to sign in.

use serde_json::json;

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn a_person_sees_who_tried_to_sign_in_and_why_it_failed() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let body = json!({"email": june.email, "password": "wrong"});
    app.anonymous().post("/sessions", body).await.expect(401);
    let rita = app.operator("rita@root.example").await;
    app.support_login(&june, &rita).await;
    let page = Browser::of(&app, &june).open("/settings/logins").await.expect(200);
    let shown = page.all(".list > li");
    assert!(shown[0].contains("Support login by June Doe"), "{}", shown[0]);
    assert!(shown[1].starts_with("Wrong password"), "{}", shown[1]);
    assert!(shown[2].starts_with("Signed in Password"), "{}", shown[2]);
}

#[rocket::async_test]
async fn a_long_history_is_shown_in_parts() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for _ in 0..20 {
        app.sign_in(&june.email).await;
    }
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/logins").await.expect(200);
    assert_eq!(page.all(".list > li").len(), 20);
    let next = page.attr(".pager a", "href").expect("there is more");
    let page = browser.open(&next).await.expect(200);
    assert_eq!(page.all(".list > li").len(), 1);
    assert_eq!(page.all(".pager a"), Vec::<String>::new());
}
