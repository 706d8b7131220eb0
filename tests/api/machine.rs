//! `/healthz`, `/readyz`, `/.well-known/gatepost-keys.json`

use std::time::Duration;

use pasetors::keys::AsymmetricPublicKey;
use pasetors::token::{Public, UntrustedToken};
use pasetors::version4::{PublicToken, V4};
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, PUBLIC_URL, TestApp};

const KEYS: &str = "/.well-known/gatepost-keys.json";

async fn get(app: &TestApp, path: &str) -> Answer {
    app.anonymous().send(Method::Get, path, None).await
}

async fn sign_up(app: &TestApp) {
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
}

#[rocket::async_test]
async fn the_process_is_alive_and_ready() {
    let app = TestApp::start().await;
    assert_eq!(get(&app, "/healthz").await.expect(200).body, json!({"status": "alive"}));
    let mail = json!({"status": "ok", "queued": 0, "oldest_seconds": 0});
    let ready = json!({"status": "ready", "database": "ok", "mail": mail});
    assert_eq!(get(&app, "/readyz").await.expect(200).body, ready);
}

#[rocket::async_test]
async fn letters_that_wait_are_counted_and_their_age_told() {
    let app = TestApp::start().await;
    app.clock.stop();
    sign_up(&app).await;
    app.clock.advance(Duration::from_secs(90));
    sign_up(&app).await;
    let mail = json!({"status": "ok", "queued": 2, "oldest_seconds": 90});
    assert_eq!(get(&app, "/readyz").await.expect(200).body["mail"], mail);
    app.letters().await;
    let mail = json!({"status": "ok", "queued": 0, "oldest_seconds": 0});
    assert_eq!(get(&app, "/readyz").await.expect(200).body["mail"], mail);
}

#[rocket::async_test]
async fn a_service_without_a_mail_server_says_so_and_is_ready() {
    let app = TestApp::start_with(|setup| setup.rules.mail_configured = false).await;
    sign_up(&app).await;
    let ready = get(&app, "/readyz").await.expect(200);
    assert_eq!((ready.str("/status"), ready.str("/mail/status")), ("ready", "not_configured"));
    assert_eq!(ready.body["mail"]["queued"], 1);
}

#[rocket::async_test]
async fn a_service_without_its_database_is_alive_and_not_ready() {
    let app = TestApp::start().await;
    app.app.store.close().await;
    let answer = get(&app, "/readyz").await.expect(503);
    assert_eq!((answer.str("/status"), answer.str("/database")), ("not_ready", "unavailable"));
    get(&app, "/healthz").await.expect(200);
    let refusal = app.anonymous().get("/sign-up-domains").await.expect_refusal(503, "unavailable");
    assert_eq!(refusal.header("retry-after"), Some("1"));
}

/// Verifies a session token with nothing but the published keys and a PASETO library.
fn verify(keys: &Value, token: &str) -> Value {
    let token = UntrustedToken::<Public, V4>::try_from(token).expect("a v4.public token");
    let footer: Value = serde_json::from_slice(token.untrusted_footer()).expect("a footer in JSON");
    assert_eq!(footer.as_object().map(serde_json::Map::len), Some(1), "{footer}");
    let key = keys["keys"].as_array().expect("a list").iter().find(|key| key["kid"] == footer["kid"]);
    let paserk = key.and_then(|key| key["key"].as_str()).expect("the key is published");
    let key = AsymmetricPublicKey::<V4>::try_from(paserk).expect("a k4.public key");
    let trusted = PublicToken::verify(&key, &token, None, None).expect("the signature fits");
    serde_json::from_str(trusted.payload()).expect("claims in JSON")
}

#[rocket::async_test]
async fn a_session_token_can_be_checked_by_anybody_with_the_published_keys() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let keys = get(&app, KEYS).await.expect(200);
    let key = &keys.body["keys"][0];
    assert!(key["kid"].as_str().is_some_and(|kid| kid.starts_with("k4.pid.")), "{key}");
    assert_eq!(key["retired"], false);
    key["not_before"].as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok()).expect("a time");

    let claims = verify(&keys.body, &june.token);
    let names: Vec<&str> = claims.as_object().expect("claims").keys().map(String::as_str).collect();
    let mut expected = ["iss", "sub", "sid", "gen", "org", "role", "iat", "nbf", "exp", "jti"];
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert_eq!((&claims["iss"], &claims["sub"]), (&json!(PUBLIC_URL), &json!(june.id)));
    assert_eq!((&claims["sid"], &claims["gen"]), (&json!(june.session_id), &json!(1)));
    assert_eq!((&claims["org"], &claims["role"]), (&json!(june.org_id), &json!("owner")));
    let at =
        |claim: &str| claims[claim].as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok()).expect(claim);
    assert_eq!(at("exp").duration_since(at("iat")).as_hours(), 24);
    assert_eq!(at("nbf"), at("iat"));

    let refreshed = june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    let claims = verify(&keys.body, refreshed.str("/token"));
    assert_eq!((&claims["gen"], &claims["sid"]), (&json!(2), &json!(june.session_id)));
}

#[rocket::async_test]
async fn the_published_keys_hold_no_secret() {
    let app = TestApp::start().await;
    let keys = get(&app, KEYS).await.expect(200);
    assert_eq!(keys.members(), ["keys"]);
    let mut members: Vec<&String> = keys.body["keys"][0].as_object().expect("a key").keys().collect();
    members.sort();
    assert_eq!(members, ["key", "kid", "not_before", "retired"]);
    assert!(!keys.text.contains("secret"), "{}", keys.text);
}

#[rocket::async_test]
async fn machines_need_no_token_and_a_bad_one_does_not_matter() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz", KEYS, "/openapi.json", "/docs/errors"] {
        app.bearer("garbage").send(Method::Get, path, None).await.expect(200);
    }
}
