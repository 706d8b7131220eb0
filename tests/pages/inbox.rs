//! The built-in inbox as a page, and the reference of refusals.

use rocket::http::Method;

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn letters_are_listed_and_one_is_open_as_text_and_as_html() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    app.loner("adam@acme.example").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/dev/inbox").await.expect(200);
    assert_eq!(page.all(".letters a").len(), 2);
    assert_eq!(page.all(".letters [aria-current]").len(), 1);
    // The newest is open, and the links of its text can be followed.
    assert!(page.text().contains("adam@acme.example"));
    let link = page.attr("pre a", "href").expect("a link");
    assert!(browser.open(&link).await.path.starts_with("/activate?token="));

    let html = page.attr("iframe", "src").expect("its HTML");
    assert!(page.attr("iframe", "sandbox").is_some_and(|allowed| !allowed.contains("script")));
    let shown = app.anonymous().send(Method::Get, &html, None).await.expect(200);
    let policy = shown.header("content-security-policy").expect("a policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert!(policy.contains("frame-ancestors 'self'") && !policy.contains("allow-scripts"), "{policy}");
    assert!(shown.text.contains("<base target=\"_blank\">") && shown.text.contains("/activate?token="));
    assert_ne!(shown.header("x-frame-options"), Some("DENY"));
}

#[rocket::async_test]
async fn letters_to_one_address_are_shown_alone() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    app.loner("adam@acme.example").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/dev/inbox?to=june@acme.example").await.expect(200);
    assert_eq!(page.all(".letters a").len(), 1);
    let first = page.attr(".letters a", "href").expect("a letter");
    let page = browser.open(&first).await.expect(200).expect_text("Letters to june@acme.example");
    assert_eq!(
        page.attr("[data-inbox]", "data-inbox").as_deref(),
        Some("/dev/inbox.json?to=june%40acme.example")
    );
    browser.open("/dev/inbox?to=mia@acme.example").await.expect(200).expect_text("No letters yet.");
    browser.open("/dev/inbox/0190c5a8-0000-7000-8000-000000000000").await.expect(404);
}

#[rocket::async_test]
async fn letters_are_shown_to_this_machine_alone() {
    let app = TestApp::start().await;
    app.loner("adam@acme.example").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/dev/inbox").await.expect(200);
    let letter = page.attr(".letters a", "href").expect("a letter");
    for path in ["/dev/inbox", &letter, &format!("{letter}/html")] {
        app.anonymous().send(Method::Get, path, None).await.expect(200);
        let far = app.anonymous().from("192.0.2.1");
        let misnamed = app.anonymous().header("Host", "evil.example");
        let forwarded = app.anonymous().header("Via", "1.1 proxy");
        for api in [far, misnamed, forwarded] {
            api.send(Method::Get, path, None).await.expect_refusal(404, "path_not_found");
        }
    }
}

#[rocket::async_test]
async fn the_reference_of_refusals_has_no_style_of_its_own() {
    let app = TestApp::start().await;
    let page = Browser::new(&app).open("/docs/errors").await.expect(200).expect_text("last_owner");
    assert!(page.answer.header("content-security-policy").is_some());
    assert!(!page.answer.text.contains("<style") && !page.answer.text.contains("style="));
    assert!(page.attr("#last_owner", "id").is_some());
}
