//! What a request's body must be.

use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp};

async fn send_as(app: &TestApp, content_type: &str, body: &str) -> Answer {
    let api = app.anonymous().header("Content-Type", content_type);
    api.send(Method::Post, "/api/v1/activation/resend", Some(body.to_owned())).await
}

async fn send(app: &TestApp, body: &str) -> Answer {
    send_as(app, "application/json", body).await
}

const SOUND: &str = r#"{"email": "june@acme.example"}"#;

#[rocket::async_test]
async fn a_body_is_said_to_be_json_or_not_read() {
    let app = TestApp::start().await;
    for json in ["application/json", "Application/JSON", "application/json; charset=utf-8"] {
        send_as(&app, json, SOUND).await.expect(202);
    }
    for other in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonp",
        "application/problem+json",
        "nonsense",
    ] {
        send_as(&app, other, SOUND).await.expect_refusal(415, "unsupported_media_type");
    }
    let none = app.anonymous().send(Method::Post, "/api/v1/activation/resend", None).await;
    none.expect_refusal(415, "unsupported_media_type");
}

#[rocket::async_test]
async fn what_is_no_json_is_malformed_and_not_repeated() {
    let app = TestApp::start().await;
    for malformed in [
        "",
        "{",
        r#"{"email": "secret"#,
        r#"{"email": "secret",}"#,
        "{'email': 'secret'}",
        r#"{"email": secret}"#,
        r#"{"email": "\ud800"}"#,
        r#"{"email": 1e999}"#,
        r#"{"email": "secret"} {}"#,
        "\u{feff}{}",
    ] {
        let refusal = send(&app, malformed).await.expect_refusal(400, "malformed_json");
        assert!(!refusal.text.contains("secret"), "{}", refusal.text);
    }
}

#[rocket::async_test]
async fn a_body_is_an_object() {
    let app = TestApp::start().await;
    for other in ["[]", "null", "7", "true", r#""june@acme.example""#, r#"[{"email": "june@acme.example"}]"#]
    {
        let refusal = send(&app, other).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("", "wrong_type")]);
    }
}

#[rocket::async_test]
async fn a_member_is_there_once_and_known() {
    let app = TestApp::start().await;
    let twice =
        r#"{"email": "june@acme.example", "email": "eve@evil.example", "cc": "eve@evil.example", "bcc": 1}"#;
    let refusal = send(&app, twice).await.expect_refusal(422, "invalid_values");
    let expected = [("/email", "duplicate_field"), ("/cc", "unknown_field"), ("/bcc", "unknown_field")];
    assert_eq!(refusal.faults(), expected);
    assert!(app.letters().await.is_empty());
}

#[rocket::async_test]
async fn a_member_of_another_type_is_told_so_and_null_is_nothing() {
    let app = TestApp::start().await;
    for other in
        [json!(["june@acme.example"]), json!({"address": "june@acme.example"}), json!(7), json!(true)]
    {
        let refusal = send(&app, &json!({"email": other}).to_string()).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), [("/email", "wrong_type")]);
    }
    let refusal = send(&app, r#"{"email": null}"#).await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/email", "required")]);
}

#[rocket::async_test]
async fn no_text_has_a_nul_in_it() {
    let app = TestApp::start().await;
    let refusal = send(&app, r#"{"email": "june\u0000@acme.example"}"#).await;
    assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), [("/email", "forbidden_character")]);
}

#[rocket::async_test]
async fn depth_and_length_are_no_weapons() {
    let app = TestApp::start().await;
    let deep = 100_000;
    for bomb in ["[".repeat(deep), format!("{{\"email\": {}", "[".repeat(deep)), "{\"a\":".repeat(20_000)] {
        send(&app, &bomb).await.expect_refusal(400, "malformed_json");
    }
    let many: Vec<String> = (0..10_000).map(|which| format!("\"m{which}\": {which}")).collect();
    let refusal = send(&app, &format!("{{{}}}", many.join(", "))).await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults().len(), 10_001);
    let long_name = format!("{{\"{}\": 1}}", "n".repeat(100_000));
    assert!(send(&app, &long_name).await.expect_refusal(422, "invalid_values").text.len() < 2000);
}

#[rocket::async_test]
async fn a_body_past_256_kib_is_too_large() {
    let app = TestApp::start().await;
    let padded = |bytes: usize| format!("{SOUND}{}", " ".repeat(bytes - SOUND.len()));
    send(&app, &padded(256 * 1024)).await.expect(202);
    send(&app, &padded(256 * 1024 + 1)).await.expect_refusal(413, "body_too_large");
}

#[rocket::async_test]
async fn who_may_not_call_is_refused_before_the_body_is_looked_at() {
    let app = TestApp::start().await;
    let api = app.anonymous();
    api.send(Method::Post, "/api/v1/orgs", Some("{".to_owned())).await.expect_refusal(401, "not_signed_in");
    api.patch("/account", json!({"nonsense": 1})).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn null_stands_for_a_member_that_is_left_out() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let body = json!({"email": june.email, "username": null, "password": PASSWORD, "org_id": null});
    app.anonymous().post("/sessions", body).await.expect(201);
    let token = "no-such-challenge";
    let body = json!({"challenge": token, "code": "123456", "recovery_code": null});
    app.anonymous().post("/sessions/two-factor", body).await.expect_refusal(404, "token_unknown");
}
