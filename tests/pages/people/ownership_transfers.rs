//! `/ownership-transfer`

use crate::support::{Browser, PASSWORD, Person, TestApp};

/// An owner, a member, and the link that asks the one to take the other's place.
async fn asked(app: &TestApp) -> (Person, Person, String) {
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let (_, token) = app.ask_to_take_over(&june, &adam).await;
    (june, adam, format!("/ownership-transfer?token={token}"))
}

async fn role(app: &TestApp, person: &Person) -> String {
    person.who_am_i(app).await.str("/role").to_owned()
}

#[rocket::async_test]
async fn the_member_who_is_asked_signs_in_and_accepts() {
    let app = TestApp::start().await;
    let (june, adam, link) = asked(&app).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link).await.expect(200).expect_text("June Doe asks you to take their place");
    assert!(!page.has_form("/ownership-transfer/accept"));
    let sign_in = page.attr("main a.button", "href").expect("a way to sign in");
    let page = browser.open(&sign_in).await.expect(200);
    let fields = [("login", adam.email.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, "/sign-in", &fields).await.expect(200);
    assert_eq!(page.path, link);
    let page = browser.submit(&page, "/ownership-transfer/accept", &[]).await;
    assert_eq!(page.path, "/orgs");
    assert_eq!((role(&app, &june).await, role(&app, &adam).await), ("admin".to_owned(), "owner".to_owned()));
    browser.open(&link).await.expect(410).expect_text("was used before");
}

#[rocket::async_test]
async fn somebody_else_is_told_whom_it_is_for() {
    let app = TestApp::start().await;
    let (june, adam, link) = asked(&app).await;
    let mut browser = Browser::of(&app, &june);
    let page = browser.open(&link).await.expect(200);
    let page = page.expect_text(&format!("This is for the account of {}", adam.email));
    assert!(!page.has_form("/ownership-transfer/accept"));
    let next = page.value("next").expect("a way back");
    let page = browser.submit(&page, "/sign-out", &[("next", &next)]).await.expect(200);
    assert_eq!(page.path, link);
}

#[rocket::async_test]
async fn whoever_holds_the_letter_can_decline() {
    let app = TestApp::start().await;
    let (june, _, link) = asked(&app).await;
    let mut browser = Browser::new(&app);
    let page = browser.open(&link).await.expect(200);
    browser
        .submit(&page, "/ownership-transfer/decline", &[])
        .await
        .expect(200)
        .expect_text("You have declined.");
    browser.open(&link).await.expect(410).expect_text("was declined");
    assert_eq!(role(&app, &june).await, "owner");
}
