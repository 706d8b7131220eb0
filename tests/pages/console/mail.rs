//! Letters on their way.

use super::operator;
use crate::support::TestApp;

#[rocket::async_test]
async fn a_test_letter_is_sent_and_its_delivery_shown() {
    let app = TestApp::start().await;
    let (rita, mut browser) = operator(&app).await;
    let page = browser.open("/admin/mail").await.expect(200);
    assert_eq!(page.value("to").as_deref(), Some(rita.email.as_str()));
    let page = browser.submit(&page, "/admin/mail/test", &[("to", "ops@root.example")]).await.expect(200);
    let page = page.expect_text("The test letter is queued.").expect_text("Waiting");
    assert_eq!(page.heading(), "Letter to ops@root.example");
    app.last_letter_to("ops@root.example").await;
    let page = browser.open(&page.path).await.expect(200).expect_text("Sent");
    assert!(!page.has_form(&format!("{}/resend", page.path)));
}

#[rocket::async_test]
async fn an_address_that_is_none_is_told_and_kept() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/mail").await.expect(200);
    let page = browser.submit(&page, "/admin/mail/test", &[("to", "ops")]).await.expect(422);
    assert!(page.fault("to").is_some());
    assert_eq!(page.value("to").as_deref(), Some("ops"));
}

#[rocket::async_test]
async fn a_letter_that_waits_is_tried_again_or_taken_back() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/mail").await.expect(200);
    let page = browser.submit(&page, "/admin/mail/test", &[("to", "ops@root.example")]).await.expect(200);
    let here = page.path.clone();
    let page = browser.submit(&page, &format!("{here}/resend"), &[]).await.expect(200);
    let before = page.expect_text("It is tried now.");
    let page = browser.submit(&before, &format!("{here}/cancel"), &[]).await.expect(200);
    page.expect_text("The letter is taken back.").expect_text("Taken back");
    let page = browser.submit(&before, &format!("{here}/resend"), &[]).await.expect(409);
    assert!(page.fault("").is_some());
    assert!(app.letters_to("ops@root.example").await.is_empty());
}

#[rocket::async_test]
async fn letters_are_found_by_state_and_recipient() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/mail").await.expect(200);
    browser.submit(&page, "/admin/mail/test", &[("to", "ops@root.example")]).await.expect(200);
    let page = browser.open("/admin/mail?state=queued&search=ops").await.expect(200);
    assert_eq!(
        (page.all("tbody th"), page.value("search").as_deref()),
        (vec!["ops@root.example".to_owned()], Some("ops"))
    );
    assert_eq!(page.attr("option[selected]", "value").as_deref(), Some("queued"));
    browser.open("/admin/mail?state=failed").await.expect(200).expect_text("No letter is found.");
    let page = browser.open("/admin/mail?state=&search=").await.expect(200);
    assert!(page.all("tbody th").contains(&"rita@root.example".to_owned()));
}
