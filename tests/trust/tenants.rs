//! T7: what ids, roles and lists of an org open. Who may make which call has the matrix.

use gatepost::model::Role;
use rocket::http::Method;
use serde_json::{Value, json};

use super::matrix::rows::{May, ROWS, Row};
use crate::support::{Answer, Api, Browser, PASSWORD, Person, TestApp};

/// An org with somebody in every role and an open invitation.
struct Tenant {
    owner: Person,
    admin: Person,
    member: Person,
    invitation_id: String,
    transfer_id: String,
}

impl Tenant {
    async fn found(app: &TestApp, name: &str) -> Self {
        let email = |who: &str| format!("{who}@{name}.example");
        let owner = app.founder(&email("owner"), name).await;
        let admin = app.joiner(&owner, &email("admin"), "admin").await;
        let member = app.joiner(&owner, &email("member"), "member").await;
        app.invite(&owner, &email("guest"), "member").await;
        let list = format!("/orgs/{}/invitations?state=pending", owner.org_id);
        let invitation_id = owner.api(app).get(&list).await.expect(200).str("/items/0/id").to_owned();
        let (transfer_id, _) = app.ask_to_take_over(&owner, &admin).await;
        Self { owner, admin, member, invitation_id, transfer_id }
    }

    /// All that its owner sees of it.
    async fn seen_by_its_owner(&self, app: &TestApp) -> [Value; 4] {
        let (api, id) = (self.owner.api(app), &self.owner.org_id);
        let (org, members) = (format!("/orgs/{id}"), format!("/orgs/{id}/members"));
        let invitations = format!("/orgs/{id}/invitations");
        [
            api.get(&org).await.expect(200).body,
            api.get(&members).await.expect(200).body,
            api.get(&invitations).await.expect(200).body,
            api.get(&format!("/orgs/{id}/ownership-transfers")).await.expect(200).body,
        ]
    }
}

/// Sends a row's call in an org, about another's things.
async fn send(row: &Row, api: &Api<'_>, org: &Tenant, ids_of: &Tenant) -> Answer {
    let (method, _) = row.call.split_once(' ').expect("a method and a path");
    let fill = |text: &str| {
        text.replace("<id>", &org.owner.org_id)
            .replace("<user_id>", &ids_of.member.id)
            .replace("{user_id}", &ids_of.member.id)
            .replace("<invitation_id>", &ids_of.invitation_id)
            .replace("<transfer_id>", &ids_of.transfer_id)
            .replace("{password}", PASSWORD)
    };
    let body = (!row.body.is_empty()).then(|| fill(row.body));
    api.send(method.parse().expect("a method"), &format!("/api/v1{}", fill(row.path())), body).await
}

/// Broken: an invitation was looked up without its org.
#[rocket::async_test]
async fn t07_ids_of_another_org_name_nothing_in_ones_own() {
    let app = TestApp::start().await;
    let (acme, globex) = (Tenant::found(&app, "acme").await, Tenant::found(&app, "globex").await);
    let (own, others) = (acme.seen_by_its_owner(&app).await, globex.seen_by_its_owner(&app).await);
    let mut called = 0;
    for row in ROWS {
        let May::In(least, _) = row.may else { continue };
        let code = match row {
            _ if row.names("user_id") => "member_not_found",
            _ if row.names("invitation_id") => "invitation_not_found",
            _ if row.names("transfer_id") => "transfer_not_found",
            _ => continue,
        };
        for (role, manager) in [(Role::Owner, &acme.owner), (Role::Admin, &acme.admin)] {
            let answer = send(row, &manager.api(&app), &acme, &globex).await;
            if role >= least {
                answer.expect_refusal(404, code);
            } else {
                answer.expect_refusal(403, "role_too_low");
            }
        }
        let by_member = send(row, &acme.member.api(&app), &acme, &globex).await;
        by_member.expect_refusal(403, "role_too_low");
        called += 1;
    }
    assert_eq!(called, 6);
    assert_eq!(acme.seen_by_its_owner(&app).await, own);
    assert_eq!(globex.seen_by_its_owner(&app).await, others);
}

/// Broken: removing a member asked for no role.
#[rocket::async_test]
async fn t07_a_member_neither_raises_nor_removes_anybody() {
    let app = TestApp::start().await;
    let acme = Tenant::found(&app, "acme").await;
    let before = acme.seen_by_its_owner(&app).await;
    let promote = format!("/orgs/{}/members/{}", acme.owner.org_id, acme.member.id);
    let promoted = acme.member.api(&app).patch(&promote, json!({"role": "owner"})).await;
    promoted.expect_refusal(403, "role_too_low");
    let expel = format!("/orgs/{}/members/{}", acme.owner.org_id, acme.admin.id);
    acme.member.api(&app).delete(&expel).await.expect_refusal(403, "role_too_low");
    assert_eq!(acme.seen_by_its_owner(&app).await, before);
}

/// Broken: the check that nobody touches a role above their own was left out.
#[rocket::async_test]
async fn t07_nobody_grants_or_touches_a_role_above_their_own() {
    let app = TestApp::start().await;
    let acme = Tenant::found(&app, "acme").await;
    let (api, org) = (acme.admin.api(&app), format!("/orgs/{}", acme.owner.org_id));
    app.invite(&acme.owner, "heir@mail.example", "owner").await;
    let pending = format!("{org}/invitations?state=pending");
    let heir = acme.owner.api(&app).get(&pending).await.expect(200).str("/items/0/id").to_owned();
    let before = acme.seen_by_its_owner(&app).await;
    let member = format!("{org}/members/{}", acme.member.id);
    let owner = format!("{org}/members/{}", acme.owner.id);
    let invitation = format!("{org}/invitations/{heir}");
    for answer in [
        api.patch(&member, json!({"role": "owner"})).await,
        api.patch(&format!("{org}/members/{}", acme.admin.id), json!({"role": "owner"})).await,
        api.patch(&owner, json!({"role": "member"})).await,
        api.delete(&owner).await,
        api.post(&format!("{org}/invitations"), json!({"email": "x@mail.example", "role": "owner"})).await,
        api.post(&format!("{org}/invitations"), json!({"email": "heir@mail.example", "role": "member"}))
            .await,
        api.post_empty(&format!("{invitation}/resend")).await,
        api.delete(&invitation).await,
    ] {
        answer.expect_refusal(403, "role_above_own");
    }
    assert_eq!(acme.seen_by_its_owner(&app).await, before);
}

/// Broken: invitations told a link wherever they are answered.
#[rocket::async_test]
async fn t07_no_list_shows_an_invitations_secret() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@mail.example").await;
    let shared = app.invite_by_link(&june, &adam.email, "member").await;
    let mailed = app.last_letter_to(&adam.email).await.token("invitation");
    let list = format!("/orgs/{}/invitations", june.org_id);
    let listed = june.api(&app).get(&list).await.expect(200);
    let again = format!("{list}/{}/resend", listed.str("/items/0/id"));
    let resent = june.api(&app).post_empty(&again).await.expect(200);
    let mine = adam.api(&app).get("/account/invitations").await.expect(200);
    let looked = app.anonymous().get(&format!("/invitations/{shared}")).await.expect(200);
    for answer in [listed, resent, mine, looked] {
        for secret in [&shared, &mailed, "token", "link"] {
            assert!(!answer.text.contains(secret), "{}", answer.text);
        }
    }
}

/// To break it: let the pages of invitations show their links whenever they are looked at.
#[rocket::async_test]
async fn t07_no_page_and_no_dialect_lists_an_invitations_secret() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@mail.example").await;
    let invitation = app.invitation(&june, &adam.email).await;
    let of_org = Browser::of(&app, &june).look(Method::Get, &june.org("/invitations")).await.expect(200);
    assert!(of_org.text.contains(&adam.email), "{}", of_org.text);
    let mine = Browser::of(&app, &adam).look(Method::Get, "/settings/invitations").await.expect(200);
    assert!(mine.text.contains("Acme"), "{}", mine.text);
    let told = adam.api(&app).send(Method::Get, "/v1/account/invites", None).await.expect(200);
    for answer in [of_org, mine, told] {
        for secret in [&invitation.mailed, &invitation.shared] {
            assert!(!answer.text.contains(secret), "{}", answer.text);
        }
    }
}
