//! Signing in, choosing an account, signing out.

use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::json;
use uuid::Uuid;

use super::{JUNE, PASSWORD, USERNAME, expect_failure, load, log_in, opened, post, through, token_of};
use crate::support::{Fixture, PASSWORD as NATIVE_PASSWORD, TestApp};

fn login(case: &str, username: &str, password: &str) -> Fixture {
    load(case).with("username", username).with("password", password)
}

#[rocket::async_test]
async fn the_session_tells_who_is_signed_in_and_who_is_not() {
    let app = TestApp::start().await;
    load("d4_session_signed_out").send(&app).await.matches();
    let domain = opened(&app).await;
    let logged_in = through(login("d4_login", USERNAME, PASSWORD), &domain).with("email", JUNE);
    let token = token_of(&logged_in.send(&app).await.matches());
    for case in ["d4_session", "d4_session_by_cookie"] {
        through(load(case), &domain).with("token", &token).with("email", JUNE).send(&app).await.matches();
    }
    // One that is no good is as none.
    for headers in [("Authorization", "Bearer nonsense"), ("Cookie", "BackstackJWT=nonsense")] {
        let api = app.anonymous().header(headers.0, headers.1);
        let session = api.send(Method::Get, "/v1/auth/session", None).await.expect(200);
        assert_eq!(session.body["signal"], "login");
    }
}

/// Broken: every service had the same id.
#[rocket::async_test]
async fn a_service_has_one_id_wherever_it_is_asked_and_another_one_has_another() {
    let id_at = async |public_url: &str| {
        let app = TestApp::start_with(|setup| public_url.clone_into(&mut setup.rules.public_url)).await;
        let session = app.anonymous().send(Method::Get, "/v1/auth/session", None).await.expect(200);
        session.str("/app/id").to_owned()
    };
    let id = id_at("https://accounts.gatepost.example").await;
    assert_eq!(id_at("https://accounts.gatepost.example").await, id);
    assert_ne!(id_at("https://accounts.globex.example").await, id);
}

#[rocket::async_test]
async fn a_login_takes_the_address_too_and_tells_nothing_when_it_fails() {
    let app = TestApp::start().await;
    opened(&app).await;
    log_in(&app, JUNE, PASSWORD).await;
    login("d4_login_failed", USERNAME, "another one").send(&app).await.matches();
    login("d4_login_failed", "nobody.at.all", PASSWORD).send(&app).await.matches();
    load("d4_login_nothing").send(&app).await.matches();
}

#[rocket::async_test]
async fn a_second_factor_is_not_passed_by() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    june.turn_two_factor_on(&app).await;
    let refused = login("d4_login_two_factor", JUNE, NATIVE_PASSWORD).send(&app).await.matches();
    assert!(refused.header("set-cookie").is_none());
}

#[rocket::async_test]
async fn who_has_several_accounts_chooses_one() {
    let app = TestApp::start().await;
    let domain = opened(&app).await;
    let token = log_in(&app, USERNAME, PASSWORD).await;
    let orgs = app.bearer(&token).get("/orgs").await.expect(200);
    let first: Uuid = orgs.str("/items/0/id").parse().unwrap();
    let founded = app.bearer(&token).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    let second: Uuid = founded.str("/id").parse().unwrap();

    let several = login("d4_login_several", USERNAME, PASSWORD)
        .with("email", JUNE)
        .with("first", &ids::account(first.into()))
        .with("second", &ids::account(second.into()));
    let token = token_of(&several.send(&app).await.matches());
    let session = app.bearer(&token).send(Method::Get, "/v1/auth/session", None).await.expect(200);
    assert_eq!(session.body["signal"], "select_account");

    let chosen = through(load("d4_login_account"), &domain)
        .with("token", &token)
        .with("email", JUNE)
        .with("account_id", &ids::account(first.into()));
    let next = token_of(&chosen.send(&app).await.matches());
    // The token that was shown is replaced.
    assert_ne!(next, token);
    let spent = app.bearer(&token).send(Method::Get, "/v1/auth/session", None).await.expect(200);
    assert_eq!(spent.body["signal"], "login");

    let globex = app.founder("adam@mail.example", "Globex").await;
    let foreign: Uuid = globex.org_id.parse().unwrap();
    for account_id in [ids::account(foreign.into()), "act_1234567890".to_owned()] {
        let refused = load("d4_login_account_foreign").with("token", &next).with("account_id", &account_id);
        refused.send(&app).await.matches();
    }
    load("d4_login_account_nobody")
        .with("account_id", &ids::account(first.into()))
        .send(&app)
        .await
        .matches();
}

#[rocket::async_test]
async fn logging_out_ends_the_session_and_gives_the_cookie_up() {
    let app = TestApp::start().await;
    opened(&app).await;
    let token = log_in(&app, USERNAME, PASSWORD).await;
    load("d4_logout").with("token", &token).send(&app).await.matches();
    app.bearer(&token).get("/account").await.expect_refusal(401, "not_signed_in");
    load("d4_logout_nobody").send(&app).await.matches();
}

#[rocket::async_test]
async fn too_many_logins_are_told_to_wait() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    for _ in 0..200 {
        let answer = post(&app, "/v1/auth/login", json!({"username": "nobody", "password": "wrong"})).await;
        if answer.status == 429 {
            assert!(answer.header("retry-after").is_some());
            assert_eq!(answer.body["error"]["type"], "user");
            return;
        }
    }
    panic!("nobody was limited");
}

#[rocket::async_test]
async fn an_api_key_reads_and_no_more() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let key = june.api_key(&app, &["account:read"]).await;
    let session = app.bearer(&key.secret).send(Method::Get, "/v1/auth/session", None).await.expect(200);
    assert_eq!(session.body["user"]["email"], JUNE);
    let choose = json!({"account_id": ids::account(june.org_id.parse().unwrap())}).to_string();
    let chosen = app.bearer(&key.secret).send(Method::Post, "/v1/auth/login-account", Some(choose)).await;
    assert!(matches!(chosen.status, 401 | 403), "{}", chosen.text);
    let out = app.bearer(&key.secret).send(Method::Post, "/v1/auth/logout", None).await;
    expect_failure(&out, 403, "codebase");
}
