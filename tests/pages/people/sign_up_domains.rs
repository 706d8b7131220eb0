//! `/sign-up?domain=…`: the doors for sign-ups, each with its own words.

use serde_json::json;

use crate::support::{Browser, PASSWORD, Person, TestApp};

/// A door, and its id.
async fn domain(app: &TestApp, operator: &Person, title: &str, is_open: bool) -> String {
    let body = json!({"title": title, "description": format!("{title} of ours."),
        "help": "Have your contract at hand.", "allow_signup": is_open});
    operator.api(app).post("/admin/sign-up-domains", body).await.expect(201).str("/id").to_owned()
}

#[rocket::async_test]
async fn a_door_has_its_own_words_and_is_noted_with_the_org() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let id = domain(&app, &rita, "Partners", true).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&format!("/sign-up?domain={id}")).await.expect(200);
    assert_eq!(page.heading(), "Partners");
    let page = page.expect_text("Partners of ours.").expect_text("Have your contract at hand.");
    let filled =
        [("first", "June"), ("email", "june@acme.example"), ("password", "short"), ("org_name", "Acme")];
    let page = browser.submit(&page, "/sign-up", &filled).await.expect(422);
    assert_eq!(page.heading(), "Partners", "a refusal leads through the same door");
    browser.submit(&page, "/sign-up", &[("password", PASSWORD)]).await.expect(200);
    app.activate("june@acme.example").await;
    let june = app.sign_in("june@acme.example").await;
    let org = rita.api(&app).get(&format!("/admin/orgs/{}", june.org_id)).await.expect(200);
    assert_eq!(org.str("/sign_up_domain_id"), id);
}

#[rocket::async_test]
async fn open_doors_are_offered_and_closed_ones_are_not() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let open = domain(&app, &rita, "Partners", true).await;
    let closed = domain(&app, &rita, "Suppliers", false).await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    assert_eq!(page.all(".list a"), ["Partners"]);
    assert_eq!(page.attr(".list a", "href"), Some(format!("/sign-up?domain={open}")));
    for id in [closed.as_str(), "none"] {
        let page = browser.open(&format!("/sign-up?domain={id}")).await.expect(200);
        let page = page.expect_text("The sign-up that you are looking for is closed.");
        assert_eq!(page.value("domain_id"), None, "signing up without it is possible");
    }
}

#[rocket::async_test]
async fn a_door_that_closes_meanwhile_is_told() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let id = domain(&app, &rita, "Partners", true).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&format!("/sign-up?domain={id}")).await.expect(200);
    rita.api(&app).delete(&format!("/admin/sign-up-domains/{id}")).await.expect(204);
    let filled = [("first", "June"), ("email", "june@acme.example"), ("password", PASSWORD)];
    let page = browser.submit(&page, "/sign-up", &filled).await.expect(422);
    let page = page.expect_text("The sign-up that you are looking for is closed.");
    assert_eq!(page.value("email").as_deref(), Some("june@acme.example"));
}
