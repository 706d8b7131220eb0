//! `/orgs/<id>/delete`

use super::Acme;
use crate::support::PASSWORD;

#[rocket::async_test]
async fn an_owner_deletes_the_organization_by_their_password() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let path = acme.owner.org("/delete");
    let page = browser.open(&path).await.expect(200).expect_text("for 7 days any of them can undo this");
    let page = browser.submit(&page, &path, &[("password", "wrong")]).await.expect(403);
    assert!(page.fault("").is_some());
    assert_eq!(page.value("password").as_deref(), Some(""));
    let page = browser.submit(&page, &path, &[("password", PASSWORD)]).await;
    assert!(page.path.starts_with("/jobs/"), "{}", page.path);
    let id = page.path.trim_start_matches("/jobs/").to_owned();
    let job = acme.owner.api(&acme.app).get(&format!("/jobs/{id}")).await.expect(200);
    assert_eq!(job.str("/state"), "scheduled");
    browser.open(&acme.owner.org("/members")).await.expect(404);
}

#[rocket::async_test]
async fn an_admin_is_not_offered_to_delete_it() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.owner.org("/settings")).await.expect(200);
    assert!(!page.text().contains("Delete organization"));
    browser.open(&acme.owner.org("/delete")).await.expect(403);
}
