//! The operators' console.

mod doors;
mod mail;
mod people;
mod service;
mod sign_up_domains;

use crate::support::{Browser, PASSWORD, Person, TestApp};

/// A browser that somebody is signed in with.
async fn signed_in<'a>(app: &'a TestApp, person: &Person) -> Browser<'a> {
    let mut browser = Browser::new(app);
    let page = browser.open("/sign-in?next=/docs/errors").await.expect(200);
    let fields = [("login", person.email.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, "/sign-in", &fields).await.expect(200);
    assert_eq!(page.path, "/docs/errors");
    browser
}

/// An operator, and a browser that they are signed in with.
async fn operator(app: &TestApp) -> (Person, Browser<'_>) {
    let rita = app.operator("rita@root.example").await;
    let browser = signed_in(app, &rita).await;
    (rita, browser)
}
