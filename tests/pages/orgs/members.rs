//! `/orgs/<id>/members`, one member, and leaving.

use serde_json::json;

use super::Acme;

#[rocket::async_test]
async fn a_member_sees_the_members_and_nothing_else() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.member).await;
    let page = browser.open(&acme.owner.org("/members")).await.expect(200);
    assert_eq!(page.all("main .side ul a"), ["Members"]);
    assert_eq!(page.all(".list .who a bdi"), ["Adam Poe", "Adam Poe", "June Doe"]);
    assert_eq!(page.all(".list .badge"), ["You", "Member", "Admin", "Owner"]);
    assert!(!page.has_form(&acme.path(&acme.admin, "/role")));
    for rest in ["/invitations", "/settings", "/ownership", "/audit", "/delete"] {
        browser.open(&acme.owner.org(rest)).await.expect(403);
    }
    let page = browser.open(&acme.path(&acme.admin, "")).await.expect(200);
    assert!(!page.has_form(&acme.path(&acme.admin, "/remove")));
}

#[rocket::async_test]
async fn a_role_decides_what_there_is_to_do() {
    let acme = Acme::found().await;
    let tabs = |page: &crate::support::Seen| page.all("main .side ul:first-of-type a");
    let page = acme.browser(&acme.admin).await.open(&acme.owner.org("/members")).await.expect(200);
    assert_eq!(tabs(&page), ["Members", "Invitations", "Settings", "Audit log"]);
    assert!(!page.has_form(&acme.path(&acme.owner, "/role")), "an admin's reach ends below owners");
    let page = acme.browser(&acme.owner).await.open(&acme.owner.org("/members")).await.expect(200);
    assert_eq!(tabs(&page), ["Members", "Invitations", "Settings", "Ownership", "Audit log"]);
}

#[rocket::async_test]
async fn to_strangers_there_is_no_such_organization() {
    let acme = Acme::found().await;
    let june = acme.app.founder("june@beta.example", "Beta").await;
    let mut browser = acme.browser(&june).await;
    for rest in ["/members", "/invitations", "/settings", "/ownership", "/audit", "/delete", "/leave"] {
        let page = browser.open(&acme.owner.org(rest)).await.expect(404);
        assert!(!page.answer.text.contains("Acme"), "{rest}");
    }
    browser.open(&acme.path(&acme.member, "")).await.expect(404);
}

#[rocket::async_test]
async fn members_are_searched_by_name_and_address() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.member).await;
    for (search, found) in [("june", "June Doe"), ("OLIVIA%40", "June Doe"), ("mia%40acme", "Adam Poe")] {
        let page = browser.open(&acme.owner.org(&format!("/members?search={search}"))).await.expect(200);
        assert_eq!(page.all(".list .who a bdi"), [found], "{search}");
    }
    let page = browser.open(&acme.owner.org("/members?search=zoe")).await.expect(200);
    assert_eq!(page.value("search").as_deref(), Some("zoe"));
    page.expect_text("Nobody here is called or reached by “ zoe ”.");
    let page = browser.open(&acme.owner.org("/members?search=")).await.expect(200);
    assert_eq!(page.all(".list .who a bdi").len(), 3);
}

#[rocket::async_test]
async fn an_admin_changes_a_members_role() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.owner.org("/members")).await.expect(200);
    let action = acme.path(&acme.member, "/role");
    browser
        .submit(&page, &action, &[("role", "admin")])
        .await
        .expect(200)
        .expect_text("The role is changed.");
    assert_eq!(acme.role_of(&acme.member).await, "admin");
}

#[rocket::async_test]
async fn a_role_above_ones_own_is_refused_in_place() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.owner.org("/members")).await.expect(200);
    let action = acme.path(&acme.member, "/role");
    let page = browser.submit(&page, &action, &[("role", "owner")]).await.expect(403);
    assert!(page.fault("").is_some());
    assert_eq!(page.heading(), "Adam Poe");
    assert_eq!(acme.role_of(&acme.member).await, "member");
}

#[rocket::async_test]
async fn the_last_owner_is_told_why_they_stay_one() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let page = browser.open(&acme.path(&acme.owner, "")).await.expect(200);
    let action = acme.path(&acme.owner, "/role");
    let page = browser.submit(&page, &action, &[("role", "member")]).await.expect(409);
    assert!(page.fault("").is_some());
    let page = page.expect_text("An organization needs an owner.");
    assert!(page.all("main a").contains(&"Hand over ownership".to_owned()));
    assert_eq!(acme.role_of(&acme.owner).await, "owner");
}

#[rocket::async_test]
async fn a_member_is_removed_after_a_second_look() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.path(&acme.member, "")).await.expect(200);
    let page = page.expect_text("loses access at once");
    assert_eq!(acme.app.count_members(&acme.owner).await, 3);
    let page = browser.submit(&page, &acme.path(&acme.member, "/remove"), &[]).await.expect(200);
    page.expect_text("The person is removed.");
    assert_eq!(acme.app.count_members(&acme.owner).await, 2);
}

#[rocket::async_test]
async fn whoever_waits_is_let_in_or_turned_down() {
    let acme = Acme::found().await;
    let policy = json!({"invitations_need_approval": true});
    acme.owner.api(&acme.app).patch(&acme.owner.org(""), policy).await.expect(200);
    let june = acme.app.joiner(&acme.owner, "june@acme.example", "admin").await;
    let july = acme.app.joiner(&acme.owner, "july@acme.example", "member").await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.owner.org("/members")).await.expect(200);
    let page = browser.submit(&page, &acme.path(&june, "/approve"), &[]).await.expect(200);
    let page = page.expect_text("The new member is let in.");
    browser.submit(&page, &acme.path(&july, "/remove"), &[]).await.expect(200);
    let members = acme.owner.api(&acme.app).get(&acme.owner.org("/members")).await.expect(200);
    assert_eq!(members.each("/role"), ["admin", "member", "admin", "owner"]);
}

#[rocket::async_test]
async fn a_member_leaves() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.member).await;
    let page = browser.open(&acme.owner.org("/leave")).await.expect(200).expect_text("Leave Acme ?");
    assert_eq!(acme.app.count_members(&acme.owner).await, 3);
    let page = browser.submit(&page, &acme.owner.org("/leave"), &[]).await.expect(200);
    assert_eq!(page.path, "/orgs");
    page.expect_text("You have left the organization.");
    assert_eq!(acme.app.count_members(&acme.owner).await, 2);
}

#[rocket::async_test]
async fn the_last_owner_can_not_leave_and_is_told_what_to_do() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let page = browser.open(&acme.owner.org("/leave")).await.expect(200);
    let page = browser.submit(&page, &acme.owner.org("/leave"), &[]).await.expect(409);
    assert!(page.fault("").is_some());
    page.expect_text("An organization needs an owner.");
    assert_eq!(acme.app.count_members(&acme.owner).await, 3);
}

#[rocket::async_test]
async fn whoever_lacks_the_second_factor_that_is_asked_for_is_led_to_set_it_up() {
    let acme = Acme::found().await;
    acme.owner.turn_two_factor_on(&acme.app).await;
    let policy = json!({"require_two_factor": true});
    acme.owner.api(&acme.app).patch(&acme.owner.org(""), policy).await.expect(200);
    let mut browser = acme.browser(&acme.member).await;
    let page = browser.open(&acme.owner.org("/members")).await.expect(403);
    assert_eq!(page.attr("main a.button", "href").as_deref(), Some("/settings/two-factor"));
    let page = browser.open("/orgs").await.expect(200);
    page.expect_text("This organization asks for two-factor sign-in");
}
