//! The invitations to a person, and the hubs they belong to.

use rocket::http::Method;
use serde_json::json;

use super::{expect_failure, load, short};
use crate::support::{Fixture, Person, TestApp};

/// An org with somebody it has invited.
struct Invited {
    app: TestApp,
    owner: Person,
    june: Person,
    invite: String,
}

impl Invited {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("olivia@globex.example", "Globex").await;
        let june = app.loner("june@acme.example").await;
        let invite = short(&app.invitation(&owner, &june.email).await.id);
        Self { app, owner, june, invite }
    }

    fn load(&self, case: &str) -> Fixture {
        load(case).with("token", &self.june.token)
    }

    /// With everybody in it filled in.
    fn told(&self, case: &str) -> Fixture {
        let told = self.load(case).with("account", &short(&self.june.id));
        told.with("hub", &short(&self.owner.org_id)).with("sender", &short(&self.owner.id))
    }
}

#[rocket::async_test]
async fn an_invitation_is_listed_and_accepted_and_is_a_membership_then() {
    let it = Invited::start().await;
    let listed = it.told("c3_invites").send(&it.app).await.matches();
    assert_eq!(listed.str("/data/0/id"), it.invite);
    for case in ["c3_answer_neither", "c3_answer_both", "c3_answer_type"] {
        it.load(case).with("invite", &it.invite).send(&it.app).await.matches();
    }
    it.load("client_invites").send(&it.app).await.matches();
    let accepted = it.told("c3_accept").with("invite", &it.invite).send(&it.app).await.matches();
    assert_eq!(accepted.str("/data/id"), it.invite);
    let role = it.june.api(&it.app).get(&format!("/orgs/{}/members", it.owner.org_id)).await.expect(200);
    assert_eq!(role.items().len(), 2);
    it.load("c3_invite_unknown").with("invite", &it.invite).send(&it.app).await.matches();
    let none = it.june.api(&it.app).send(Method::Get, "/v1/account/invites", None).await.expect(200);
    assert_eq!(none.body, json!({"data": []}));
}

#[rocket::async_test]
async fn an_invitation_is_declined() {
    let it = Invited::start().await;
    it.told("c3_decline").with("invite", &it.invite).send(&it.app).await.matches();
    it.load("c3_invite_unknown").with("invite", &it.invite).send(&it.app).await.matches();
}

#[rocket::async_test]
async fn an_invitation_is_its_persons_alone() {
    let it = Invited::start().await;
    let eve = it.app.loner("eve@evil.example").await;
    for token in [&eve.token, &it.owner.token] {
        let unknown = load("c3_invite_unknown").with("token", token).with("invite", &it.invite);
        unknown.send(&it.app).await.matches();
    }
    for id in ["000000000000000000000000", "string"] {
        it.load("c3_invite_unknown").with("invite", id).send(&it.app).await.matches();
    }
    let key = it.june.api_key(&it.app, &["account:read"]).await;
    let path = format!("/v1/account/invites/{}", it.invite);
    let body = json!({"accept": true}).to_string();
    let by_key = it.app.bearer(&key.secret).send(Method::Patch, &path, Some(body)).await;
    expect_failure(&by_key, 403, "403.not-allowed");
    it.told("c3_accept").with("invite", &it.invite).send(&it.app).await.matches();
}

#[rocket::async_test]
async fn a_hubs_policies_hold() {
    let it = Invited::start().await;
    let policy = async |body| it.owner.api(&it.app).patch(&format!("/orgs/{}", it.owner.org_id), body).await;
    policy(json!({"allowed_email_domains": ["globex.example"]})).await.expect(200);
    it.load("c3_accept_domain").with("invite", &it.invite).send(&it.app).await.matches();
    let approving = json!({"allowed_email_domains": null, "invitations_need_approval": true});
    policy(approving).await.expect(200);
    it.told("c3_accept_pending").with("invite", &it.invite).send(&it.app).await.matches();
}

#[rocket::async_test]
async fn whoever_is_a_member_already_joins_no_second_time() {
    let it = Invited::start().await;
    it.told("c3_accept").with("invite", &it.invite).send(&it.app).await.matches();
    // Invited under another address too, which then becomes theirs.
    let second = short(&it.app.invitation(&it.owner, "june@new.example").await.id);
    it.app.ask_for_address(&it.june, "june@new.example").await.complete(&it.app).await;
    it.load("c3_accept_member").with("invite", &second).send(&it.app).await.matches();
}

#[rocket::async_test]
async fn memberships_are_listed_the_founders_own_too() {
    let it = Invited::start().await;
    let own = it.june.api(&it.app).post("/orgs", json!({"name": "Acme"})).await.expect(201);
    it.told("c3_accept").with("invite", &it.invite).send(&it.app).await.matches();
    let listed = it.told("c3_memberships").with("own", &short(own.str("/id")));
    let listed = listed.send(&it.app).await.matches();
    assert_eq!(listed.str("/data/1/id"), it.invite);
}
