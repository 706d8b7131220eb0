//! T12: the first operator is made once, by whoever holds the link of the first start; then that door is closed for good.

use gatepost::domain::accounts::first_operator;
use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, PUBLIC_URL, ROUNDS, TestApp, at_once, count};

/// The token of the link that a start prints, if it prints one.
async fn printed(app: &TestApp) -> Option<String> {
    let link = first_operator::offer(&app.app).await.expect("the database answers")?;
    Some(link.strip_prefix(&format!("{PUBLIC_URL}/setup?token=")).expect("a link").to_owned())
}

async fn set_up(app: &TestApp, token: &str, email: &str) -> Answer {
    let body = json!({"token": token, "email": email, "password": PASSWORD, "name": "Rita Root"});
    app.anonymous().post("/setup", body).await
}

/// Broken: the door was closed after the account was made, in a change of its own.
#[rocket::async_test]
async fn t12_of_many_first_operators_at_once_there_is_one() {
    for _ in 0..ROUNDS {
        let app = TestApp::start().await;
        let token = printed(&app).await.expect("nobody is an operator yet");
        let (app, token) = (&app, &token);
        let answers =
            at_once(|n| async move { set_up(app, token, &format!("rita{n}@root.example")).await }).await;
        assert_eq!(count(&answers, 201), 1);
        for answer in answers.into_iter().filter(|answer| answer.status != 201) {
            answer.expect_refusal(404, "token_unknown");
        }
        set_up(app, token, "again@root.example").await.expect_refusal(404, "token_unknown");
        assert_eq!(printed(app).await, None, "a later start prints no link");
    }
}

/// Broken: making an operator at the command line left the door open.
#[rocket::async_test]
async fn t12_once_there_was_an_operator_the_first_starts_link_is_dead() {
    for by_link in [false, true] {
        let app = TestApp::start().await;
        let token = printed(&app).await.expect("nobody is an operator yet");
        if by_link {
            let invited = app.operator_link("olga@root.example").await;
            set_up(&app, &invited, "olga@root.example").await.expect(201);
        } else {
            app.operator("olga@root.example").await;
        }
        set_up(&app, &token, "rita@root.example").await.expect_refusal(404, "token_unknown");
        assert_eq!(printed(&app).await, None);
    }
}

/// Broken: a further start left the link before good.
#[rocket::async_test]
async fn t12_each_start_prints_a_fresh_link_until_one_is_used() {
    let app = TestApp::start().await;
    let first = printed(&app).await.expect("nobody is an operator yet");
    let second = printed(&app).await.expect("still nobody");
    set_up(&app, &first, "rita@root.example").await.expect_refusal(404, "token_unknown");
    let rita = set_up(&app, &second, "rita@root.example").await.expect(201);
    assert_eq!(
        rita.body["email"]["verified"], false,
        "the link came from the terminal, not from the mailbox"
    );
    let rita = app.sign_in("rita@root.example").await;
    rita.api(&app).get("/admin/users").await.expect(200);
}

/// Broken: the door was closed before the account was known to be made.
#[rocket::async_test]
async fn t12_a_refused_attempt_leaves_the_link_good() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let token = printed(&app).await.expect("nobody is an operator yet");
    set_up(&app, &token, "june@acme.example").await.expect_refusal(409, "account_exists");
    let weak = json!({"token": token, "email": "rita@root.example", "password": "password1", "name": "Rita"});
    app.anonymous().post("/setup", weak).await.expect_refusal(422, "invalid_values");
    set_up(&app, &token, "rita@root.example").await.expect(201);
}

/// Broken: the token was looked up among those of letters.
#[rocket::async_test]
async fn t12_the_link_is_for_nothing_else() {
    let app = TestApp::start().await;
    let token = printed(&app).await.expect("nobody is an operator yet");
    let api = app.anonymous();
    api.post("/activation", json!({"token": token})).await.expect_refusal(404, "token_unknown");
    api.get(&format!("/password-resets/{token}")).await.expect_refusal(404, "token_unknown");
    api.get(&format!("/invitations/{token}")).await.expect_refusal(404, "token_unknown");
    api.post_empty(&format!("/not-me/{token}")).await.expect_refusal(404, "token_unknown");
    app.bearer(&token).get("/admin/users").await.expect_refusal(401, "not_signed_in");
    let got = app.anonymous().send(Method::Get, &format!("/api/v1/setup?token={token}"), None).await;
    got.expect_refusal(405, "method_not_allowed");
    set_up(&app, &token, "rita@root.example").await.expect(201);
}
