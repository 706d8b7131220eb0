//! An operator who is signed in as somebody, to help them: what is that person's alone is calmly closed.

use crate::support::{Browser, PASSWORD, Person, TestApp};

/// June as an operator sees her, by her leave.
async fn helped(app: &TestApp) -> (Person, Person) {
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.support_login(&june, &rita).await.str("/token").to_owned();
    (Person { token, ..june.clone() }, june)
}

#[rocket::async_test]
async fn pages_with_what_a_person_signs_in_with_are_closed_to_an_operator() {
    let app = TestApp::start().await;
    let (helper, _) = helped(&app).await;
    let mut browser = Browser::of(&app, &helper);
    for path in ["email", "two-factor", "sessions", "logins", "api-keys", "data/export"] {
        let page = browser.open(&format!("/settings/{path}")).await.expect(403);
        assert!(page.text().contains("alone"), "{path}: {}", page.text());
        assert!(page.has_form("/sign-out") && !page.all("nav a").is_empty(), "{path}");
    }
}

#[rocket::async_test]
async fn forms_that_would_change_it_are_refused_in_place() {
    let app = TestApp::start().await;
    let (helper, june) = helped(&app).await;
    let mut browser = Browser::of(&app, &helper);
    let password = [("password", PASSWORD)];
    let change = [("current", PASSWORD), ("new", "patient lantern orchard")];
    let key = [("name", "Key"), ("scopes[]", "org:read")];
    let username = [("username", "juno")];
    for (path, action, fields) in [
        ("/settings/password", "/settings/password", &change[..]),
        ("/settings/data/delete", "/settings/data/delete", &password[..]),
        ("/settings/api-keys/new", "/settings/api-keys", &key[..]),
        ("/settings/two-factor/code", "/settings/two-factor/code", &[("code", "123456")]),
        ("/settings", "/settings", &username[..]),
    ] {
        let page = browser.open(path).await.expect(200);
        let page = browser.submit(&page, action, fields).await.expect(403);
        assert!(page.fault("").is_some(), "{path}");
    }
    june.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn an_operator_helps_with_a_name() {
    let app = TestApp::start().await;
    let (helper, june) = helped(&app).await;
    let mut browser = Browser::of(&app, &helper);
    let page = browser.open("/settings").await.expect(200);
    assert!(page.answer.text.contains("You are signed in as"));
    browser.submit(&page, "/settings", &[("first", "Juno")]).await.expect(200);
    assert_eq!(june.api(&app).get("/account").await.expect(200).str("/name/first"), "Juno");
}
