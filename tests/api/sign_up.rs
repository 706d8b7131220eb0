//! `/sign-up`

use serde_json::json;

use crate::support::TestApp;

#[rocket::async_test]
async fn an_org_signs_up_proves_its_mailbox_and_signs_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let me = june.api(&app).get("/sessions/current").await.expect(200);
    assert_eq!(me.str("/user/email/address"), "june@acme.example");
    assert_eq!(me.body["user"]["email"]["verified"], true);
    assert_eq!((me.str("/org/name"), me.str("/role")), ("Acme", "owner"));
}

#[rocket::async_test]
async fn every_fault_of_a_body_is_told_at_once() {
    let app = TestApp::start().await;
    let body = json!({"email": "june", "password": "short", "nam": "June"});
    let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
    let expected = [
        ("/email", "email_address_malformed"),
        ("/password", "password_too_short"),
        ("/name", "required"),
        ("/nam", "unknown_field"),
    ];
    assert_eq!(refusal.faults(), expected);
}

#[rocket::async_test]
async fn an_invited_colleague_joins_in_one_step() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let me = adam.api(&app).get("/sessions/current").await.expect(200);
    assert_eq!(me.body["user"]["email"]["verified"], true);
    assert_eq!((me.str("/org/id"), me.str("/role")), (june.org_id.as_str(), "member"));
}
