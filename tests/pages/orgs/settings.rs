//! `/orgs/<id>/settings`

use super::Acme;

#[rocket::async_test]
async fn an_admin_changes_the_settings() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/settings");
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.value("name").as_deref(), Some("Acme"));
    let fields = [
        ("name", "Acme Ltd"),
        ("country", "FR"),
        ("invitations_need_approval", "on"),
        ("allowed_email_domains", "acme.example, new.example"),
    ];
    let page = browser.submit(&page, &path, &fields).await.expect(200).expect_text("The settings are saved.");
    assert_eq!(page.value("name").as_deref(), Some("Acme Ltd"));
    assert_eq!(page.value("allowed_email_domains").as_deref(), Some("acme.example\nnew.example"));
    assert!(page.attr("#invitations_need_approval", "checked").is_some());
    let org = acme.owner.api(&acme.app).get(&acme.owner.org("")).await.expect(200);
    assert_eq!((org.str("/name"), org.str("/country")), ("Acme Ltd", "FR"));
    assert_eq!(org.body["invitations_need_approval"], true);
    let page = browser.submit(&page, &path, &[("country", "")]).await.expect(200);
    assert_eq!(page.attr("#country option[selected]", "value").as_deref(), Some(""));
}

#[rocket::async_test]
async fn two_admins_do_not_overwrite_each_other_unseen() {
    let acme = Acme::found().await;
    let (mut first, mut second) = (acme.browser(&acme.owner).await, acme.browser(&acme.admin).await);
    let path = acme.owner.org("/settings");
    let (one, other) = (first.open(&path).await.expect(200), second.open(&path).await.expect(200));
    first.submit(&one, &path, &[("name", "Acme One")]).await.expect(200);
    let page = second.submit(&other, &path, &[("name", "Acme Two")]).await.expect(412);
    let page = page.expect_text("Somebody else changed these settings").expect_text("Acme One");
    assert_eq!(page.value("name").as_deref(), Some("Acme Two"));
    second.submit(&page, &path, &[]).await.expect(200).expect_text("The settings are saved.");
    let org = acme.owner.api(&acme.app).get(&acme.owner.org("")).await.expect(200);
    assert_eq!(org.str("/name"), "Acme Two");
}

#[rocket::async_test]
async fn what_is_wrong_with_settings_is_said_and_what_was_typed_kept() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/settings");
    let page = browser.open(&path).await.expect(200);
    let fields = [("name", "Acme Ltd"), ("allowed_email_domains", "acme.example\nbad! worse!")];
    let page = browser.submit(&page, &path, &fields).await.expect(422);
    assert_eq!(page.all("#allowed_email_domains-fault bdi"), ["bad!", "worse!"]);
    assert_eq!(page.value("name").as_deref(), Some("Acme Ltd"));
    let page = browser.submit(&page, &path, &[("name", ""), ("allowed_email_domains", "")]).await.expect(422);
    assert_eq!(page.fault("name").as_deref(), Some("This is needed."));
}

#[rocket::async_test]
async fn whoever_has_no_second_factor_can_not_ask_others_for_one() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/settings");
    let page = browser.open(&path).await.expect(200).expect_text("set it up for yourself first");
    let page = browser.submit(&page, &path, &[("require_two_factor", "on")]).await.expect(409);
    assert!(page.fault("").is_some());
    assert!(page.attr("#require_two_factor", "checked").is_some());
}
