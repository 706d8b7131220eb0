//! `/account`

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp};

#[rocket::async_test]
async fn my_account_shows_everything_the_service_knows_of_me() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let account = june.api(&app).get("/account").await.expect(200);
    let members = [
        "allow_support_login",
        "created_at",
        "email",
        "id",
        "last_login_at",
        "locale",
        "name",
        "password_generated",
        "state",
        "state_changed_at",
        "state_error",
        "terms_accepted_at",
        "two_factor",
        "updated_at",
        "username",
    ];
    assert_eq!(account.members(), members);
    assert_eq!(account.body["name"], json!({"first": "June", "last": "Doe"}));
    assert_eq!((account.str("/email/address"), account.str("/state")), ("june@acme.example", "active"));
    assert!(account.body["email"]["added_at"].is_string() && account.body["last_login_at"].is_string());
    for untrue in ["two_factor", "password_generated", "allow_support_login"] {
        assert_eq!(account.body[untrue], false, "{untrue}");
    }
    app.anonymous().get("/account").await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn what_is_given_wanted_and_what_is_left_out_stays() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let api = june.api(&app);
    let wanted = json!({"name": {"first": "Juno", "last": "Poe"}, "username": "juno", "locale": "de",
        "allow_support_login": true});
    let changed = api.patch("/account", wanted.clone()).await.expect(200);
    for member in ["name", "username", "locale", "allow_support_login"] {
        assert_eq!(changed.body[member], wanted[member], "{member}");
    }
    app.clock.advance(Duration::from_secs(1));
    let unchanged = api.patch("/account", json!({})).await.expect(200);
    for member in ["name", "username", "locale", "allow_support_login"] {
        assert_eq!(unchanged.body[member], wanted[member], "{member}");
    }
    assert_eq!(unchanged.str("/updated_at"), changed.str("/updated_at"), "nothing has changed");
    let cleared = api.patch("/account", json!({"username": null, "locale": null})).await.expect(200);
    assert_eq!((&cleared.body["username"], &cleared.body["locale"]), (&Value::Null, &Value::Null));
    assert_eq!(cleared.body["name"], wanted["name"]);
}

#[rocket::async_test]
async fn a_change_is_seen_by_the_very_next_request() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    june.who_am_i(&app).await.expect(200);
    june.api(&app).patch("/account", json!({"name": "Juno Poe"})).await.expect(200);
    assert_eq!(june.who_am_i(&app).await.str("/user/name/first"), "Juno");
}

#[rocket::async_test]
async fn nothing_that_is_not_mine_to_say_can_be_changed() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let before = june.api(&app).get("/account").await.expect(200);
    for member in ["id", "email", "email_verified", "verified", "password", "state", "operator", "two_factor"]
    {
        let refusal = june.api(&app).patch("/account", json!({"name": "Juno", member: true})).await;
        let refusal = refusal.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [(&*format!("/{member}"), "unknown_field")]);
    }
    assert_eq!(june.api(&app).get("/account").await.body, before.body, "all or nothing");
}

#[rocket::async_test]
async fn two_people_do_not_share_a_username() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let adam = app.loner("adam@acme.example").await;
    june.api(&app).patch("/account", json!({"username": "june"})).await.expect(200);
    adam.api(&app).patch("/account", json!({"username": "JUNE"})).await.expect_refusal(409, "username_taken");
    june.api(&app).patch("/account", json!({"username": "JUNE"})).await.expect(200);
    june.api(&app).patch("/account", json!({"username": null})).await.expect(200);
    adam.api(&app).patch("/account", json!({"username": "june"})).await.expect(200);
    let body = json!({"username": "june", "password": PASSWORD});
    let signed_in = app.anonymous().post("/sessions", body).await.expect(201);
    assert_eq!(signed_in.str("/user/id"), adam.id);
}

#[rocket::async_test]
async fn values_that_can_not_be_are_refused_with_their_reason() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for (name, fault) in [
        (json!(""), ("/name", "empty")),
        (json!({"first": " ", "last": "Doe"}), ("/name/first", "empty")),
        (json!("a".repeat(101)), ("/name", "too_long")),
        (json!("June\r\nBcc: eve@evil.example"), ("/name", "forbidden_character")),
        (json!("\u{202e}enuJ"), ("/name", "forbidden_character")),
        (json!("see http://evil.example"), ("/name", "contains_link")),
        (json!("June\u{0}"), ("/name", "forbidden_character")),
        (json!(7), ("/name", "wrong_type")),
        (json!({"first": "June", "last": "", "middle": "X"}), ("/name/middle", "unknown_field")),
        (json!({"first": "June"}), ("/name/last", "required")),
    ] {
        let refusal = june.api(&app).patch("/account", json!({"name": name})).await;
        let refusal = refusal.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [fault], "{name}");
    }
}
