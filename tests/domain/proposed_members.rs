//! People whom any member may invite: they wait, once they have joined, until somebody who runs the org lets them in.

use gatepost::domain::Error;
use gatepost::domain::error::Forbidden;
use gatepost::domain::invitations::invite::{Asked, Invite, Invited, invite};
use gatepost::model::{EmailAddress, Role};

use super::caller::through;
use crate::support::{Person, TestApp};

const JUNE: &str = "june@globex.example";

async fn propose(app: &TestApp, by: &Person, email: &str, role: Role) -> Result<Vec<Invited>, Error> {
    let invited = Invite { email: EmailAddress::parse(email).unwrap(), role, message: None, locale: None };
    let caller = through(app, by, None).await;
    invite(&app.app, &caller, by.org_id.parse().unwrap(), vec![invited], Asked::One).await
}

fn is_too_low(answer: &Result<Vec<Invited>, Error>) -> bool {
    matches!(answer, Err(Error::Forbidden(Forbidden::RoleTooLow)))
}

/// Acme's owner, and a member of it.
async fn acme(app: &TestApp) -> (Person, Person) {
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let member = app.joiner(&owner, "mia@acme.example", "member").await;
    (owner, member)
}

#[rocket::async_test]
async fn whoever_a_member_invites_waits() {
    let app = TestApp::start().await;
    let (owner, member) = acme(&app).await;
    assert!(is_too_low(&propose(&app, &member, JUNE, Role::Member).await));
    propose(&app, &member, JUNE, Role::Pending).await.unwrap();
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains("somebody who runs it lets you in"), "{}", letter.text);
    let june = app.loner(JUNE).await;
    june.accept(&app, &letter.token("invitation")).await.expect(200);
    june.api(&app).get(&owner.org("/members")).await.expect_refusal(403, "role_too_low");
    // And invites nobody in turn.
    let june = Person { org_id: owner.org_id.clone(), ..june };
    assert!(is_too_low(&propose(&app, &june, "adam@globex.example", Role::Pending).await));
}

#[rocket::async_test]
async fn a_member_does_not_undo_the_invitation_of_somebody_who_runs_the_org() {
    let app = TestApp::start().await;
    let (owner, member) = acme(&app).await;
    let invitation = app.invitation(&owner, JUNE).await;
    assert!(is_too_low(&propose(&app, &member, JUNE, Role::Pending).await));
    app.look(&invitation.mailed).await.expect(200);
}

#[rocket::async_test]
async fn who_runs_the_org_no_more_keeps_the_invitations_that_a_member_may_make() {
    let app = TestApp::start().await;
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let admin = app.joiner(&owner, "adam@acme.example", "admin").await;
    propose(&app, &admin, JUNE, Role::Pending).await.unwrap();
    let token = app.last_letter_to(JUNE).await.token("invitation");
    let path = owner.org(&format!("/members/{}", admin.id));
    owner.api(&app).patch(&path, serde_json::json!({"role": "member"})).await.expect(200);
    app.look(&token).await.expect(200);
    owner.api(&app).delete(&path).await.expect(204);
    app.look(&token).await.expect_refusal(410, "invitation_revoked");
}
