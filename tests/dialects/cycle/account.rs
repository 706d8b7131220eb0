//! `/v1/account`: shown and changed.

use std::time::Duration;

use rocket::http::Method;

use super::{expect_failure, load, short};
use crate::support::TestApp;

#[rocket::async_test]
async fn the_account_is_shown_to_its_person() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let shown = load("c1_get_account").with("token", &june.token).send(&app).await.matches();
    assert_eq!(shown.str("/data/id"), short(&june.id));
    june.turn_two_factor_on(&app).await;
    load("c1_get_account_with_two_factor").with("token", &june.token).send(&app).await.matches();
}

#[rocket::async_test]
async fn nobody_sees_an_account_without_a_good_bearer() {
    let app = TestApp::start().await;
    load("c0_no_bearer").send(&app).await.matches();
    load("c0_bad_bearer").send(&app).await.matches();
    let june = app.loner("june@acme.example").await;
    app.clock.advance(Duration::from_hours(24));
    load("c0_expired_bearer").with("token", &june.token).send(&app).await.matches();
}

#[rocket::async_test]
async fn what_never_reaches_an_operation_is_refused_in_cycles_words() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for case in ["c0_malformed_json", "c0_no_json_type", "c0_unknown_path", "c0_wrong_method"] {
        load(case).with("token", &june.token).send(&app).await.matches();
    }
}

#[rocket::async_test]
async fn an_api_key_sees_what_its_scopes_are_for() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let reader = june.api_key(&app, &["account:read"]).await;
    load("c1_get_account").with("token", &reader.secret).send(&app).await.matches();
    load("c0_key_without_session").with("token", &reader.secret).send(&app).await.matches();
    let founder = june.api_key(&app, &["orgs:create"]).await;
    load("c0_key_without_scope").with("token", &founder.secret).send(&app).await.matches();
}

#[rocket::async_test]
async fn what_is_sent_changes_and_what_is_left_out_stays() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for case in ["c1_update_nothing", "c1_update_first_name", "c1_update_account"] {
        load(case).with("token", &june.token).send(&app).await.matches();
    }
    let native = june.api(&app).get("/account").await.expect(200);
    assert_eq!((native.str("/name/first"), native.str("/name/last")), ("Juno", "Poe"));
    assert_eq!(native.body["allow_support_login"], true);
    // A key may change the name, and not who else may sign in.
    let key = june.api_key(&app, &["account:update"]).await;
    let patch = async |body: &str| {
        app.bearer(&key.secret).send(Method::Patch, "/v1/account", Some(body.to_owned())).await
    };
    patch(r#"{"name": {"last": "Low"}}"#).await.expect(200);
    expect_failure(&patch(r#"{"allow_support_login": false}"#).await, 403, "403.not-allowed");
}

#[rocket::async_test]
async fn the_first_member_that_can_not_be_is_pointed_to() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for case in
        ["c1_update_name_type", "c1_update_first_empty", "c1_update_last_forbidden", "c1_update_support_type"]
    {
        load(case).with("token", &june.token).send(&app).await.matches();
    }
    load("c1_get_account").with("token", &june.token).send(&app).await.matches();
}
