//! People, and what is done to one of them; orgs.

use serde_json::json;

use super::{operator, signed_in};
use crate::support::{Person, TestApp};

fn path_of(person: &Person) -> String {
    format!("/admin/people/{}", person.id)
}

#[rocket::async_test]
async fn a_person_is_found_and_shown_with_orgs_and_sessions() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme & Sons").await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/people?search=JUNE%40").await.expect(200);
    assert_eq!(page.value("search").as_deref(), Some("JUNE@"));
    assert_eq!(page.all("tbody tr").len(), 1);
    assert_eq!(page.attr("tbody a", "href"), Some(path_of(&june)));
    let page = browser.open(&path_of(&june)).await.expect(200).expect_text("june@acme.example");
    assert_eq!(page.all("#orgs + .list a"), ["Acme & Sons"]);
    assert_eq!(page.all("#sessions + .list li").len(), 1);
    browser.open("/admin/people?search=nobody").await.expect(200).expect_text("Nobody is found.");
    let page = browser.open("/admin/people?search=a%00b").await.expect(200);
    assert!(
        page.fault("search").is_some_and(|fault| fault.contains("invisible characters")),
        "{}",
        page.text()
    );
}

#[rocket::async_test]
async fn lists_go_on_where_they_end() {
    let app = TestApp::start().await;
    for which in 0..21 {
        app.loner(&format!("p{which}@acme.example")).await;
    }
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/people?search=p").await.expect(200);
    assert_eq!(page.all("tbody tr").len(), 20);
    let next = page.attr(".pager a", "href").expect("there is more");
    assert!(next.starts_with("/admin/people?search=p&"), "{next}");
    let page = browser.open(&next).await.expect(200);
    assert_eq!(page.all("tbody tr").len(), 1);
    assert_eq!(page.attr(".pager a", "href"), None);
}

#[rocket::async_test]
async fn a_person_is_suspended_and_let_in_again() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open(&path_of(&june)).await.expect(200);
    june.api(&app).get("/sessions/current").await.expect(200);
    let page = browser.submit(&page, &format!("{}/suspend", path_of(&june)), &[]).await.expect(200);
    let page = page.expect_text("The account is suspended.");
    june.api(&app).get("/sessions/current").await.expect(401);
    assert!(app.last_letter_to(&june.email).await.text.contains("June Doe"));
    assert!(!page.has_form(&format!("{}/suspend", path_of(&june))));
    let page = browser.submit(&page, &format!("{}/restore", path_of(&june)), &[]).await.expect(200);
    page.expect_text("The account is open again.");
    app.sign_in(&june.email).await;
}

#[rocket::async_test]
async fn a_person_is_signed_out_everywhere() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open(&path_of(&june)).await.expect(200);
    let page = browser.submit(&page, &format!("{}/sign-out", path_of(&june)), &[]).await.expect(200);
    page.expect_text("Not signed in anywhere.");
    june.api(&app).get("/sessions/current").await.expect(401);
}

#[rocket::async_test]
async fn a_lost_second_factor_is_reset_and_one_that_is_off_is_told() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let device = june.turn_two_factor_on(&app).await;
    let (_, mut browser) = operator(&app).await;
    let before = browser.open(&path_of(&june)).await.expect(200);
    let action = format!("{}/two-factor", path_of(&june));
    browser.submit(&before, &action, &[]).await.expect(200).expect_text("Two-factor sign-in is off.");
    app.sign_in(&june.email).await;
    let page = browser.submit(&before, &action, &[]).await.expect(409);
    assert!(page.fault("").is_some());
    drop(device);
}

#[rocket::async_test]
async fn another_address_is_set_and_one_that_can_not_be_is_told_and_kept() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner("adam@acme.example").await;
    let (_, mut browser) = operator(&app).await;
    let action = format!("{}/address", path_of(&june));
    let page = browser.open(&path_of(&june)).await.expect(200);
    let page = browser.submit(&page, &action, &[("email", "june")]).await.expect(422);
    assert!(page.fault("email").is_some());
    assert_eq!(page.value("email").as_deref(), Some("june"));
    let page = browser.submit(&page, &action, &[("email", "adam@acme.example")]).await.expect(409);
    assert!(page.fault("").is_some());
    let page = browser.submit(&page, &action, &[("email", "june@new.example")]).await.expect(200);
    page.expect_text("june@new.example").expect_text("Not verified");
    app.activate("june@new.example").await;
}

#[rocket::async_test]
async fn an_operator_signs_in_as_a_person_by_their_leave_and_leaves_by_signing_out() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (_, mut browser) = operator(&app).await;
    let action = format!("{}/support-login", path_of(&june));
    let page = browser.open(&path_of(&june)).await.expect(200);
    assert!(!page.has_form(&action));
    june.api(&app).patch("/account", json!({"allow_support_login": true})).await.expect(200);
    let page = browser.open(&path_of(&june)).await.expect(200);
    browser.submit(&page, &action, &[]).await;
    let page = browser.open("/admin").await.expect(403);
    assert_eq!(page.all(".top + .notice").len(), 1, "{}", page.answer.text);
    assert!(page.all(".top + .notice")[0].contains("June Doe"));
    browser.submit(&page, "/sign-out", &[]).await.expect(200).expect_text("You are signed out.");
    assert!(browser.open("/admin").await.path.starts_with("/sign-in"));
}

#[rocket::async_test]
async fn nobody_does_any_of_it_to_their_own_account() {
    let app = TestApp::start().await;
    let (rita, mut browser) = operator(&app).await;
    let page = browser.open(&path_of(&rita)).await.expect(200).expect_text("your own account");
    assert!(!page.has_form(&format!("{}/suspend", path_of(&rita))));
}

#[rocket::async_test]
async fn an_org_is_found_and_shown_with_its_members() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme & Sons").await;
    app.joiner(&june, "adam@acme.example", "admin").await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/orgs?search=acme").await.expect(200);
    assert_eq!(page.all("tbody th a"), ["Acme & Sons"]);
    let path = page.attr("tbody a", "href").expect("it leads to the org");
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.heading(), "Acme & Sons");
    assert_eq!(page.all("#members + .list a"), ["Adam Poe", "June Doe"]);
    browser.open("/admin/orgs?search=globex").await.expect(200).expect_text("No organization is found.");
}

#[rocket::async_test]
async fn what_is_not_there_is_told() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let unknown = "0190c5a8-0000-7000-8000-000000000000";
    for list in ["people", "orgs", "sign-up-domains", "mail"] {
        browser.open(&format!("/admin/{list}/{unknown}")).await.expect(404);
    }
    browser.open("/admin/people/june").await.expect(404);
    let june = app.founder("june@acme.example", "Acme").await;
    let mut others = signed_in(&app, &june).await;
    others.open(&format!("/admin/people/{unknown}")).await.expect(403);
}
