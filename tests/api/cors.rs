//! Pages of other origins: those that are let in call with a bearer token, and no others.

use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, Api, TestApp};

const OURS: &str = "https://app.acme.example";

async fn app() -> TestApp {
    TestApp::start_with(|setup| setup.web.cors_origins = vec![OURS.to_owned()]).await
}

async fn preflight(api: Api<'_>, path: &str) -> Answer {
    let api = api.header("Access-Control-Request-Method", "PATCH");
    let api = api.header("Access-Control-Request-Headers", "authorization,content-type");
    api.send(Method::Options, path, None).await
}

#[track_caller]
fn expect_closed(answer: &Answer) {
    let told = answer.headers.iter().find(|(name, _)| name.starts_with("access-control-"));
    assert_eq!(told, None);
}

#[rocket::async_test]
async fn a_preflight_of_an_allowed_origin_is_answered_on_every_path_of_the_api() {
    let app = app().await;
    for path in
        ["/api/v1/account", "/api/v1/orgs/some/members", "/api/v1/sign-up", "/api/v1/nowhere", "/api/v1"]
    {
        let answer = preflight(app.anonymous().header("Origin", OURS), path).await.expect(204);
        assert_eq!(answer.header("access-control-allow-origin"), Some(OURS));
        let methods = answer.header("access-control-allow-methods").expect("methods");
        assert!(["GET", "POST", "PUT", "PATCH", "DELETE"].iter().all(|method| methods.contains(method)));
        let headers = answer.header("access-control-allow-headers").expect("headers").to_ascii_lowercase();
        assert!(["authorization", "content-type"].iter().all(|header| headers.contains(header)), "{headers}");
        assert!(answer.header("access-control-max-age").is_some());
        assert_eq!(answer.header("vary"), Some("Origin"));
    }
}

#[rocket::async_test]
async fn answers_and_refusals_alike_can_be_read_by_an_allowed_origin() {
    let app = app().await;
    let june = app.loner("june@acme.example").await;
    for (api, path, status) in [
        (june.api(&app), "/account", 200),
        (june.api(&app), "/orgs/none", 404),
        (app.anonymous(), "/account", 401),
        (app.anonymous(), "/nowhere", 404),
    ] {
        let answer = api.header("Origin", OURS).get(path).await.expect(status);
        assert_eq!(answer.header("access-control-allow-origin"), Some(OURS));
        assert!(
            answer.header("access-control-expose-headers").is_some_and(|told| told.contains("X-Request-Id"))
        );
    }
    let refusal = app.anonymous().header("Origin", OURS).post("/sign-up", json!({})).await.expect(422);
    assert_eq!(refusal.header("access-control-allow-origin"), Some(OURS));
}

#[rocket::async_test]
async fn credentials_are_never_let_in() {
    let app = app().await;
    let answer = preflight(app.anonymous().header("Origin", OURS), "/api/v1/account").await;
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    let june = app.loner("june@acme.example").await;
    let cookies = [format!("__Host-gatepost={}", june.token), format!("gatepost={}", june.token)];
    for cookie in cookies {
        let api = app.anonymous().header("Origin", OURS).header("Cookie", &cookie);
        api.get("/account").await.expect_refusal(401, "not_signed_in");
    }
}

#[rocket::async_test]
async fn every_other_origin_is_told_nothing() {
    let app = app().await;
    for other in [
        "https://evil.example",
        "http://app.acme.example",
        "https://app.acme.example:8443",
        "https://app.acme.example.evil.example",
        "https://evilapp.acme.example",
        "HTTPS://APP.ACME.EXAMPLE",
        "null",
        "*",
        "",
    ] {
        expect_closed(&preflight(app.anonymous().header("Origin", other), "/api/v1/account").await);
        let answer = app.anonymous().header("Origin", other).get("/account").await;
        expect_closed(&answer);
        assert_eq!(answer.header("vary"), Some("Origin"), "no cache mixes them up");
    }
    expect_closed(&app.anonymous().get("/account").await);
}

#[rocket::async_test]
async fn no_origin_is_let_in_unless_somebody_says_so() {
    let app = TestApp::start().await;
    for origin in [OURS, "null", "http://localhost:8000", crate::support::PUBLIC_URL] {
        expect_closed(&preflight(app.anonymous().header("Origin", origin), "/api/v1/account").await);
        expect_closed(&app.anonymous().header("Origin", origin).get("/account").await);
    }
}

#[rocket::async_test]
async fn what_is_not_the_api_is_not_opened() {
    let app = app().await;
    for path in ["/healthz", "/dev/inbox.json", "/docs/errors"] {
        expect_closed(
            &app.anonymous().header("Origin", OURS).send(Method::Get, path, None).await.expect(200),
        );
    }
}
