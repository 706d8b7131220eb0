//! `/dev/inbox`, `/dev/inbox.json`

use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, Api, PASSWORD, TestApp};

const PATHS: [(Method, &str); 3] =
    [(Method::Get, "/dev/inbox"), (Method::Get, "/dev/inbox.json"), (Method::Delete, "/dev/inbox")];

async fn sign_up(app: &TestApp, email: &str, name: &str) {
    let body = json!({"email": email, "password": PASSWORD, "name": name});
    app.anonymous().post("/sign-up", body).await.expect(201);
}

async fn read(app: &TestApp, query: &str) -> Answer {
    app.anonymous().send(Method::Get, &format!("/dev/inbox.json{query}"), None).await
}

async fn expect_hidden(api: Api<'_>) {
    for (method, path) in PATHS {
        api.send(method, path, None).await.expect_refusal(404, "path_not_found");
    }
}

#[rocket::async_test]
async fn letters_are_listed_oldest_first_as_they_were_sent() {
    let app = TestApp::start().await;
    for which in 0..3 {
        sign_up(&app, &format!("p{which}@acme.example"), "June Doe").await;
        app.letters().await;
    }
    let inbox = read(&app, "").await.expect(200);
    let letters = inbox.body.as_array().expect("a list");
    let to: Vec<&str> = letters.iter().filter_map(|letter| letter["to"].as_str()).collect();
    assert_eq!(to, ["p0@acme.example", "p1@acme.example", "p2@acme.example"]);
    let mut members: Vec<&String> = letters[0].as_object().expect("a letter").keys().collect();
    members.sort();
    assert_eq!(members, ["created_at", "html", "id", "subject", "text", "to"]);
}

#[rocket::async_test]
async fn letters_to_one_address_are_found_however_it_is_spelled() {
    let app = TestApp::start().await;
    sign_up(&app, "June+x@acme.example", "June Doe").await;
    sign_up(&app, "adam@acme.example", "Adam Poe").await;
    app.letters().await;
    for to in ["June%2Bx@acme.example", "june%2bx@ACME.example", "June%2Bx%40acme.example"] {
        let found = read(&app, &format!("?to={to}")).await.expect(200);
        assert_eq!(found.body.as_array().map(Vec::len), Some(1), "{to}: {}", found.text);
    }
    assert_eq!(read(&app, "?to=mia@acme.example").await.expect(200).body, json!([]));
    let refusal = read(&app, "?to=june").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("?to", "email_address_malformed")]);
}

#[rocket::async_test]
async fn the_inbox_can_be_emptied() {
    let app = TestApp::start().await;
    sign_up(&app, "june@acme.example", "June Doe").await;
    app.letters().await;
    app.anonymous().send(Method::Delete, "/dev/inbox", None).await.expect(204);
    assert_eq!(read(&app, "").await.expect(200).body, json!([]));
}

#[rocket::async_test]
async fn the_page_shows_letters_and_runs_nothing_of_them() {
    let app = TestApp::start().await;
    sign_up(&app, "june@acme.example", "<script>alert(1)</script>").await;
    app.letters().await;
    let page = app.anonymous().send(Method::Get, "/dev/inbox", None).await.expect(200);
    assert!(page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")));
    assert!(page.text.contains("june@acme.example"));
    assert!(!page.text.contains("<script>alert"), "{}", page.text);
}

#[rocket::async_test]
async fn only_a_loopback_peer_is_answered() {
    let app = TestApp::start().await;
    for near in ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"] {
        app.anonymous().from(near).send(Method::Get, "/dev/inbox.json", None).await.expect(200);
    }
    for far in ["192.0.2.1", "10.0.0.1", "0.0.0.0", "::", "2001:db8::1", "::ffff:192.0.2.1"] {
        expect_hidden(app.anonymous().from(far)).await;
    }
}

#[rocket::async_test]
async fn whatever_came_through_a_proxy_is_not_answered() {
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["127.0.0.0/8".parse().expect("a network")];
    })
    .await;
    for (name, value) in [
        ("X-Forwarded-For", "127.0.0.1"),
        ("x-forwarded-for", ""),
        ("X-Forwarded-Host", "localhost"),
        ("Forwarded", "for=127.0.0.1"),
        ("X-Real-IP", "127.0.0.1"),
        ("Via", "1.1 proxy"),
    ] {
        expect_hidden(app.anonymous().header(name, value)).await;
    }
}

#[rocket::async_test]
async fn only_a_name_of_this_machine_is_answered() {
    let app = TestApp::start().await;
    for own in
        ["localhost", "localhost:8000", "LOCALHOST", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000"]
    {
        let api = app.anonymous().header("Host", own);
        api.send(Method::Get, "/dev/inbox.json", None).await.expect(200);
    }
    for other in [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.example:8000",
        "accounts.gatepost.example",
        "192.0.2.1",
        "0.0.0.0:8000",
        "",
    ] {
        expect_hidden(app.anonymous().header("Host", other)).await;
    }
}

#[rocket::async_test]
async fn a_service_in_earnest_has_no_inbox() {
    let app = TestApp::start_with(|setup| setup.web.dev_inbox = false).await;
    expect_hidden(app.anonymous()).await;
}
