//! The doors for strangers.

use super::operator;
use crate::support::TestApp;

#[rocket::async_test]
async fn a_domain_is_made_changed_opened_closed_and_deleted() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    browser.open("/admin/sign-up-domains").await.expect(200).expect_text("There is no sign-up domain.");
    let page = browser.open("/admin/sign-up-domains/new").await.expect(200);
    let fields = [("title", "Partners"), ("help", "Have your number at hand.")];
    let page = browser.submit(&page, "/admin/sign-up-domains/new", &fields).await.expect(200);
    assert_eq!(
        (page.heading().as_str(), page.all(".spread .badge")),
        ("Partners", vec!["Closed".to_owned()])
    );
    assert_eq!(page.value("version_title").as_deref(), Some("Partners"));
    let here = page.path.clone();

    let fields = [("title", "Friends"), ("version_title", "Gold"), ("help", "")];
    let page = browser.submit(&page, &here, &fields).await.expect(200).expect_text("Saved.");
    assert_eq!(page.heading(), "Friends");
    assert_eq!(
        (page.value("version_title").as_deref(), page.value("help").as_deref()),
        (Some("Gold"), Some(""))
    );

    let open_ones = async || app.anonymous().get("/sign-up-domains").await.expect(200).items().len();
    let page = browser.submit(&page, &format!("{here}/open"), &[]).await.expect(200);
    assert_eq!((page.all(".spread .badge"), open_ones().await), (vec!["Open".to_owned()], 1));
    let page = browser.submit(&page, &format!("{here}/close"), &[]).await.expect(200);
    assert_eq!((page.all(".spread .badge"), open_ones().await), (vec!["Closed".to_owned()], 0));
    let page = browser.submit(&page, &format!("{here}/delete"), &[]).await.expect(200);
    assert_eq!(page.path, "/admin/sign-up-domains");
    browser.open(&here).await.expect(404);
}

#[rocket::async_test]
async fn a_domain_is_opened_at_once_where_that_is_ticked() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/sign-up-domains/new").await.expect(200);
    let fields = [("title", "Partners"), ("allow_signup", "on")];
    let page = browser.submit(&page, "/admin/sign-up-domains/new", &fields).await.expect(200);
    assert_eq!(page.all(".spread .badge"), ["Open"]);
}

#[rocket::async_test]
async fn what_can_not_be_is_told_beside_its_field_and_the_rest_is_kept() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/sign-up-domains/new").await.expect(200);
    let fields = [("title", " "), ("sign_up_url", "javascript:alert(1)"), ("help", "Ask us.")];
    let page = browser.submit(&page, "/admin/sign-up-domains/new", &fields).await.expect(422);
    assert!(page.fault("title").is_some() && page.fault("sign_up_url").is_some(), "{}", page.text());
    assert_eq!(page.value("help").as_deref(), Some("Ask us."));
    browser.open("/admin/sign-up-domains").await.expect(200).expect_text("There is no sign-up domain.");
}
