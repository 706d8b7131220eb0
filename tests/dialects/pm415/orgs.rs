//! `/api/user` and `/api/org`: oneself, and one's orgs.

use rocket::http::Method;
use serde_json::json;

use super::{org_of, try_as, try_fixture, try_with};
use crate::support::{Person, TestApp};

async fn june(app: &TestApp) -> Person {
    app.founder("june@acme.example", "Acme").await
}

#[rocket::async_test]
async fn oneself_and_ones_orgs_are_shown() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    for name in ["b6_user", "b6_user_orgs", "b6_orgs"] {
        try_as(&app, &june, name, &[]).await;
    }
    let key = june.api_key(&app, &["account:read"]).await;
    try_with(&app, "b6_user", "token", &key.secret).await;
    try_fixture(&app, "b6_not_signed_in").await;
    try_with(&app, "b6_bad_bearer", "token", "garbage").await;
}

#[rocket::async_test]
async fn somebody_founds_another_org_and_acts_for_it() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    try_as(&app, &june, "b6_create_org_name_required", &[]).await;
    try_as(&app, &june, "b6_create_org_taken", &[]).await;
    let second = try_as(&app, &june, "b6_create_org", &[]).await.body["organization"]["id"].to_string();
    let switched = try_as(&app, &june, "b6_switch", &[("org", &second)]).await;
    // The token that was shown is replaced.
    try_with(&app, "b6_bad_bearer", "token", &june.token).await;
    let june = Person { token: switched.str("/token").to_owned(), ..june };
    assert_eq!(june.who_am_i(&app).await.expect(200).str("/org/name"), "Second");
}

#[rocket::async_test]
async fn an_org_is_renamed_by_who_runs_it() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    let org = org_of(&june);
    try_as(&app, &june, "b6_rename_short", &[("org", &org)]).await;
    try_as(&app, &mia, "b6_rename_not_admin", &[("org", &org)]).await;
    try_as(&app, &june, "b6_rename", &[("org", &org)]).await;
}

#[rocket::async_test]
async fn an_org_is_deleted_by_its_owner_alone() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let org = org_of(&june);
    let key = june.api_key(&app, &["account:read", "org:read"]).await;
    let path = format!("/api/org/{org}");
    let by_key = key.api(&app).send(Method::Delete, &path, None).await.expect(403);
    assert_eq!(by_key.body["success"], false);
    try_as(&app, &adam, "b6_delete_org_not_admin", &[("org", &org)]).await;
    try_as(&app, &june, "b6_delete_org", &[("org", &org)]).await;
    for person in [&june, &adam] {
        try_as(&app, person, "b6_delete_org_not_found", &[("org", &org)]).await;
    }
    let app = super::strict().await;
    let june = self::june(&app).await;
    try_as(&app, &june, "b6_delete_org_strict", &[("org", &org_of(&june))]).await;
}

/// An org that one waits to be let into is not one's to act in, and a stranger's is not there.
#[rocket::async_test]
async fn strangers_and_whoever_waits_reach_nothing_of_an_org() {
    let app = TestApp::start().await;
    let june = june(&app).await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    let org = org_of(&june);
    let of_stranger = [
        "b6_switch_not_found",
        "b6_rename_not_found",
        "b6_delete_org_not_found",
        "b6_users_not_found",
        "b6_invitelink_not_found",
    ];
    for name in of_stranger {
        for org in [org.as_str(), "garbage", "-1", "9007199254740992"] {
            try_as(&app, &stranger, name, &[("org", org)]).await;
        }
    }
    let body = json!({"invitations_need_approval": true});
    june.api(&app).patch(&june.org(""), body).await.expect(200);
    let invitation = app.invitation(&june, &stranger.email).await;
    stranger.accept(&app, &invitation.mailed).await.expect(200);
    try_as(&app, &stranger, "b6_switch_not_found", &[("org", &org)]).await;
    try_as(&app, &stranger, "b6_rename_not_admin", &[("org", &org)]).await;
    for (method, rest, body) in [
        (Method::Get, "users", None),
        (Method::Post, "invitelink", Some(json!({"email": "x@acme.example"}))),
        (Method::Post, "users/remove", Some(json!({"usersId": []}))),
        (Method::Put, "admin/grant", Some(json!({"usersId": []}))),
        (Method::Put, "admin/revoke", Some(json!({"usersId": []}))),
        (Method::Put, "admin/resetpassword", Some(json!({"usersId": []}))),
    ] {
        let path = format!("/api/org/{org}/{rest}");
        let answer = stranger.api(&app).send(method, &path, body.map(|body| body.to_string())).await;
        super::expect_failure(&answer, 403, "Organization admin privileges required");
    }
}
