//! From an invitation to a membership, whoever is invited and however they come.

use gatepost::domain::dev::demo;
use rocket::futures::future::join;
use rocket::http::Method;
use serde_json::json;

use crate::support::{MANY, PASSWORD, TestApp, at_once, count};

const ADAM: &str = "adam@acme.example";

#[rocket::async_test]
async fn a_new_person_signs_up_proves_the_mailbox_and_joins_in_one_step() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, ADAM).await;
    let answer = app.sign_up_invited(ADAM, &invitation.mailed).await.expect(201);
    assert_eq!((answer.str("/user/state"), answer.str("/org/id")), ("active", &*june.org_id));
    assert_eq!(answer.body["user"]["email"]["verified"], true);
    assert_eq!(app.letters_to(ADAM).await.len(), 1, "the invitation, and nothing to activate");
    let adam = app.sign_in(ADAM).await;
    assert_eq!(adam.id, answer.str("/user/id"));
    let me = adam.who_am_i(&app).await.expect(200);
    assert_eq!((me.str("/org/name"), me.str("/role")), ("Acme", "member"));
    assert_eq!(app.count_members(&june).await, 2);
}

#[rocket::async_test]
async fn looking_tells_who_invites_whom_into_what_and_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, ADAM).await;
    for token in [&invitation.mailed, &invitation.shared] {
        let path = format!("/api/v1/invitations/{token}");
        app.anonymous().send(Method::Head, &path, None).await.expect(200);
        let first = app.look(token).await.expect(200);
        assert_eq!(first.body["org"], json!({"id": june.org_id, "name": "Acme"}));
        assert_eq!(first.body["inviter"], json!({"id": june.id, "name": {"first": "June", "last": "Doe"}}));
        assert_eq!(
            (first.str("/email"), first.str("/role"), first.str("/state")),
            (ADAM, "member", "pending")
        );
        assert_eq!(first.str("/id"), invitation.id);
        assert_eq!(app.look(token).await.expect(200).body, first.body);
    }
    app.sign_up_invited(ADAM, &invitation.mailed).await.expect(201);
}

#[rocket::async_test]
async fn only_the_mailed_token_tells_whether_the_address_has_an_account() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner("mia@acme.example").await;
    for (email, has_account) in [(ADAM, false), ("mia@acme.example", true)] {
        let invitation = app.invitation(&june, email).await;
        assert_eq!(app.look(&invitation.mailed).await.body["has_account"], has_account);
        let shared = app.look(&invitation.shared).await.expect(200);
        assert!(!shared.members().contains(&"has_account"), "{}", shared.text);
    }
}

#[rocket::async_test]
async fn an_existing_person_who_is_signed_out_is_asked_to_sign_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner(ADAM).await;
    let invitation = app.invitation(&june, ADAM).await;
    for token in [&invitation.mailed, &invitation.shared] {
        app.accept_signed_out(token).await.expect_refusal(401, "not_signed_in");
    }
    app.sign_up_invited(ADAM, &invitation.mailed).await.expect_refusal(409, "account_exists");
    assert_eq!(app.count_members(&june).await, 1);
    app.sign_in(ADAM).await.accept(&app, &invitation.mailed).await.expect(200);
    assert_eq!(app.count_members(&june).await, 2);
}

#[rocket::async_test]
async fn an_existing_person_who_is_signed_in_joins_by_either_token_or_by_the_id() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for which in 0..3 {
        let adam = app.founder(&format!("adam{which}@acme.example"), "Globex").await;
        let invitation = app.invitation(&june, &adam.email).await;
        let by = [&invitation.mailed, &invitation.shared, &invitation.id][which];
        let joined = adam.accept(&app, by).await.expect(200);
        assert_eq!(joined.members(), ["joined_at", "org", "role"]);
        assert_eq!((joined.str("/org/id"), joined.str("/role")), (&*june.org_id, "member"));
        let me = adam.who_am_i(&app).await.expect(200);
        assert_eq!(me.str("/org/name"), "Globex", "joining is not acting for");
        assert_eq!(adam.api(&app).get("/orgs").await.items().len(), 2);
    }
    assert_eq!(app.count_members(&june).await, 4);
}

#[rocket::async_test]
async fn the_invited_address_counts_however_it_is_spelled() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner(ADAM).await;
    let body = json!({"email": "Adam@ACME.example", "role": "member"});
    let invited = june.api(&app).post(&june.org("/invitations"), body).await.expect(201);
    adam.accept(&app, invited.str("/id")).await.expect(200);
    let token = app.invite(&june, "Mia@acme.example", "member").await;
    app.sign_up_invited("mia@ACME.example", &token).await.expect(201);
}

#[rocket::async_test]
async fn a_closed_service_lets_the_invited_in_by_either_token() {
    let app = TestApp::start_with(|setup| setup.rules.sign_up_open = false).await;
    let demo = demo::ensure(&app.app).await.expect("the demo data is made");
    let (owner, _) = demo.people[0];
    let body = json!({"email": owner, "password": demo.password});
    let signed_in = app.anonymous().post("/sessions", body).await.expect(201);
    let (api, org_id) = (app.bearer(signed_in.str("/token")), signed_in.str("/orgs/0/id"));
    for (email, is_mailed) in [(ADAM, true), ("mia@acme.example", false)] {
        let body = json!({"email": email, "role": "member"});
        let invited = api.post(&format!("/orgs/{org_id}/invitations"), body).await.expect(201);
        let mailed = app.last_letter_to(email).await.token("invitation");
        let shared = invited.str("/link").split_once("?token=").expect("a token in the link").1;
        app.sign_up_invited(email, if is_mailed { &mailed } else { shared }).await.expect(201);
        assert_eq!(app.sign_in(email).await.org_id, org_id);
    }
}

#[rocket::async_test]
async fn an_invitation_counts_more_than_the_email_domains_that_are_let_in() {
    let app =
        TestApp::start_with(|setup| setup.rules.sign_up_email_domains = vec!["acme.example".to_owned()])
            .await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, "adam@elsewhere.example").await;
    app.sign_up_invited("adam@elsewhere.example", &invitation.mailed).await.expect(201);
}

#[rocket::async_test]
async fn a_sign_up_that_fails_makes_nothing_and_leaves_the_invitation_open() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.api(&app).patch("/account", json!({"username": "june"})).await.expect(200);
    let invitation = app.invitation(&june, ADAM).await;
    let sign_up = |email: &str, password: &str, username: &str| {
        let body = json!({"email": email, "password": password, "name": "Adam Poe", "username": username,
            "invitation": invitation.mailed});
        let api = app.anonymous();
        async move { api.post("/sign-up", body).await }
    };
    sign_up(ADAM, PASSWORD, "june").await.expect_refusal(409, "username_taken");
    sign_up(ADAM, "password1", "adam").await.expect_refusal(422, "invalid_values");
    sign_up("eve@evil.example", PASSWORD, "eve").await.expect_refusal(403, "wrong_account");
    let body = json!({"email": ADAM, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
    assert_eq!(app.look(&invitation.mailed).await.body["has_account"], false);
    assert_eq!(app.count_members(&june).await, 1);
    sign_up(ADAM, PASSWORD, "adam").await.expect(201);
}

#[rocket::async_test]
async fn of_many_accepts_at_once_by_every_token_one_joins() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner(ADAM).await;
    let invitation = app.invitation(&june, ADAM).await;
    let ways = [&*invitation.mailed, &*invitation.shared, &*invitation.id];
    let answers = at_once(|which| adam.accept(&app, ways[which % 3])).await;
    assert_eq!((count(&answers, 200), count(&answers, 410)), (1, MANY - 1));
    assert_eq!(app.count_members(&june).await, 2);
}

#[rocket::async_test]
async fn of_many_sign_ups_at_once_by_both_tokens_one_makes_an_account() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, ADAM).await;
    let tokens = [&*invitation.mailed, &*invitation.shared];
    let answers = at_once(|which| app.sign_up_invited(ADAM, tokens[which % 2])).await;
    assert_eq!((count(&answers, 201), count(&answers, 410)), (1, MANY - 1));
    assert_eq!(app.count_members(&june).await, 2);
    app.sign_in(ADAM).await;
}

#[rocket::async_test]
async fn an_accept_and_a_revocation_at_once_agree_on_what_happened() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner(ADAM).await;
    let invitation = app.invitation(&june, ADAM).await;
    let path = june.org(&format!("/invitations/{}", invitation.id));
    let api = june.api(&app);
    let (accepted, revoked) = join(adam.accept(&app, &invitation.mailed), api.delete(&path)).await;
    let members = app.count_members(&june).await;
    assert!(
        matches!((accepted.status, revoked.status, members), (200, 409, 2) | (410, 204, 1)),
        "{} {} {members}",
        accepted.status,
        revoked.status
    );
}
