//! `/settings/invitations`: the organizations that want somebody.

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn an_invitation_is_accepted_without_its_letter() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@poe.example").await;
    let mut browser = Browser::of(&app, &adam);
    browser.open("/settings/invitations").await.expect(200).expect_text("Nobody has invited you");
    let invitation = app.invitation(&june, &adam.email).await;
    let page = browser.open("/settings/invitations").await.expect(200);
    let page = page.expect_text("Acme").expect_text("June Doe invites you as Member");
    let path = format!("/settings/invitations/{}/accept", invitation.id);
    let joined = browser.submit(&page, &path, &[]).await;
    assert_eq!(joined.path, "/orgs");
    assert_eq!(app.count_members(&june).await, 2);
    let page = browser.submit(&page, &path, &[]).await.expect(410);
    assert!(page.fault("").is_some());
}

#[rocket::async_test]
async fn an_invitation_is_declined() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@poe.example").await;
    let invitation = app.invitation(&june, &adam.email).await;
    let mut browser = Browser::of(&app, &adam);
    let page = browser.open("/settings/invitations").await.expect(200);
    let path = format!("/settings/invitations/{}/decline", invitation.id);
    let page = browser.submit(&page, &path, &[]).await.expect(200);
    page.expect_text("The invitation is declined.").expect_text("Nobody has invited you");
    adam.accept(&app, &invitation.id).await.expect(410);
}
