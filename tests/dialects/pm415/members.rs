//! `/api/org/<id>/…`: inviting, letting in, removing.

use serde_json::json;

use super::{number_of, org_of, post, try_as, try_fixture, try_with};
use crate::support::{PUBLIC_URL, Person, TestApp};

const MATT: &str = "matt@acme.example";

struct Acme {
    app: TestApp,
    owner: Person,
    member: Person,
    org: String,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("june@acme.example", "Acme").await;
        let member = app.joiner(&owner, "mia@acme.example", "member").await;
        let org = org_of(&owner);
        Self { app, owner, member, org }
    }

    /// Sends a recorded request about a user of the org.
    async fn about(&self, by: &Person, name: &str, user: &str) {
        try_as(&self.app, by, name, &[("org", &self.org), ("user", user)]).await;
    }

    async fn role_of(&self, person: &Person) -> String {
        let list = self.owner.api(&self.app).get(&self.owner.org("/members")).await.expect(200);
        let member = list.items().iter().find(|member| member["user"]["email"]["address"] == *person.email);
        member.map_or_else(String::new, |member| member["role"].as_str().unwrap_or_default().to_owned())
    }
}

#[rocket::async_test]
async fn the_users_of_an_org_are_listed() {
    let acme = Acme::found().await;
    for person in [&acme.owner, &acme.member] {
        try_as(&acme.app, person, "b6_users", &[("org", &acme.org)]).await;
    }
}

/// From the link that a member hands over to the admin that its person becomes.
#[rocket::async_test]
async fn whoever_a_member_invites_waits_until_an_admin_lets_them_in() {
    let acme = Acme::found().await;
    let app = &acme.app;
    let values = [("org", acme.org.as_str()), ("public", PUBLIC_URL)];
    let invited = try_as(app, &acme.member, "b6_invitelink", &values).await;
    let token = invited.str("/confirmUrl").split_once("?token=").unwrap().1.to_owned();
    try_with(app, "b6_invite", "token", &token).await;
    try_as(app, &acme.member, "b6_invitelink_member", &[("org", &acme.org)]).await;
    try_fixture(app, "b6_invite_no_token").await;
    try_with(app, "b6_invite_bad_token", "token", "garbage").await;
    let body = json!({"email": MATT, "password": "1111", "confirmation": "1111", "firstName": "Matt",
        "lastName": "Reider", "tosAccepted": "Y", "token": token});
    post(app, "/api/account/register", body).await.expect(200);
    try_with(app, "b6_invite_used", "token", &token).await;
    let verify = app.last_letter_to(MATT).await.token("activate");
    try_with(app, "b4_verify", "token", &verify).await;
    let body = json!({"email": MATT, "password": "1111"});
    let logged_in = post(app, "/api/account/login", body).await.expect(200);
    let user = logged_in.body["user"]["id"].to_string();
    let matt = Person { email: MATT.to_owned(), ..acme.member.clone() };
    assert_eq!(acme.role_of(&matt).await, "pending");
    acme.about(&acme.member, "b6_grant_not_admin", &user).await;
    acme.about(&acme.owner, "b6_revoke", &user).await;
    assert_eq!(acme.role_of(&matt).await, "member");
    acme.about(&acme.owner, "b6_grant", &user).await;
    assert_eq!(acme.role_of(&matt).await, "admin");
}

#[rocket::async_test]
async fn an_owner_is_lowered_by_nobody_and_the_last_one_stays() {
    let acme = Acme::found().await;
    let owner = number_of(&acme.owner);
    acme.about(&acme.owner, "b6_grant", &owner).await;
    assert_eq!(acme.role_of(&acme.owner).await, "owner");
    acme.about(&acme.owner, "b6_revoke_last", &owner).await;
    acme.about(&acme.owner, "b6_remove_last", &owner).await;
    acme.about(&acme.member, "b6_remove_not_admin", &owner).await;
    let values = [("org", acme.org.as_str())];
    try_as(&acme.app, &acme.owner, "b6_users_id_required", &values).await;
    try_as(&acme.app, &acme.owner, "b6_users_id_no_array", &values).await;
}

#[rocket::async_test]
async fn somebody_leaves_and_somebody_is_removed() {
    let acme = Acme::found().await;
    acme.about(&acme.member, "b6_remove", &number_of(&acme.member)).await;
    assert_eq!(acme.role_of(&acme.member).await, "");
    let adam = acme.app.joiner(&acme.owner, "adam@acme.example", "admin").await;
    acme.about(&acme.owner, "b6_remove", &number_of(&adam)).await;
    assert_eq!(acme.role_of(&adam).await, "");
}

/// The original mails a password, to any user; here a link, and to members alone.
#[rocket::async_test]
async fn an_admin_has_links_mailed_that_set_other_passwords_to_members_alone() {
    let acme = Acme::found().await;
    let stranger = acme.app.founder("eve@evil.example", "Evil").await;
    let letters = acme.app.letters_to(&stranger.email).await.len();
    acme.about(&acme.owner, "b6_resetpassword", &number_of(&stranger)).await;
    assert_eq!(acme.app.letters_to(&stranger.email).await.len(), letters);
    acme.about(&acme.owner, "b6_resetpassword", &number_of(&acme.member)).await;
    let token = acme.app.last_letter_to(&acme.member.email).await.token("reset");
    try_with(&acme.app, "b5_change_password", "token", &token).await;
}
