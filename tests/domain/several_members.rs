//! What is done to several members at once: to all of them, or to none.

use gatepost::domain::Error;
use gatepost::domain::error::{Conflict, Forbidden, Missing};
use gatepost::domain::members::change_role::{RoleChange, change_roles};
use gatepost::domain::members::mail_resets::mail_resets;
use gatepost::domain::members::remove::remove_several;
use gatepost::model::{OrgId, Principal, Role, UserId};
use serde_json::{Value, json};

use super::caller::through;
use crate::support::{PASSWORD, Person, TestApp};

/// An org with one of each role, and a stranger.
struct Acme {
    app: TestApp,
    owner: Person,
    admin: Person,
    member: Person,
    stranger: Person,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("olivia@acme.example", "Acme").await;
        let admin = app.joiner(&owner, "adam@acme.example", "admin").await;
        let member = app.joiner(&owner, "mia@acme.example", "member").await;
        let stranger = app.founder("eve@evil.example", "Evil").await;
        Self { app, owner, admin, member, stranger }
    }

    fn org_id(&self) -> OrgId {
        self.owner.org_id.parse().unwrap()
    }

    async fn principal(&self, person: &Person) -> Principal {
        through(&self.app, person, None).await
    }

    async fn give(&self, by: &Person, to: &[&Person], change: RoleChange) -> Result<Vec<Role>, Error> {
        let caller = self.principal(by).await;
        let members = change_roles(&self.app.app, &caller, self.org_id(), ids(to), change).await?;
        Ok(members.iter().map(|member| member.role).collect())
    }

    async fn remove(&self, by: &Person, whom: &[&Person]) -> Result<(), Error> {
        remove_several(&self.app.app, &self.principal(by).await, self.org_id(), ids(whom)).await
    }

    async fn mail_resets(&self, by: &Person, to: &[&Person]) -> Result<(), Error> {
        mail_resets(&self.app.app, &self.principal(by).await, self.org_id(), ids(to)).await
    }

    async fn roles(&self) -> [Value; 3] {
        let mut roles = [Value::Null, Value::Null, Value::Null];
        for (index, person) in [&self.owner, &self.admin, &self.member].into_iter().enumerate() {
            roles[index] = person.who_am_i(&self.app).await.expect(200).body["role"].take();
        }
        roles
    }
}

fn ids(people: &[&Person]) -> Vec<UserId> {
    people.iter().map(|person| person.id.parse().unwrap()).collect()
}

#[rocket::async_test]
async fn raising_lowers_nobody() {
    let acme = Acme::found().await;
    let everybody = [&acme.owner, &acme.admin, &acme.member];
    let raised = acme.give(&acme.owner, &everybody, RoleChange::RaiseTo(Role::Admin)).await.unwrap();
    assert_eq!(raised, [Role::Owner, Role::Admin, Role::Admin]);
    let set = acme.give(&acme.owner, &everybody[1..], RoleChange::SetTo(Role::Member)).await.unwrap();
    assert_eq!(set, [Role::Member, Role::Member]);
    assert_eq!(acme.roles().await, ["owner", "member", "member"]);
}

#[rocket::async_test]
async fn one_who_cannot_be_touched_saves_all_the_others() {
    let acme = Acme::found().await;
    let Acme { owner, admin, member, stranger, .. } = &acme;
    let to_member = RoleChange::SetTo(Role::Member);
    let refused = acme.give(owner, &[admin, owner], to_member).await;
    assert!(matches!(refused, Err(Error::Conflict(Conflict::LastOwner))));
    let refused = acme.give(admin, &[admin, owner], to_member).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleAboveOwn))));
    let refused = acme.give(owner, &[admin, stranger], to_member).await;
    assert!(matches!(refused, Err(Error::NotFound(Missing::Member))));
    let refused = acme.give(member, &[member], RoleChange::RaiseTo(Role::Admin)).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleTooLow))));
    let refused = acme.remove(owner, &[member, owner]).await;
    assert!(matches!(refused, Err(Error::Conflict(Conflict::LastOwner))));
    let refused = acme.remove(member, &[member, admin]).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleTooLow))));
    assert_eq!(acme.roles().await, ["owner", "admin", "member"]);
}

#[rocket::async_test]
async fn several_can_be_removed_and_one_named_twice_is_one() {
    let acme = Acme::found().await;
    acme.remove(&acme.owner, &[&acme.member, &acme.admin, &acme.member]).await.unwrap();
    assert_eq!(acme.app.count_members(&acme.owner).await, 1);
}

#[rocket::async_test]
async fn who_runs_the_org_has_links_mailed_that_set_other_passwords() {
    let acme = Acme::found().await;
    let Acme { app, owner, admin, member, stranger } = &acme;
    acme.mail_resets(admin, &[member, admin]).await.unwrap();
    for email in [&member.email, &admin.email] {
        let path = format!("/password-resets/{}", app.last_letter_to(email).await.token("reset"));
        app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect(200);
    }
    let letters = app.letters().await.len();
    let refused = acme.mail_resets(&app.sign_in(&member.email).await, &[member]).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleTooLow))));
    let admin = app.sign_in(&admin.email).await;
    let refused = acme.mail_resets(&admin, &[member, owner]).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleAboveOwn))));
    let refused = acme.mail_resets(&admin, &[member, stranger]).await;
    assert!(matches!(refused, Err(Error::NotFound(Missing::Member))));
    assert_eq!(app.letters().await.len(), letters);
}
