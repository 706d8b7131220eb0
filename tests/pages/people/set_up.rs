//! `/setup`, and `/.well-known/change-password`.

use crate::support::{Browser, PASSWORD, TestApp};

const OLGA: &str = "olga@root.example";

#[rocket::async_test]
async fn the_printed_link_makes_an_operator() {
    let app = TestApp::start().await;
    let token = app.operator_link(OLGA).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&format!("/setup?token={token}")).await.expect(200);
    let filled = [("first", "Olga"), ("email", "eve@evil.example"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/setup", &filled).await.expect(403);
    page.fault("").expect("it is told");
    let filled = [("first", "Olga"), ("last", "Root"), ("email", OLGA), ("password", PASSWORD)];
    let page = browser.submit(&page, "/setup", &filled).await.expect(200);
    assert_eq!(page.path, "/sign-in?next=/admin");
    let page = page.expect_text("Your account is ready.");
    browser.submit(&page, "/sign-in", &[("login", OLGA), ("password", PASSWORD)]).await;
    let olga = app.sign_in(OLGA).await;
    olga.api(&app).get("/admin/users").await.expect(200);
    let page = browser.open(&format!("/setup?token={token}")).await.expect(410);
    page.expect_text("gatepost operator create");
    browser.open("/setup?token=x").await.expect(404);
}

#[rocket::async_test]
async fn password_managers_find_where_the_password_is_changed() {
    let app = TestApp::start().await;
    let page = Browser::new(&app).open("/.well-known/change-password").await;
    // To the settings, and from there to the sign-in where nobody is signed in.
    assert!(page.path.contains("settings"), "{}", page.path);
}
