//! `/sign-up` and `/sign-up/check-mail`.

use std::sync::Arc;

use gatepost::web::pages::frame::{Branding, Look};

use crate::support::{Browser, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";

/// What June fills in.
fn fields() -> Vec<(&'static str, &'static str)> {
    vec![("first", "June"), ("last", "Doe"), ("email", JUNE), ("password", PASSWORD)]
}

#[rocket::async_test]
async fn a_stranger_founds_an_org_and_signs_in() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    let mut filled = fields();
    filled.extend([("org_name", "Acme"), ("country", "DE")]);
    let page = browser.submit(&page, "/sign-up", &filled).await.expect(200);
    assert_eq!(page.heading(), "Check your mail");
    let page = page.expect_text(JUNE);
    assert!(!page.path.contains('?'), "the address is in no URL: {}", page.path);

    let letter = app.last_letter_to(JUNE).await;
    let page = browser.open(letter.link("activate")).await.expect(200);
    let page = browser.submit(&page, "/activate", &[]).await.expect(200);
    assert_eq!(page.path, "/sign-in");
    let page = page.expect_text("Your email address is confirmed");
    browser.submit(&page, "/sign-in", &[("login", JUNE), ("password", PASSWORD)]).await;
    assert!(browser.cookie("__Host-gatepost").is_some());
    let june = app.sign_in(JUNE).await;
    let org = june.api(&app).get(&june.org("")).await.expect(200);
    assert_eq!((org.str("/name"), org.str("/country")), ("Acme", "DE"));
    assert_eq!(june.who_am_i(&app).await.str("/user/name/last"), "Doe");
    assert_eq!(june.who_am_i(&app).await.str("/user/locale"), "en");
}

#[rocket::async_test]
async fn a_person_is_written_to_in_the_language_they_read() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app).reading("de-CH,de;q=0.9");
    let page = browser.open("/sign-up").await.expect(200);
    browser.submit(&page, "/sign-up", &fields()).await.expect(200);
    app.activate(JUNE).await;
    assert_eq!(app.sign_in(JUNE).await.who_am_i(&app).await.str("/user/locale"), "de");
}

#[rocket::async_test]
async fn faults_stand_beside_their_fields_and_what_was_typed_is_kept() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    let filled = [
        ("first", ""),
        ("last", "Doe"),
        ("email", "june"),
        ("password", "short"),
        ("org_name", "A://b"),
        ("country", "FR"),
    ];
    let page = browser.submit(&page, "/sign-up", &filled).await.expect(422);
    assert_eq!(page.fault("").as_deref(), Some("Some fields need another look."));
    assert_eq!(page.fault("first").as_deref(), Some("This is needed."));
    assert_eq!(page.fault("password").as_deref(), Some("Use at least 8 characters."));
    for faulty in ["email", "org_name"] {
        assert!(page.fault(faulty).is_some(), "{faulty}");
    }
    assert_eq!(page.fault("last"), None);
    assert_eq!(page.value("email").as_deref(), Some("june"));
    assert_eq!(page.value("password").as_deref(), Some(""));
    assert_eq!(page.attr("option[selected]", "value").as_deref(), Some("FR"));
    assert!(app.letters().await.is_empty());

    let filled = [("first", "June"), ("email", JUNE), ("password", "password1"), ("org_name", "")];
    let page = browser.submit(&page, "/sign-up", &filled).await.expect(422);
    assert!(page.fault("password").is_some_and(|fault| fault.contains("easy to guess")));
}

#[rocket::async_test]
async fn the_answer_is_the_same_where_the_address_has_an_account() {
    let app = TestApp::start().await;
    app.loner(JUNE).await;
    let mut texts = Vec::new();
    for email in [JUNE, "adam@acme.example"] {
        let mut browser = Browser::new(&app);
        let page = browser.open("/sign-up").await.expect(200);
        let filled = [("first", "June"), ("email", email), ("password", PASSWORD)];
        let page = browser.submit(&page, "/sign-up", &filled).await.expect(200);
        let again = browser.submit(&page, "/sign-up/check-mail", &[]).await.expect(200);
        texts.push((page.text() + &again.text()).replace(email, "it"));
    }
    assert_eq!(texts[0], texts[1]);
    let told = app.last_letter_to(JUNE).await;
    assert!(told.text.contains("/sign-in"), "its owner is told by mail: {}", told.text);
}

#[rocket::async_test]
async fn the_letter_is_sent_again_to_whoever_waits_for_it() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    let page = browser.submit(&page, "/sign-up", &fields()).await.expect(200);
    let before = app.letters_to(JUNE).await.len();
    let page = browser.submit(&page, "/sign-up/check-mail", &[]).await.expect(200);
    page.expect_text("another letter is on its way");
    assert_eq!(app.letters_to(JUNE).await.len(), before + 1);
    // Whoever comes back later is asked for the address.
    let page = browser.open("/sign-up/check-mail").await.expect(200);
    let page = browser.submit(&page, "/sign-up/check-mail", &[("email", "june@")]).await.expect(422);
    assert!(page.fault("email").is_some());
    browser.submit(&page, "/sign-up/check-mail", &[("email", JUNE)]).await.expect(200);
    assert_eq!(app.letters_to(JUNE).await.len(), before + 2);
}

#[rocket::async_test]
async fn whoever_signs_in_before_the_letter_is_used_can_have_it_again() {
    let app = TestApp::start().await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    browser.submit(&page, "/sign-up", &fields()).await.expect(200);
    let before = app.letters_to(JUNE).await.len();
    let page = browser.open("/sign-in?next=/settings").await.expect(200);
    let page =
        browser.submit(&page, "/sign-in", &[("login", JUNE), ("password", PASSWORD)]).await.expect(403);
    assert_eq!(page.value("next").as_deref(), Some("/settings"));
    browser.submit(&page, "/sign-up/check-mail", &[]).await.expect(200).expect_text(JUNE);
    assert_eq!(app.letters_to(JUNE).await.len(), before + 1);
}

#[rocket::async_test]
async fn a_closed_sign_up_says_so() {
    let app = TestApp::start_with(|setup| setup.rules.sign_up_open = false).await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200).expect_text("Nobody can sign up here");
    assert!(!page.has_form("/sign-up"));
    let page = browser.open("/sign-in").await.expect(200);
    assert!(!page.answer.text.contains("/sign-up\""), "nothing leads there");
}

#[rocket::async_test]
async fn where_there_are_terms_they_have_to_be_accepted() {
    let branding = Branding {
        name: "Gatepost".to_owned(),
        terms_url: Some("https://acme.example/terms".to_owned()),
        ..Branding::default()
    };
    let look = Arc::new(Look::read(branding).unwrap());
    let app = TestApp::start_with(|setup| setup.web.look = look).await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-up").await.expect(200);
    assert_eq!(page.attr(".tick a", "href").as_deref(), Some("https://acme.example/terms"));
    let page = browser.submit(&page, "/sign-up", &fields()).await.expect(422);
    assert_eq!(page.fault("terms_accepted").as_deref(), Some("This is needed."));
    let mut filled = fields();
    filled.push(("terms_accepted", "on"));
    browser.submit(&page, "/sign-up", &filled).await.expect(200);
    app.activate(JUNE).await;
    let june = app.sign_in(JUNE).await;
    assert!(june.who_am_i(&app).await.body["user"]["terms_accepted_at"].is_string());
}

#[rocket::async_test]
async fn whoever_is_signed_in_has_nothing_to_sign_up_for() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let page = Browser::of(&app, &june).open("/sign-up").await;
    assert_eq!(page.path, "/orgs");
}
