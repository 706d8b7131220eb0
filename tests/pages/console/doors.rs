//! Who gets into the console.

use super::{operator, signed_in};
use crate::support::{Browser, TestApp};

const PAGES: [&str; 11] = [
    "/admin",
    "/admin/people",
    "/admin/orgs",
    "/admin/sign-up-domains",
    "/admin/sign-up-domains/new",
    "/admin/mail",
    "/admin/jobs",
    "/admin/audit",
    "/admin/keys",
    "/admin/settings",
    "/admin/health",
];

/// Every form of the console, by where it goes.
fn forms(id: &str) -> Vec<String> {
    let of_person = ["suspend", "restore", "sign-out", "two-factor", "address", "support-login"];
    let of_domain = ["open", "close", "delete"];
    let mut forms: Vec<String> = of_person.map(|deed| format!("/admin/people/{id}/{deed}")).to_vec();
    forms.extend(of_domain.map(|deed| format!("/admin/sign-up-domains/{id}/{deed}")));
    forms.extend(["resend", "cancel"].map(|deed| format!("/admin/mail/{id}/{deed}")));
    forms.extend([
        format!("/admin/sign-up-domains/{id}"),
        "/admin/sign-up-domains/new".to_owned(),
        "/admin/mail/test".to_owned(),
        "/admin/keys/rotate".to_owned(),
    ]);
    forms
}

#[rocket::async_test]
async fn operators_see_every_page_and_find_the_way_from_each_to_the_others() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    for path in PAGES {
        let page = browser.open(path).await.expect(200);
        assert_eq!(page.path, path);
        assert_eq!(page.all("nav.side li a").len(), 10, "{path}");
        assert_eq!(page.all("nav.side li [aria-current]").len(), 1, "{path}");
        assert_eq!(page.all("h1").len(), 1, "{path}");
    }
    browser.open("/admin/audit/verification").await.expect(200).expect_text("as it was written");
}

#[rocket::async_test]
async fn nobody_else_gets_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = signed_in(&app, &june).await;
    for path in PAGES.into_iter().chain(["/admin/audit/verification"]) {
        let page = browser.open(path).await.expect(403);
        assert_eq!(page.heading(), "You may not do that", "{path}");
    }
    let person = format!("/admin/people/{}", june.id);
    let org = format!("/admin/orgs/{}", june.org_id);
    for path in [person, org] {
        browser.open(&path).await.expect(403);
    }
    for path in forms(&june.id) {
        browser.post(&path, "", &[]).await.expect(403);
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}

#[rocket::async_test]
async fn whoever_is_not_signed_in_is_led_there_through_the_sign_in() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let mut browser = Browser::new(&app);
    for path in PAGES {
        let page = browser.open(path).await.expect(200);
        assert!(page.path.starts_with("/sign-in?next="), "{path}: {}", page.path);
    }
    let page = browser.open("/admin/people?search=june").await;
    let fields = [("login", rita.email.as_str()), ("password", crate::support::PASSWORD)];
    let page = browser.submit(&page, "/sign-in", &fields).await.expect(200);
    assert_eq!(page.path, "/admin/people?search=june");
}

#[rocket::async_test]
async fn no_form_of_another_site_is_taken() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (_, mut browser) = operator(&app).await;
    for path in forms(&june.id) {
        browser.post(&path, "", &[("Sec-Fetch-Site", "cross-site")]).await.expect(403);
        browser.post(&path, "", &[]).await.expect(403);
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}
