//! `/orgs/<id>/ownership`

use super::Acme;
use crate::support::PASSWORD;

#[rocket::async_test]
async fn an_owner_asks_a_member_to_take_over_and_takes_it_back() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let path = acme.owner.org("/ownership");
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.all("#user_id option").len(), 3, "the others, and none");
    let fields = [("user_id", acme.admin.id.as_str()), ("password", PASSWORD)];
    let page = browser.submit(&page, &path, &fields).await.expect(200);
    let page = page.expect_text("June Doe asked Adam Poe to take over.");
    acme.app.last_token_to(&acme.admin.email, "ownership-transfer").await;
    let open = acme.owner.api(&acme.app).get(&acme.owner.org("/ownership-transfers")).await.expect(200);
    let cancel = format!("{path}/{}/cancel", open.each("/id")[0]);
    browser.submit(&page, &cancel, &[]).await.expect(200).expect_text("The handover is taken back.");
    let late = browser.submit(&page, &cancel, &[]).await.expect(409);
    assert!(late.fault("").is_some());
    assert_eq!(acme.role_of(&acme.owner).await, "owner");
}

#[rocket::async_test]
async fn what_is_wrong_with_a_handover_is_said_and_the_choice_kept() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let path = acme.owner.org("/ownership");
    let page = browser.open(&path).await.expect(200);
    let fields = [("user_id", acme.admin.id.as_str()), ("password", "wrong")];
    let page = browser.submit(&page, &path, &fields).await.expect(403);
    assert!(page.fault("").is_some());
    assert_eq!(page.attr("#user_id option[selected]", "value").as_deref(), Some(acme.admin.id.as_str()));
    let page = browser.submit(&page, &path, &[("user_id", ""), ("password", PASSWORD)]).await.expect(422);
    assert!(page.fault("user_id").is_some());
}

#[rocket::async_test]
async fn members_are_searched_where_there_are_many() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let page = browser.open(&acme.owner.org("/ownership?search=mia%40")).await.expect(200);
    assert_eq!(page.all("#user_id option").len(), 2);
    assert_eq!(page.value("search").as_deref(), Some("mia@"));
}
