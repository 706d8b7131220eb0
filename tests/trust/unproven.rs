//! T5: an address that nobody has proven accepts nothing by being the invited one.

use rocket::http::Method;
use serde_json::json;

use crate::support::{PASSWORD, Person, TestApp};

/// Somebody who joined June's org by the shared link, with an address that is not theirs.
async fn squatter(app: &TestApp, june: &Person, email: &str) -> Person {
    let shared = app.invite_by_link(june, email, "member").await;
    app.sign_up_invited(email, &shared).await.expect(201);
    let squatter = app.sign_in(email).await;
    let me = squatter.api(app).get("/account").await.expect(200);
    assert_eq!(me.body["email"]["verified"], false);
    squatter
}

/// Broken: accepting and listing did not ask whether the address is proven.
#[rocket::async_test]
async fn t05_an_unproven_address_neither_sees_nor_accepts_its_invitations() {
    let app = TestApp::start().await;
    let (june, olga) =
        (app.founder("june@acme.example", "Acme").await, app.founder("olga@globex.example", "Globex").await);
    let eve = squatter(&app, &june, "victim@mail.example").await;
    let invitations = format!("/orgs/{}/invitations", olga.org_id);
    let invite = json!({"email": eve.email, "role": "admin"});
    let invited = olga.api(&app).post(&invitations, invite).await.expect(201);
    let (id, shared) = (invited.str("/id"), invited.str("/link").split_once("?token=").unwrap().1);

    let mine = eve.api(&app).get("/account/invitations").await.expect(200);
    assert_eq!(mine.body["items"], json!([]));
    let by_id = eve.api(&app).post_empty(&format!("/invitations/{id}/accept")).await;
    by_id.expect_refusal(404, "invitation_not_found");
    let by_link = eve.api(&app).post_empty(&format!("/invitations/{shared}/accept")).await;
    by_link.expect_refusal(403, "email_not_verified");
    let members = olga.api(&app).get(&format!("/orgs/{}/members", olga.org_id)).await.expect(200);
    assert_eq!(members.body["items"].as_array().unwrap().len(), 1);
    eve.api(&app).get(&format!("/orgs/{}", olga.org_id)).await.expect_refusal(404, "org_not_found");

    // The mailed secret is what it takes, and it takes nothing else.
    let mailed = app.last_letter_to(&eve.email).await.token("invitation");
    eve.api(&app).post_empty(&format!("/invitations/{mailed}/accept")).await.expect(200);
    let me = eve.api(&app).get("/account").await.expect(200);
    assert_eq!(me.body["email"]["verified"], true);
}

/// Broken: accepting did not compare the addresses.
#[rocket::async_test]
async fn t05_a_proven_address_accepts_by_id_what_is_its_own_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (adam, eve) = (app.loner("adam@mail.example").await, app.loner("eve@mail.example").await);
    let invitations = format!("/orgs/{}/invitations", june.org_id);
    let invite = json!({"email": "Adam@Mail.example", "role": "member"});
    let invited = june.api(&app).post(&invitations, invite).await.expect(201);
    let (id, shared) = (invited.str("/id"), invited.str("/link").split_once("?token=").unwrap().1);
    let mailed = app.last_letter_to(&adam.email).await.token("invitation");
    eve.api(&app).post_empty(&format!("/invitations/{id}/accept")).await.expect(404);
    for token in [shared, &mailed] {
        let refusal = eve.api(&app).post_empty(&format!("/invitations/{token}/accept")).await;
        refusal.expect_refusal(403, "wrong_account");
    }
    let mine = adam.api(&app).get("/account/invitations").await.expect(200);
    assert_eq!(mine.str("/items/0/id"), id);
    adam.api(&app).post_empty(&format!("/invitations/{id}/accept")).await.expect(200);
}

/// Broken: a sign-up without an invitation made its person at once.
#[rocket::async_test]
async fn t05_a_sign_up_that_waits_can_do_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let body = json!({"email": "victim@mail.example", "password": PASSWORD, "name": "Eve"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.invite(&june, "victim@mail.example", "member").await;
    let sign_in = json!({"email": "victim@mail.example", "password": PASSWORD});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(403, "not_activated");
    let members = june.api(&app).get(&format!("/orgs/{}/members", june.org_id)).await.expect(200);
    assert_eq!(members.body["items"].as_array().unwrap().len(), 1);
}

/// Broken: signing up did not compare the address with the invited one.
#[rocket::async_test]
async fn t05_an_invitation_signs_up_its_own_address_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let shared = app.invite_by_link(&june, "victim@mail.example", "member").await;
    let mailed = app.last_letter_to("victim@mail.example").await.token("invitation");
    for token in [&shared, &mailed] {
        let refusal = app.sign_up_invited("eve@evil.example", token).await;
        refusal.expect_refusal(403, "wrong_account");
    }
    let sign_in = json!({"email": "eve@evil.example", "password": PASSWORD});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(401, "wrong_credentials");
    assert!(app.letters_to("eve@evil.example").await.is_empty());
    let look = app.anonymous().send(Method::Get, &format!("/api/v1/invitations/{mailed}"), None).await;
    assert_eq!(look.expect(200).str("/state"), "pending");
}
