//! `/admin/keys`

use std::time::Duration;

use gatepost::domain::machine::housekeeping::sweep;
use gatepost::domain::machine::signing_keys;
use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp};

async fn published(app: &TestApp) -> Answer {
    app.anonymous().send(Method::Get, "/.well-known/gatepost-keys.json", None).await.expect(200)
}

/// The id of the key that signed a token, from its footer.
fn signer(token: &str) -> String {
    use base64::Engine as _;
    let footer = token.rsplit('.').next().expect("a footer");
    let footer = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(footer).expect("base64");
    let footer: serde_json::Value = serde_json::from_slice(&footer).expect("JSON");
    footer["kid"].as_str().expect("a key").to_owned()
}

#[rocket::async_test]
async fn a_fresh_key_signs_from_then_on_and_tokens_of_before_stay_good() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    let before = rita.api(&app).get("/admin/keys").await.expect(200);
    assert_eq!(before.items().len(), 1);
    let old = before.str("/items/0/kid").to_owned();
    assert_eq!(signer(&june.token), old);

    let fresh = rita.api(&app).post_empty("/admin/keys/rotate").await.expect(201);
    assert_ne!(fresh.str("/kid"), old);
    june.who_am_i(&app).await.expect(200);
    let again = app.sign_in(&june.email).await;
    assert_eq!(signer(&again.token), fresh.str("/kid"));
    let refreshed = june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    assert_eq!(signer(refreshed.str("/token")), fresh.str("/kid"));
    again.who_am_i(&app).await.expect(200);

    let keys = rita.api(&app).get("/admin/keys").await.expect(200);
    assert_eq!(keys.each("/kid"), [fresh.str("/kid"), &old]);
    assert!(keys.items()[0]["retired_at"].is_null() && keys.items()[1]["retired_at"].is_string());
    let published = published(&app).await;
    assert_eq!(
        (&published.body["keys"][0]["retired"], &published.body["keys"][1]["retired"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(published.body["keys"][1]["kid"], old);
}

#[rocket::async_test]
async fn a_retry_of_a_refresh_over_a_rotation_gets_the_same_successor() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    let first = june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    rita.api(&app).post_empty("/admin/keys/rotate").await.expect(201);
    let retry = june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    assert_eq!(retry.str("/token"), first.str("/token"));
}

#[rocket::async_test]
async fn rotations_at_once_leave_one_key_that_signs() {
    let app = TestApp::start().await;
    app.clock.stop();
    let rita = app.operator("rita@root.example").await;
    let api = rita.api(&app);
    let rotations = (0..8).map(|_| api.post_empty("/admin/keys/rotate"));
    for answer in rocket::futures::future::join_all(rotations).await {
        answer.expect(201);
    }
    let keys = api.get("/admin/keys").await.expect(200);
    let signing = keys.items().iter().filter(|key| key["retired_at"].is_null()).collect::<Vec<_>>();
    assert_eq!((keys.items().len(), signing.len()), (9, 1));
    assert_eq!(signer(&app.sign_in(&rita.email).await.token), signing[0]["kid"]);
}

#[rocket::async_test]
async fn a_retired_key_is_forgotten_once_no_session_of_its_time_is_left() {
    let app = TestApp::start().await;
    app.clock.stop();
    signing_keys::rotate(&app.app).await.expect("the database answers");
    app.clock.advance(Duration::from_hours(24 * 90));
    assert_eq!(sweep(&app.app).await.expect("the database answers").signing_keys, 0);
    app.clock.advance(Duration::from_secs(1));
    assert_eq!(sweep(&app.app).await.expect("the database answers").signing_keys, 1);
    assert_eq!(published(&app).await.body["keys"].as_array().map(Vec::len), Some(1));
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.activate("june@acme.example").await;
    app.sign_in("june@acme.example").await.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn a_rotation_is_in_the_audit() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    rita.api(&app).post_empty("/admin/keys/rotate").await.expect(201);
    let list = rita.api(&app).get("/admin/audit?action=signing_key.rotated").await.expect(200);
    assert_eq!((list.items().len(), list.str("/items/0/actor/id")), (1, &*rita.id));
    assert_eq!(list.str("/items/0/target/kind"), "service");
}

/// Broken: every key was sealed for the same name.
#[rocket::async_test]
async fn a_retired_key_in_the_place_of_the_one_in_force_is_noticed() {
    let app = TestApp::start().await;
    signing_keys::rotate(&app.app).await.expect("the database answers");
    signing_keys::reload(&app.app).await.expect("both lie where they were put");
    // Whoever can write the database has had the retired one.
    app.alter(
        "UPDATE signing_keys
         SET sealed_secret = (SELECT k.sealed_secret FROM signing_keys k WHERE k.retired_at IS NOT NULL)
         WHERE retired_at IS NULL",
    );
    let refused = signing_keys::reload(&app.app).await.expect_err("it was sealed for another name");
    assert_eq!(refused.code(), "internal");
}
