//! `/settings/api-keys`: what programs show.

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn a_key_is_made_shown_once_and_revoked() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    browser.open("/settings/api-keys").await.expect(200).expect_text("You have no API keys.");
    let page = browser.open("/settings/api-keys/new").await.expect(200);
    let fields = [
        ("name", "Nightly export"),
        ("scopes[]", "account:read"),
        ("scopes[]", "org:read"),
        ("expires_at", "2099-12-31"),
        ("ip_allowlist", "127.0.0.1\r\n2001:db8::/32\r\n"),
    ];
    let page = browser.submit(&page, "/settings/api-keys", &fields).await.expect(200);
    let secret = page.all("#secret").concat();
    app.bearer(&secret).get("/account").await.expect(200);
    let page = browser.open("/settings/api-keys").await.expect(200);
    assert!(!page.answer.text.contains(&secret));
    let page = page
        .expect_text("Nightly export")
        .expect_text("All your organizations")
        .expect_text("works until 31 December 2099, 23:59 UTC")
        .expect_text("Only from 127.0.0.1, 2001:db8::/32");
    let id = june.api(&app).get("/account/api-keys").await.expect(200).str("/items/0/id").to_owned();
    let path = format!("/settings/api-keys/{id}/revoke");
    let after = browser.submit(&page, &path, &[]).await.expect(200).expect_text("The API key is revoked.");
    assert!(!after.has_form(&path));
    app.bearer(&secret).get("/account").await.expect(401);
    let page = browser.submit(&page, &path, &[]).await.expect(404);
    assert!(page.fault("").is_some());
}

#[rocket::async_test]
async fn a_key_for_one_organization_is_bound_to_it() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/api-keys/new").await.expect(200);
    let bound = [("name", "Door"), ("org_id", june.org_id.as_str())];
    let fields = [&bound[..], &[("scopes[]", "members:read"), ("scopes[]", "account:read")]].concat();
    let page = browser.submit(&page, "/settings/api-keys", &fields).await.expect(422);
    assert!(page.fault("scopes").is_some());
    assert_eq!(page.value("name").as_deref(), Some("Door"));
    assert_eq!(page.attr("option[selected]", "value").as_deref(), Some(june.org_id.as_str()));
    assert!(page.attr("#scope-members-read", "checked").is_some());
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/api-keys/new").await.expect(200);
    let fields = [&bound[..], &[("scopes[]", "members:read")]].concat();
    browser.submit(&page, "/settings/api-keys", &fields).await.expect(200);
    let page = browser.open("/settings/api-keys").await.expect(200);
    page.expect_text("Acme").expect_text("See its members");
}

#[rocket::async_test]
async fn every_scope_has_words() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let page = Browser::of(&app, &june).open("/settings/api-keys/new").await.expect(200);
    for scope in app.scopes().await {
        let id = format!("scope-{}", scope.replace(':', "-"));
        let words = page.all(&format!("label[for='{id}']")).concat();
        assert!(!words.is_empty() && !words.contains(&scope), "{scope}: {words}");
    }
}

#[rocket::async_test]
async fn what_can_not_be_is_told_beside_its_field_and_kept() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open("/settings/api-keys/new").await.expect(200);
    let fields = [("name", ""), ("expires_at", "tomorrow"), ("ip_allowlist", "127.0.0.1\r\nhere")];
    let page = browser.submit(&page, "/settings/api-keys", &fields).await.expect(422);
    for field in ["name", "scopes", "expires_at", "ip_allowlist"] {
        assert!(page.fault(field).is_some(), "{field}");
    }
    assert_eq!(page.value("ip_allowlist").as_deref(), Some("127.0.0.1\nhere"));
    let fields =
        [("name", "Old"), ("scopes[]", "org:read"), ("expires_at", "2020-01-01"), ("ip_allowlist", "")];
    let page = browser.submit(&page, "/settings/api-keys", &fields).await.expect(422);
    assert!(page.fault("expires_at").is_some());
    assert_eq!(june.api(&app).get("/account/api-keys").await.expect(200).items().len(), 0);
}
