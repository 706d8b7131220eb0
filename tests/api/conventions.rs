//! What every answer of the API keeps to: refusals, methods, ids, names of requests.

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Api, PASSWORD, PUBLIC_URL, Served, TestApp};

const UNKNOWN: &str = "0190c5a8-0000-7000-8000-000000000000";

async fn send(api: &Api<'_>, method: Method, path: &str) -> Answer {
    api.send(method, path, None).await
}

#[rocket::async_test]
async fn every_refusal_is_a_problem_whose_type_leads_to_its_reference() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = app.last_letter_to(&june.email).await.token("activate");
    let (anonymous, api) = (app.anonymous(), june.api(&app));
    let refusals = [
        (anonymous.get("/account").await, 401, "not_signed_in"),
        (anonymous.get("/nowhere").await, 404, "path_not_found"),
        (api.get(&format!("/orgs/{UNKNOWN}")).await, 404, "org_not_found"),
        (anonymous.post_empty("/account").await, 405, "method_not_allowed"),
        (api.delete(&june.org(&format!("/members/{}", june.id))).await, 409, "last_owner"),
        (anonymous.post("/activation", json!({"token": token})).await, 410, "token_spent"),
        (anonymous.post_empty("/sign-up").await, 415, "unsupported_media_type"),
        (anonymous.post("/sign-up", json!({})).await, 422, "invalid_values"),
        (api.get("/orgs?limit=0").await, 422, "invalid_values"),
    ];
    let reference = send(&anonymous, Method::Get, "/docs/errors").await.expect(200).text;
    for (answer, status, code) in refusals {
        let problem = answer.expect_refusal(status, code);
        assert_eq!(problem.str("/type"), format!("{PUBLIC_URL}/docs/errors#{code}"));
        assert!(reference.contains(&format!("id=\"{code}\"")), "{code} is not in the reference");
        assert_eq!(problem.body.get("errors").is_some(), status == 422, "{}", problem.text);
        assert_eq!(problem.header("cache-control"), Some("no-store"));
        assert_eq!(problem.header("www-authenticate").is_some(), status == 401);
    }
}

#[rocket::async_test]
async fn a_fault_tells_where_what_and_what_would_do() {
    let app = TestApp::start().await;
    let refusal = app.anonymous().post("/sign-up", json!({"a/b~c": 1})).await;
    let refusal = refusal.expect_refusal(422, "invalid_values");
    assert!(refusal.faults().contains(&("/a~1b~0c", "unknown_field")), "RFC 6901: {}", refusal.text);
    for error in refusal.body["errors"].as_array().expect("a list") {
        assert!(error["detail"].as_str().is_some_and(|detail| detail.len() > 10), "{error}");
    }
}

#[rocket::async_test]
async fn a_path_that_is_not_there_is_not_found_signed_in_or_not() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for api in [app.anonymous(), june.api(&app), app.bearer("garbage")] {
        for path in
            ["/nowhere", "/api/v1", "/api/v1/", "/api/v1/nowhere", "/api/v2/orgs", "/api/v1/orgs/a/b/c/d"]
        {
            for method in [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete] {
                send(&api, method, path).await.expect_refusal(404, "path_not_found");
            }
        }
    }
}

#[rocket::async_test]
async fn another_method_is_refused_with_the_ones_there_are() {
    let app = TestApp::start().await;
    let api = app.anonymous();
    for (method, path, allowed) in [
        (Method::Get, "/api/v1/sign-up", "POST"),
        (Method::Head, "/api/v1/sign-up", "POST"),
        (Method::Put, "/api/v1/account", "DELETE, GET, HEAD, PATCH"),
        (Method::Post, "/api/v1/sessions/current", "DELETE, GET, HEAD"),
        (Method::Patch, "/api/v1/sessions", "DELETE, GET, HEAD, POST"),
        (Method::Get, &*format!("/api/v1/sessions/{UNKNOWN}"), "DELETE"),
        (Method::Put, &*format!("/api/v1/orgs/{UNKNOWN}"), "DELETE, GET, HEAD, PATCH"),
        (Method::Get, "/api/v1/invitations/any-token/accept", "POST"),
        (Method::Post, "/healthz", "GET, HEAD"),
        (Method::Delete, "/openapi.json", "GET, HEAD"),
    ] {
        let answer = send(&api, method, path).await.expect(405);
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        if method != Method::Head {
            answer.expect_refusal(405, "method_not_allowed");
        }
    }
}

#[rocket::async_test]
async fn a_method_that_nobody_knows_is_refused_with_the_ones_there_are() {
    let served = Served::start().await;
    let send = async |path: &str| {
        let request = format!("QUERY {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        served.send(&request).await
    };
    let refusal = send("/api/v1/account").await.expect_refusal(405, "method_not_allowed");
    assert_eq!(refusal.header("allow"), Some("DELETE, GET, HEAD, PATCH"));
    send("/nowhere").await.expect_refusal(400, "bad_request");
}

#[rocket::async_test]
async fn head_answers_as_get_does_without_a_body() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for path in ["/api/v1/account", "/api/v1/orgs", "/healthz"] {
        let get = send(&june.api(&app), Method::Get, path).await.expect(200);
        let head = send(&june.api(&app), Method::Head, path).await.expect(200);
        assert_eq!(head.text, "");
        assert_eq!(get.header("content-type"), head.header("content-type"));
    }
    send(&app.anonymous(), Method::Head, "/api/v1/account").await.expect(401);
}

#[rocket::async_test]
async fn an_id_that_is_none_names_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let api = june.api(&app);
    for id in ["1", "acme", &UNKNOWN[..35], &UNKNOWN.replace('-', ""), "..%2F..", "%00", &"a".repeat(4000)] {
        api.get(&format!("/orgs/{id}")).await.expect(404);
        api.get(&format!("/orgs/{id}/members")).await.expect(404);
        api.delete(&format!("/sessions/{id}")).await.expect(404);
        api.delete(&june.org(&format!("/members/{id}"))).await.expect(404);
        api.patch(&june.org(&format!("/members/{id}")), json!({"role": "member"})).await.expect(404);
        api.post_empty(&june.org(&format!("/invitations/{id}/resend"))).await.expect(404);
    }
    api.get("/orgs/acme").await.expect_refusal(404, "path_not_found");
}

#[rocket::async_test]
async fn a_request_bears_the_name_it_was_given_or_a_new_one() {
    let app = TestApp::start().await;
    let named = app.anonymous().header("X-Request-Id", "trace-1.2:3_4").get("/account").await;
    assert_eq!(named.expect_refusal(401, "not_signed_in").str("/request_id"), "trace-1.2:3_4");
    let answered = app.anonymous().header("X-Request-Id", "abc").send(Method::Get, "/healthz", None).await;
    assert_eq!(answered.header("x-request-id"), Some("abc"));
    let mut made = Vec::new();
    for insane in ["", "a b", "<script>", "ä", &"a".repeat(129)] {
        let answer = app.anonymous().header("X-Request-Id", insane).get("/account").await;
        let id = answer.expect_refusal(401, "not_signed_in").str("/request_id").to_owned();
        assert_ne!(id, insane);
        assert!(id.parse::<uuid::Uuid>().is_ok(), "{id}");
        made.push(id);
    }
    made.dedup();
    assert_eq!(made.len(), 5, "no two requests share a name");
}

#[rocket::async_test]
async fn nothing_is_kept_by_anybody_on_the_way() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let body = json!({"email": "june@acme.example", "password": PASSWORD});
    for answer in [
        june.api(&app).get("/account").await,
        june.api(&app).get("/orgs").await,
        app.anonymous().post("/sessions", body).await,
        app.anonymous().post("/activation/resend", json!({"email": "june@acme.example"})).await,
        june.api(&app).delete("/sessions").await,
    ] {
        assert!(answer.status < 300, "{}", answer.text);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

#[rocket::async_test]
async fn times_are_rfc_3339_in_utc_with_milliseconds_and_ids_are_uuids_of_version_7() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let me = june.who_am_i(&app).await.expect(200);
    for pointer in ["/session/created_at", "/session/expires_at", "/user/created_at", "/user/email/added_at"]
    {
        let time = me.str(pointer);
        assert_eq!((time.len(), &time[19..20], &time[23..]), (24, ".", "Z"), "{time}");
        time.parse::<jiff::Timestamp>().expect("a time");
    }
    for pointer in ["/session/id", "/user/id", "/org/id"] {
        let id: uuid::Uuid = me.str(pointer).parse().expect("an id");
        assert_eq!(id.get_version_num(), 7, "{pointer}");
    }
}

#[rocket::async_test]
async fn too_many_attempts_are_told_when_to_come_back() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    let resend =
        || async { app.anonymous().post("/activation/resend", json!({"email": "june@acme.example"})).await };
    let mut refused: Option<Answer> = None;
    for _ in 0..20 {
        let answer = resend().await;
        if answer.status != 202 {
            refused = Some(answer);
            break;
        }
    }
    let refusal = refused.expect("nobody needs twenty letters").expect_refusal(429, "rate_limited");
    let seconds: u64 = refusal.header("retry-after").expect("a time").parse().expect("a number of seconds");
    assert!((1..=3600).contains(&seconds), "{seconds}");
    let other = app.anonymous().post("/activation/resend", json!({"email": "adam@acme.example"})).await;
    assert_eq!((other.status, other.body), (202, Value::Null), "another account is not held up");
}
