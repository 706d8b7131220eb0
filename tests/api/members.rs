//! `/orgs/{id}/members`

use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

/// An org with one of each role.
struct Acme {
    app: TestApp,
    owner: Person,
    admin: Person,
    member: Person,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("olivia@acme.example", "Acme").await;
        let admin = app.joiner(&owner, "adam@acme.example", "admin").await;
        let member = app.joiner(&owner, "mia@acme.example", "member").await;
        Self { app, owner, admin, member }
    }

    fn path(&self, of: &Person) -> String {
        self.owner.org(&format!("/members/{}", of.id))
    }

    async fn give_role(&self, by: &Person, to: &Person, role: &str) -> Answer {
        by.api(&self.app).patch(&self.path(to), json!({"role": role})).await
    }

    async fn remove(&self, by: &Person, whom: &Person) -> Answer {
        by.api(&self.app).delete(&self.path(whom)).await
    }

    async fn role_of(&self, person: &Person) -> Value {
        person.who_am_i(&self.app).await.expect(200).body["role"].take()
    }
}

#[rocket::async_test]
async fn every_member_sees_who_the_members_are_and_no_stranger_does() {
    let acme = Acme::found().await;
    let stranger = acme.app.founder("eve@evil.example", "Evil").await;
    let path = acme.owner.org("/members");
    for person in [&acme.owner, &acme.admin, &acme.member] {
        let list = person.api(&acme.app).get(&path).await.expect(200);
        assert_eq!(list.each("/user/id"), [&*acme.member.id, &*acme.admin.id, &*acme.owner.id]);
        assert_eq!(list.each("/role"), ["member", "admin", "owner"]);
        assert_eq!(list.each("/state"), ["active"; 3]);
        assert!(list.items().iter().all(|member| member["joined_at"].is_string()));
    }
    stranger.api(&acme.app).get(&path).await.expect_refusal(404, "org_not_found");
}

#[rocket::async_test]
async fn members_see_no_more_of_each_other_than_name_and_address() {
    let acme = Acme::found().await;
    let list = acme.member.api(&acme.app).get(&acme.owner.org("/members")).await.expect(200);
    let mut members: Vec<&String> = list.items()[0]["user"].as_object().expect("a person").keys().collect();
    members.sort();
    assert_eq!(members, ["email", "id", "name", "username"]);
}

#[rocket::async_test]
async fn another_role_counts_from_the_next_request_on() {
    let acme = Acme::found().await;
    assert_eq!(acme.role_of(&acme.member).await, "member", "and is remembered");
    let changed = acme.give_role(&acme.owner, &acme.member, "admin").await.expect(200);
    assert_eq!((changed.str("/role"), changed.str("/user/id")), ("admin", &*acme.member.id));
    assert_eq!(acme.role_of(&acme.member).await, "admin");
    let rename = json!({"name": "Acme Ltd."});
    acme.member.api(&acme.app).patch(&acme.owner.org(""), rename.clone()).await.expect(200);
    acme.give_role(&acme.admin, &acme.member, "member").await.expect(200);
    let refused = acme.member.api(&acme.app).patch(&acme.owner.org(""), rename).await;
    refused.expect_refusal(403, "role_too_low");
}

#[rocket::async_test]
async fn nobody_grants_or_touches_a_role_above_their_own() {
    let acme = Acme::found().await;
    let Acme { owner, admin, member, .. } = &acme;
    let refused = [
        (admin, member, "owner", "role_above_own"),
        (admin, admin, "owner", "role_above_own"),
        (admin, owner, "member", "role_above_own"),
        (admin, owner, "owner", "role_above_own"),
        (member, member, "admin", "role_too_low"),
        (member, admin, "member", "role_too_low"),
        (member, owner, "member", "role_too_low"),
    ];
    for (by, to, role, code) in refused {
        acme.give_role(by, to, role).await.expect_refusal(403, code);
    }
    acme.remove(admin, owner).await.expect_refusal(403, "role_above_own");
    acme.remove(member, admin).await.expect_refusal(403, "role_too_low");
    for (person, role) in [(owner, "owner"), (admin, "admin"), (member, "member")] {
        assert_eq!(acme.role_of(person).await, role);
    }
    acme.give_role(owner, admin, "owner").await.expect(200);
    acme.give_role(admin, owner, "member").await.expect(200);
}

#[rocket::async_test]
async fn only_the_three_roles_can_be_given() {
    let acme = Acme::found().await;
    for role in [json!("pending"), json!("Owner"), json!("root"), json!("")] {
        let body = json!({"role": role});
        let refusal = acme.owner.api(&acme.app).patch(&acme.path(&acme.member), body).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), [("/role", "role_unknown")]);
    }
    assert_eq!(acme.role_of(&acme.member).await, "member");
}

#[rocket::async_test]
async fn a_removed_member_is_a_stranger_from_the_next_request_on() {
    let acme = Acme::found().await;
    acme.member.api(&acme.app).get(&acme.owner.org("/members")).await.expect(200);
    acme.remove(&acme.admin, &acme.member).await.expect(204);
    for path in ["", "/members", "/invitations"] {
        let answer = acme.member.api(&acme.app).get(&acme.owner.org(path)).await;
        answer.expect_refusal(404, "org_not_found");
    }
    assert_eq!(acme.role_of(&acme.member).await, Value::Null);
    assert!(acme.member.api(&acme.app).get("/orgs").await.items().is_empty());
    acme.remove(&acme.admin, &acme.member).await.expect_refusal(404, "member_not_found");
    acme.give_role(&acme.admin, &acme.member, "member").await.expect_refusal(404, "member_not_found");
}

#[rocket::async_test]
async fn everybody_may_leave() {
    let acme = Acme::found().await;
    acme.remove(&acme.member, &acme.member).await.expect(204);
    acme.remove(&acme.admin, &acme.admin).await.expect(204);
    assert_eq!(acme.app.count_members(&acme.owner).await, 1);
    acme.remove(&acme.member, &acme.member).await.expect_refusal(404, "org_not_found");
}

#[rocket::async_test]
async fn who_was_removed_can_be_invited_again() {
    let acme = Acme::found().await;
    acme.remove(&acme.owner, &acme.member).await.expect(204);
    let invitation = acme.app.invitation(&acme.owner, &acme.member.email).await;
    acme.member.accept(&acme.app, &invitation.id).await.expect(200);
    assert_eq!(acme.app.count_members(&acme.owner).await, 3);
}

#[rocket::async_test]
async fn a_stranger_and_a_person_of_another_org_change_nobody() {
    let acme = Acme::found().await;
    let stranger = acme.app.founder("eve@evil.example", "Evil").await;
    acme.give_role(&stranger, &acme.member, "member").await.expect_refusal(404, "org_not_found");
    acme.remove(&stranger, &acme.member).await.expect_refusal(404, "org_not_found");
    let through_own_org = stranger.org(&format!("/members/{}", acme.member.id));
    stranger.api(&acme.app).delete(&through_own_org).await.expect_refusal(404, "member_not_found");
    assert_eq!(acme.role_of(&acme.member).await, "member");
}

#[rocket::async_test]
async fn members_are_found_by_the_beginning_of_a_name_or_an_address() {
    let acme = Acme::found().await;
    acme.app.founder("mia@beta.example", "Beta").await;
    let api = acme.member.api(&acme.app);
    for (search, found) in [("june", &acme.owner), ("OLIVIA%40", &acme.owner), ("Mia%40", &acme.member)] {
        let list = api.get(&acme.owner.org(&format!("/members?search={search}"))).await.expect(200);
        assert_eq!(list.each("/user/id"), [&*found.id], "{search}");
    }
    assert!(api.get(&acme.owner.org("/members?search=doe")).await.expect(200).items().is_empty());
    let refused = api.get(&acme.owner.org("/members?search=")).await.expect_refusal(422, "invalid_values");
    assert_eq!(refused.faults(), [("?search", "empty")]);
}
