//! T30: passwords can't be made a burden.

use std::num::NonZeroUsize;
use std::time::Duration;

use gatepost::crypto::passwords::parameters::Argon2Parameters;
use rocket::futures::future::join_all;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, Document, MANY, PASSWORD, TestApp, at_once, count};

/// The calls that take a password.
async fn each_call(app: &TestApp, password: &str) -> [Answer; 4] {
    let sign_up = json!({"email": "june@acme.example", "password": password, "name": "June Doe"});
    let sign_in = json!({"email": "june@acme.example", "password": password});
    let mut set_up = sign_up.clone();
    set_up["token"] = json!("x");
    [
        app.anonymous().post("/sign-up", sign_up).await,
        app.anonymous().post("/sessions", sign_in).await,
        app.anonymous().post("/setup", set_up).await,
        app.anonymous().post("/password-resets/x", json!({"password": password})).await,
    ]
}

/// Broken: a body could have two mebibytes; then, the length of a password was looked at only before it was
/// normalized.
#[rocket::async_test]
async fn t30_an_overlong_password_is_refused_before_it_is_hashed() {
    let app = TestApp::start().await;
    for answer in each_call(&app, &"x".repeat(1 << 20)).await {
        answer.expect_refusal(413, "body_too_large");
    }
    // The ligature is three bytes as typed, and 33 once it is normalized.
    let swelling = "\u{fdfa}".repeat(300);
    for password in ["x".repeat(1_025), "\u{fc}".repeat(513), "x".repeat(200_000), swelling] {
        for answer in each_call(&app, &password).await {
            let refusal = answer.expect_refusal(422, "invalid_values");
            assert!(refusal.faults().contains(&("/password", "password_too_long")), "{}", refusal.text);
        }
    }
    assert_eq!(app.app.hasher.buffers_held(), 0, "something was hashed");
    let longest = "correct horse battery staple ".repeat(36)[..1_024].to_owned();
    let body = json!({"email": "june@acme.example", "password": longest, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    assert!(app.app.hasher.buffers_held() > 0);
    app.activate("june@acme.example").await;
    let sign_in = |password: &str| json!({"email": "june@acme.example", "password": password});
    app.anonymous().post("/sessions", sign_in(&longest)).await.expect(201);
    let wrong = app.anonymous().post("/sessions", sign_in(&longest[..1_023])).await;
    wrong.expect_refusal(401, "wrong_credentials");
}

/// To break it: take a password of any length where a session shows it.
#[rocket::async_test]
async fn t30_an_overlong_password_is_refused_wherever_it_is_shown() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let document = Document::of(&app).await;
    let mut calls = 0;
    for operation in document.operations() {
        let Some(example) = document.example_body(&operation) else { continue };
        let path = operation.path_with(&june.org_id, &june.id);
        for member in ["password", "current", "new"].into_iter().filter(|name| example[*name].is_string()) {
            let mut body = example.clone();
            body[member] = json!("x".repeat(1_025));
            let answer = june.api(&app).send(operation.method, &path, Some(body.to_string())).await;
            assert_eq!(answer.status, 422, "{}: {}", operation.name(), answer.text);
            let pointer = format!("/{member}");
            let told = answer.faults().contains(&(pointer.as_str(), "password_too_long"));
            assert!(told, "{}: {}", operation.name(), answer.text);
            calls += 1;
        }
    }
    assert!(calls > 8, "the document names the calls that take a password");
    june.who_am_i(&app).await.expect(200);
}

/// Broken: a full queue was a fault of ours.
#[rocket::async_test]
async fn t30_a_flood_of_passwords_is_turned_away_and_holds_up_nobody_else() {
    let app = TestApp::start_hashing_slowly().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (app, june) = (&app, &june);
    let sign_in = || json!({"email": june.email, "password": PASSWORD});
    let flood = at_once(|_| async { app.anonymous().post("/sessions", sign_in()).await });
    let others = join_all((0..8).map(|n| async move {
        match n % 2 {
            0 => app.anonymous().send(Method::Get, "/healthz", None).await,
            _ => june.api(app).get("/sessions/current").await,
        }
    }));
    let (flood, others) = rocket::futures::future::join(flood, others).await;
    for answer in others {
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    assert!(count(&flood, 201) >= 1, "whoever got a place was served");
    assert!(count(&flood, 503) >= 1, "nobody was turned away");
    assert_eq!(count(&flood, 201) + count(&flood, 503), flood.len());
    for refusal in flood.into_iter().filter(|answer| answer.status == 503) {
        let refusal = refusal.expect_refusal(503, "unavailable");
        let seconds: u64 = refusal.header("retry-after").and_then(|value| value.parse().ok()).unwrap();
        assert!(seconds >= 1);
    }
    assert_eq!(app.app.hasher.buffers_held(), 1, "memory stays within the threads' own");
    app.anonymous().post("/sessions", sign_in()).await.expect(201);
}

/// Broken: whoever waited was hashed however late.
#[rocket::async_test]
async fn t30_nobody_waits_for_a_hash_longer_than_the_settings_say() {
    let app = TestApp::start_with(|setup| {
        setup.hasher.parameters = Argon2Parameters { memory_kib: 19_456, iterations: 2, lanes: 1 };
        setup.hasher.threads = NonZeroUsize::MIN;
        setup.hasher.queue_wait = Duration::from_millis(100);
    })
    .await;
    let app = &app;
    let body =
        |n: usize| json!({"email": format!("june{n}@acme.example"), "password": PASSWORD, "name": "June"});
    let answers = at_once(|n| async move { app.anonymous().post("/sign-up", body(n)).await }).await;
    assert!(count(&answers, 201) >= 1 && count(&answers, 503) >= 1);
    assert_eq!(count(&answers, 201) + count(&answers, 503), answers.len());
    // Whoever was refused left nothing behind.
    assert_eq!(app.letters().await.len(), count(&answers, 201));
}

/// Broken: what is no JSON was taken for null.
#[rocket::async_test]
async fn t30_a_body_that_nests_without_end_is_refused() {
    let app = TestApp::start().await;
    for (open, close) in [("[", "]"), (r#"{"email":"#, "}")] {
        for depth in [129, 10_000] {
            let body = format!("{}null{}", open.repeat(depth), close.repeat(depth));
            let answer = app.anonymous().send(Method::Post, "/api/v1/sign-up", Some(body)).await;
            answer.expect_refusal(400, "malformed_json");
        }
    }
    let flat: Value =
        (0..20_000).map(|n| (format!("m{n}"), json!(0))).collect::<serde_json::Map<_, _>>().into();
    app.anonymous().post("/sign-up", flat).await.expect_refusal(422, "invalid_values");
}

/// To break it: answer 500 on the page while too many passwords wait; then, let every waiting password have a buffer.
#[rocket::async_test]
async fn t30_a_flood_of_passwords_on_the_page_is_turned_away_in_place() {
    let app = TestApp::start_hashing_slowly().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut browser = Browser::new(&app);
    let page = browser.open("/sign-in").await.expect(200);
    let fields = [("login", june.email.as_str()), ("password", PASSWORD)];
    let (browser, page) = (&browser, &page);
    let seen = join_all((0..MANY).map(|_| async move {
        let mut again = browser.without_session();
        let seen = again.submit(page, "/sign-in", &fields).await;
        (again.cookie("__Host-gatepost").is_some(), seen)
    }))
    .await;
    let (served, refused): (Vec<_>, Vec<_>) = seen.into_iter().partition(|(is_in, _)| *is_in);
    assert!(!served.is_empty() && !refused.is_empty(), "{} were served", served.len());
    for (_, page) in refused {
        let page = page.expect(503);
        assert_eq!(
            page.fault("").as_deref(),
            Some("The service is busy or starting. Try again in a moment.")
        );
        assert_eq!(page.value("login").as_deref(), Some("june@acme.example"), "what was typed is kept");
        let seconds = page.answer.header("retry-after").and_then(|value| value.parse::<u64>().ok());
        assert!(seconds.is_some_and(|seconds| seconds >= 1), "{seconds:?}");
    }
    assert_eq!(app.app.hasher.buffers_held(), 1, "memory stays within the threads' own");
}
