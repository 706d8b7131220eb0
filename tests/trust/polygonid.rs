//! What the dialect `polygonid` must not open: T6, T11, T15, T16, T27 and T28 at its doors.

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Kind, OneTime, PASSWORD, TestApp, at_once, count};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "Seventeen2patient!";
const OWN_PASSWORD: &str = "Wandering1copper!";

const ACCOUNTS: &str = "/v1/orgs/account-management";

/// A call that takes a bearer, and the kinds of letters whose token it takes.
struct Door {
    method: Method,
    path: String,
    body: Value,
    takes: &'static [Kind],
}

fn door(path: &str, body: Value, takes: &'static [Kind]) -> Door {
    Door { method: Method::Post, path: format!("{ACCOUNTS}{path}"), body, takes }
}

fn doors() -> Vec<Door> {
    let id = "/01932c07-209c-7f5b-8a3e-0123456789ab";
    let update = json!({"password": PASSWORD, "newPassword": OWN_PASSWORD});
    vec![
        door("/activate", Value::Null, &[Kind::Activation, Kind::EmailVerification]),
        door("/reset-password", json!({"password": OWN_PASSWORD}), &[Kind::PasswordReset]),
        door("/update-email", json!({"password": PASSWORD, "email": "new@mail.example"}), &[]),
        door("/update-email/confirm", Value::Null, &[Kind::EmailChangeAccept]),
        door("/refresh-token", Value::Null, &[]),
        Door { method: Method::Patch, ..door(id, update.clone(), &[]) },
        Door { method: Method::Put, ..door(id, update, &[]) },
        Door { path: "/v1/orgs/sign-out".to_owned(), ..door("", Value::Null, &[]) },
    ]
}

async fn show(app: &TestApp, door: &Door, bearer: &str) -> Answer {
    let body = (!door.body.is_null()).then(|| door.body.to_string());
    app.bearer(bearer).send(door.method, &door.path, body).await
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

/// Broken: looking a token up ignored its purpose.
#[rocket::async_test]
async fn t06_a_letters_token_serves_at_the_doors_it_is_meant_for_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let OneTime { token, device, .. } = app.one_time(&june, kind, &email).await;
        for door in doors().iter().filter(|door| !door.takes.contains(&kind)) {
            let answer = show(&app, door, &token).await;
            assert_eq!(answer.status, 401, "{kind:?} at {}: {}", door.path, answer.text);
            assert_eq!(answer.members(), ["message"]);
        }
        // Nowhere was it used up.
        let used = OneTime { kind, token, email, device }.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
}

/// Broken: a key was taken for a letter's token, by its length.
#[rocket::async_test]
async fn t32_no_api_key_serves_at_any_door() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let scopes = app.scopes().await;
    for _ in 0..20 {
        let key = june.api_key(&app, &scopes.iter().map(String::as_str).collect::<Vec<_>>()).await;
        for door in doors() {
            let expected = if door.path.ends_with("/confirm") { 401 } else { 403 };
            let answer = show(&app, &door, &key.secret).await;
            assert_eq!(answer.status, expected, "{}: {}", door.path, answer.text);
        }
        june.api(&app).delete(&format!("/account/api-keys/{}", key.id)).await.expect(204);
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}

/// Broken: spending did not look at whether the token was spent.
#[rocket::async_test]
async fn t11_of_many_that_show_one_letter_one_succeeds() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for door in doors().iter().filter(|door| !door.takes.is_empty()) {
        for kind in door.takes {
            let email = format!("{kind:?}@mail.example").to_lowercase();
            let OneTime { token, .. } = app.one_time(&june, *kind, &email).await;
            let answers = at_once(|_| show(&app, door, &token)).await;
            assert_eq!((count(&answers, 200), count(&answers, 401)), (1, answers.len() - 1), "{kind:?}");
        }
    }
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
        let by_letter = Door { method: Method::Post, ..door("/reset-password", body_of_reset(), &[]) };
        assert_eq!(show(&app, &by_letter, &mailed).await.status, 401, "{way}");
        change.accept(&app).await.expect_refusal(410, "token_spent");
    }
}

fn body_of_reset() -> Value {
    json!({"password": EVES_PASSWORD})
}

/// Broken: a proof of the mailbox left the password of the unproven time.
#[rocket::async_test]
async fn t27_whoever_signs_up_first_with_somebody_elses_address_loses_it_to_its_owner() {
    for proof in ["native sign-up", "native reset", "reset"] {
        let app = TestApp::start().await;
        create(&app, VICTIM, EVES_PASSWORD).await;
        let eve = sign_in(&app, VICTIM, EVES_PASSWORD).await.expect(200).str("/token").to_owned();
        // She activates the account by her session, which proves nothing.
        let activate = door("/activate", Value::Null, &[]);
        let eve = show(&app, &activate, &eve).await.expect(200).str("/token").to_owned();
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
                let reset = door("/reset-password", json!({"password": OWN_PASSWORD}), &[]);
                show(&app, &reset, &token).await.expect(200);
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
    let token = show(&app, &door("/activate", Value::Null, &[]), &token).await.expect(200);
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
    for door in doors() {
        for method in [Method::Get, Method::Head, Method::Options] {
            let path = format!("{}?token={token}", door.path);
            let answer = app.bearer(&token).send(method, &path, None).await;
            assert!(matches!(answer.status, 204 | 405), "{method} {path}: {}", answer.status);
        }
    }
    app.anonymous().post("/activation", json!({"token": token})).await.expect(200);
}
