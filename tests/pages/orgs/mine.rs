//! `/orgs`, founding one, and acting for another.

use serde_json::json;

use super::{Acme, browser};
use crate::support::TestApp;

#[rocket::async_test]
async fn a_person_sees_their_organizations_with_their_role() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open("/orgs").await.expect(200);
    assert_eq!(page.heading(), "Your organizations");
    assert_eq!(page.all(".list strong"), ["Acme"]);
    assert_eq!(page.all(".list .badge"), ["Admin"]);
}

#[rocket::async_test]
async fn whoever_belongs_to_none_is_told_what_to_do_and_creates_one() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let mut browser = browser(&app, &june).await;
    let page =
        browser.open("/orgs").await.expect(200).expect_text("You do not belong to an organization yet.");
    assert_eq!(page.attr(".empty a.button", "href").as_deref(), Some("/orgs/new"));
    let page = browser.open("/orgs/new").await.expect(200);
    let page = browser.submit(&page, "/orgs/new", &[("name", "Acme"), ("country", "DE")]).await.expect(200);
    assert!(page.path.ends_with("/invitations"), "{}", page.path);
    assert_eq!(page.all(".top .menu:first-of-type > summary"), ["Acme"]);
    page.expect_text("Now invite the people who belong to it.");
    let orgs = june.api(&app).get("/orgs").await.expect(200);
    assert_eq!((orgs.each("/name"), orgs.each("/role")), (vec!["Acme"], vec!["owner"]));
    let org = june.api(&app).get(&format!("/orgs/{}", orgs.each("/id")[0])).await.expect(200);
    assert_eq!(org.str("/country"), "DE");
}

#[rocket::async_test]
async fn what_is_wrong_with_a_new_organization_is_said_and_what_was_typed_kept() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let mut browser = browser(&app, &june).await;
    let page = browser.open("/orgs/new").await.expect(200);
    let page = browser.submit(&page, "/orgs/new", &[("country", "FR")]).await.expect(422);
    assert_eq!(page.fault("name").as_deref(), Some("This is needed."));
    assert_eq!(page.attr("#country option[selected]", "value").as_deref(), Some("FR"));
    assert!(june.api(&app).get("/orgs").await.expect(200).items().is_empty());
}

#[rocket::async_test]
async fn an_invitation_to_me_is_hinted_at() {
    let acme = Acme::found().await;
    let june = acme.app.loner("june@acme.example").await;
    acme.app.invite(&acme.owner, &june.email, "member").await;
    let mut browser = acme.browser(&june).await;
    let page = browser.open("/orgs").await.expect(200).expect_text("June Doe invited you to join Acme");
    assert_eq!(page.attr(".notice a", "href").as_deref(), Some("/settings/invitations"));
}

#[rocket::async_test]
async fn whoever_waits_for_approval_is_told_so_and_can_withdraw() {
    let acme = Acme::found().await;
    let policy = json!({"invitations_need_approval": true});
    acme.owner.api(&acme.app).patch(&acme.owner.org(""), policy).await.expect(200);
    let june = acme.app.joiner(&acme.owner, "june@acme.example", "member").await;
    let mut browser = acme.browser(&june).await;
    let page = browser.open("/orgs").await.expect(200).expect_text("still has to let you in");
    assert!(!page.has_form(&acme.owner.org("/switch")));
    browser.open(&acme.owner.org("/members")).await.expect(403);
    let page = browser.submit(&page, &acme.owner.org("/leave"), &[]).await.expect(200);
    page.expect_text("You have left the organization.")
        .expect_text("You do not belong to an organization yet.");
}

#[rocket::async_test]
async fn a_person_acts_for_another_organization() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let other = june.api(&app).post("/orgs", json!({"name": "Beta"})).await.expect(201);
    let path = format!("/orgs/{}", other.str("/id"));
    let mut browser = browser(&app, &june).await;
    let page = browser.open("/orgs").await.expect(200);
    assert_eq!(page.all(".top .menu:first-of-type > summary"), ["Acme"]);
    let page = browser.submit(&page, &format!("{path}/switch"), &[]).await.expect(200);
    assert_eq!(page.path, format!("{path}/members"));
    assert_eq!(page.all(".top .menu:first-of-type > summary"), ["Beta"]);
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.path, format!("{path}/members"));
}

#[rocket::async_test]
async fn nobody_acts_for_an_organization_of_others() {
    let acme = Acme::found().await;
    let june = acme.app.founder("june@beta.example", "Beta").await;
    let mut browser = acme.browser(&june).await;
    let page = browser.open("/orgs").await.expect(200);
    let token = page.value("form_token").expect("every form has one");
    let body = format!("form_token={token}");
    let headers = [("Sec-Fetch-Site", "same-origin")];
    browser.post(&acme.owner.org("/switch"), &body, &headers).await.expect(404);
}

#[rocket::async_test]
async fn countries_are_called_by_their_names_in_the_language_of_whoever_chooses() {
    let acme = Acme::found().await;
    for (language, germany, first) in [
        ("en", "Germany", "Afghanistan"),
        ("de", "Deutschland", "Afghanistan"),
        ("zh-CN", "德国", "阿尔巴尼亚"),
    ] {
        let mut browser = acme.browser(&acme.admin).await.reading(language);
        let page = browser.open("/orgs/new").await.expect(200);
        assert_eq!(page.all("#country option[value=DE]"), [germany]);
        assert_eq!(page.all("#country option")[1], first, "in the order of the language");
    }
}
