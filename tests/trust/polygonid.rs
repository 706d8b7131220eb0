//! What the dialect `polygonid` must not open: T5, T15, T16, T27, T28 and T32 at its doors.

use rocket::http::Method;
use serde_json::{Value, json};

use super::doors;
use crate::support::{Answer, Document, PASSWORD, TestApp};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "Seventeen2patient!";
const OWN_PASSWORD: &str = "Wandering1copper!";

const ACCOUNTS: &str = "/v1/orgs/account-management";

/// Calls below [`ACCOUNTS`] with a bearer; a null body is none.
async fn call(app: &TestApp, bearer: &str, path: &str, body: Value) -> Answer {
    let body = (!body.is_null()).then(|| body.to_string());
    app.bearer(bearer).send(Method::Post, &format!("{ACCOUNTS}{path}"), body).await
}

async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous().send(Method::Post, path, Some(body.to_string())).await
}

async fn create(app: &TestApp, email: &str, password: &str) {
    post(app, ACCOUNTS, json!({"email": email, "password": password})).await.expect(201);
}

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Answer {
    post(app, "/v1/orgs/sign-in", json!({"email": email, "password": password})).await
}

/// Broken: a key was taken for a letter's token, by its length.
#[rocket::async_test]
async fn t32_no_api_key_serves_at_any_door() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let scopes = app.scopes().await;
    let document = Document::at(&app, "/openapi/polygonid.json").await;
    // It is right for every call of them.
    let body = json!({"password": PASSWORD, "newPassword": OWN_PASSWORD, "email": "new@mail.example"});
    for _ in 0..20 {
        let key = june.api_key(&app, &scopes.iter().map(String::as_str).collect::<Vec<_>>()).await;
        for operation in document.operations().iter().filter(|operation| operation.needs_session()) {
            let expected = if operation.path.ends_with("/confirm") { 401 } else { 403 };
            let path = operation.path_with(&june.id, "");
            let answer = app.bearer(&key.secret).send(operation.method, &path, Some(body.to_string())).await;
            assert_eq!(answer.status, expected, "{}: {}", operation.name(), answer.text);
        }
        june.api(&app).delete(&format!("/account/api-keys/{}", key.id)).await.expect(204);
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}

/// Broken: another password left the sessions, then the letters, of the time before.
#[rocket::async_test]
async fn t15_t16_another_password_ends_sessions_and_voids_letters_whichever_call_sets_it() {
    let app = TestApp::start().await;
    for way in ["update", "session", "letter"] {
        let june = app.loner(&format!("{way}@acme.example")).await;
        let (native, here) =
            (app.sign_in(&june.email).await.token, sign_in(&app, &june.email, PASSWORD).await);
        let here = here.expect(200).str("/token").to_owned();
        let reset = json!({"email": june.email});
        post(&app, &format!("{ACCOUNTS}/request-reset-password"), reset.clone()).await.expect(200);
        let mailed = app.last_letter_to(&june.email).await.token("reset");
        let change = app.ask_for_address(&june, &format!("{way}@new.example")).await;
        let (path, method, bearer) = match way {
            "update" => (format!("{ACCOUNTS}/{}", june.id), Method::Patch, june.token.clone()),
            "session" => (format!("{ACCOUNTS}/reset-password"), Method::Post, june.token.clone()),
            _ => {
                post(&app, &format!("{ACCOUNTS}/request-reset-password"), reset).await.expect(200);
                let letter = app.last_token_to(&june.email, "reset").await;
                (format!("{ACCOUNTS}/reset-password"), Method::Post, letter)
            }
        };
        let body = if way == "update" {
            json!({"password": PASSWORD, "newPassword": OWN_PASSWORD})
        } else {
            json!({"password": OWN_PASSWORD})
        };
        app.bearer(&bearer).send(method, &path, Some(body.to_string())).await.expect(200);
        for token in [&native, &here] {
            app.bearer(token).get("/sessions/current").await.expect_refusal(401, "not_signed_in");
        }
        let by_letter = json!({"password": EVES_PASSWORD});
        assert_eq!(call(&app, &mailed, "/reset-password", by_letter).await.status, 401, "{way}");
        change.accept(&app).await.expect_refusal(410, "token_spent");
    }
}

/// Broken: a proof of the mailbox left the password of the unproven time.
#[rocket::async_test]
async fn t27_whoever_signs_up_first_with_somebody_elses_address_loses_it_to_its_owner() {
    for proof in ["native sign-up", "native reset", "reset"] {
        let app = TestApp::start().await;
        create(&app, VICTIM, EVES_PASSWORD).await;
        let eve = sign_in(&app, VICTIM, EVES_PASSWORD).await.expect(200).str("/token").to_owned();
        // She activates the account by her session, which proves nothing.
        let eve = call(&app, &eve, "/activate", Value::Null).await.expect(200).str("/token").to_owned();
        match proof {
            "native sign-up" => {
                let body = json!({"email": VICTIM, "password": OWN_PASSWORD, "name": "Vera Low"});
                app.anonymous().post("/sign-up", body).await.expect(201);
                app.activate(VICTIM).await;
            }
            "native reset" => {
                app.anonymous().post("/password-resets", json!({"email": VICTIM})).await.expect(202);
                let token = app.last_token_to(VICTIM, "reset").await;
                let path = format!("/password-resets/{token}");
                app.anonymous().post(&path, json!({"password": OWN_PASSWORD})).await.expect(200);
            }
            _ => {
                let request = json!({"email": VICTIM});
                post(&app, &format!("{ACCOUNTS}/request-reset-password"), request).await.expect(200);
                let token = app.last_token_to(VICTIM, "reset").await;
                let reset = json!({"password": OWN_PASSWORD});
                call(&app, &token, "/reset-password", reset).await.expect(200);
            }
        }
        app.bearer(&eve).get("/sessions/current").await.expect_refusal(401, "not_signed_in");
        sign_in(&app, VICTIM, EVES_PASSWORD).await.expect(401);
        let own = sign_in(&app, VICTIM, OWN_PASSWORD).await.expect(200);
        let account = app.bearer(own.str("/token")).get("/account").await.expect(200);
        assert_eq!(account.body["email"]["verified"], true, "{proof}");
    }
}

/// Broken: activating by a session noted the mailbox as proven.
#[rocket::async_test]
async fn t05_a_session_that_activates_sees_no_invitation_to_the_address() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    create(&app, VICTIM, EVES_PASSWORD).await;
    let token = sign_in(&app, VICTIM, EVES_PASSWORD).await.expect(200).str("/token").to_owned();
    let token = call(&app, &token, "/activate", Value::Null).await.expect(200);
    let eve = app.bearer(token.str("/token"));
    let invitation = app.invitation(&june, VICTIM).await;
    assert_eq!(eve.get("/account/invitations").await.expect(200).body["items"], json!([]));
    let accept = format!("/invitations/{}/accept", invitation.shared);
    eve.post_empty(&accept).await.expect_refusal(403, "email_not_verified");
}

/// Broken: opening an account's link activated it, as pressing it does.
#[rocket::async_test]
async fn t28_a_scanner_that_opens_what_is_mailed_uses_nothing_up() {
    let app = TestApp::start().await;
    create(&app, VICTIM, OWN_PASSWORD).await;
    let letter = app.last_letter_to(VICTIM).await;
    let token = letter.token("activate");
    for door in doors::OF_POLYGONID {
        let (_, path) = door.call.split_once(' ').unwrap();
        for method in [Method::Get, Method::Head, Method::Options] {
            let path = format!("{path}?token={token}");
            let answer = app.bearer(&token).send(method, &path, None).await;
            assert!(matches!(answer.status, 204 | 405), "{method} {path}: {}", answer.status);
        }
    }
    app.anonymous().post("/activation", json!({"token": token})).await.expect(200);
}
