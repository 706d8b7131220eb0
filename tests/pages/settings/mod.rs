//! What people do with their own account, one file a page; then what all of these pages have in common.

mod api_keys;
mod data;
mod email;
mod invitations;
mod logins;
mod password;
mod profile;
mod sessions;
mod support;
mod two_factor;

use crate::support::{Browser, TestApp};

/// Every page that is opened by its address.
const PAGES: [&str; 14] = [
    "/settings",
    "/settings/password",
    "/settings/email",
    "/settings/two-factor",
    "/settings/two-factor/code",
    "/settings/two-factor/disable",
    "/settings/two-factor/recovery-codes",
    "/settings/sessions",
    "/settings/logins",
    "/settings/api-keys",
    "/settings/api-keys/new",
    "/settings/invitations",
    "/settings/data",
    "/settings/data/delete",
];

#[rocket::async_test]
async fn whoever_is_not_signed_in_is_led_to_the_sign_in_and_back() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app);
    for path in PAGES {
        let page = browser.open(path).await.expect(200);
        assert_eq!(page.path, format!("/sign-in?next={}", path.replace('/', "%2F")));
    }
}

#[rocket::async_test]
async fn looking_at_the_pages_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let letters = app.letters_to(&june.email).await.len();
    let mut browser = Browser::of(&app, &june);
    for path in PAGES {
        let page = browser.open(path).await.expect(200);
        assert_eq!((page.path.as_str(), page.all("h1").len()), (path, 1));
        assert_eq!(page.all("nav ul a[aria-current=page]").len(), 1, "{path}");
    }
    let account = june.api(&app).get("/account").await.expect(200);
    assert_eq!(account.header("etag"), Some("\"1\""));
    assert_eq!(app.letters_to(&june.email).await.len(), letters);
}
