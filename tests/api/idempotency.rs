//! `Idempotency-Key`: a call that comes again has its effect once.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, Api, PASSWORD, Person, TestApp, at_once, count};

const KEY: &str = "0b1e7c62-5d0f-4c1e-9a57-2f7d3c6f8a11";

fn keyed(api: Api<'_>) -> Api<'_> {
    api.header("Idempotency-Key", KEY)
}

fn sign_up(email: &str) -> Value {
    json!({"email": email, "password": PASSWORD, "name": "Adam Poe", "org": {"name": "Globex"}})
}

/// Every call that takes a key, by `june`.
fn calls(june: &Person) -> [(String, Value); 5] {
    let invitations = june.org("/invitations");
    [
        ("/sign-up".to_owned(), sign_up("adam@mail.example")),
        ("/orgs".to_owned(), json!({"name": "Initech"})),
        (invitations.clone(), json!({"email": "one@mail.example", "role": "member"})),
        (invitations, json!({"invitations": [{"email": "two@mail.example", "role": "member"}]})),
        ("/account/api-keys".to_owned(), json!({"name": "CI", "scopes": ["org:read"]})),
    ]
}

#[track_caller]
fn assert_replayed(first: &Answer, second: &Answer) {
    assert_eq!((second.status, &second.text), (201, &first.text));
    assert_eq!(first.header("idempotent-replayed"), None);
    assert_eq!(second.header("idempotent-replayed"), Some("true"));
}

#[rocket::async_test]
async fn the_same_call_again_is_answered_alike_and_does_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (index, (path, body)) in calls(&june).into_iter().enumerate() {
        let key = format!("{KEY}-{index}");
        let api = || june.api(&app).header("Idempotency-Key", &key);
        let first = api().post(&path, body.clone()).await.expect(201);
        let letters = app.letters().await.len();
        let lists = || async {
            let orgs = june.api(&app).get("/orgs").await.text;
            let invitations = june.api(&app).get(&june.org("/invitations")).await.text;
            (orgs, invitations, june.api(&app).get("/account/api-keys").await.text)
        };
        let before = lists().await;
        app.clock.advance(Duration::from_hours(1));
        let second = api().post(&path, body).await;
        assert_replayed(&first, &second);
        assert_eq!(lists().await, before, "{path}");
        assert_eq!(app.letters().await.len(), letters, "{path}");
    }
}

/// Broken: whether a call was made before was looked at in its transaction alone.
#[rocket::async_test]
async fn the_same_call_again_counts_towards_no_limit() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    let call = async || keyed(app.anonymous()).post("/sign-up", sign_up("adam@mail.example")).await;
    let first = call().await.expect(201);
    for _ in 0..100 {
        assert_replayed(&first, &call().await);
    }
}

#[rocket::async_test]
async fn the_same_key_with_another_request_is_refused_and_does_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    keyed(june.api(&app)).post("/orgs", json!({"name": "Initech"})).await.expect(201);
    let other = keyed(june.api(&app)).post("/orgs", json!({"name": "Globex"})).await;
    other.expect_refusal(409, "idempotency_conflict");
    let elsewhere =
        keyed(june.api(&app)).post("/account/api-keys", json!({"name": "CI", "scopes": []})).await;
    assert!(elsewhere.status == 409 || elsewhere.status == 422, "{}", elsewhere.text);
    assert_eq!(june.api(&app).get("/orgs").await.expect(200).items().len(), 2);

    keyed(app.anonymous()).post("/sign-up", sign_up("adam@mail.example")).await.expect(201);
    let other = keyed(app.anonymous()).post("/sign-up", sign_up("eve@mail.example")).await;
    other.expect_refusal(409, "idempotency_conflict");
    assert_eq!(app.letters_to("eve@mail.example").await.len(), 0);
}

#[rocket::async_test]
async fn a_key_belongs_to_whoever_gave_it() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let body = json!({"name": "Initech"});
    let junes = keyed(june.api(&app)).post("/orgs", body.clone()).await.expect(201);
    let olgas = keyed(olga.api(&app)).post("/orgs", body.clone()).await.expect(201);
    assert_ne!(junes.str("/id"), olgas.str("/id"));
    // It is hers wherever she is signed in.
    let elsewhere = app.sign_in(&june.email).await;
    assert_replayed(&junes, &keyed(elsewhere.api(&app)).post("/orgs", body.clone()).await);
    // A program of hers is not told what she was.
    let program = june.api_key(&app, &["orgs:create"]).await;
    let programs = keyed(program.api(&app)).post("/orgs", body.clone()).await.expect(201);
    assert_ne!(junes.str("/id"), programs.str("/id"));
    // Nor is an operator who is signed in as her.
    let oscar = app.operator("oscar@gatepost.example").await;
    let helping = app.support_login(&june, &oscar).await;
    let helps = keyed(app.bearer(helping.str("/token"))).post("/orgs", body.clone()).await.expect(201);
    assert_ne!(junes.str("/id"), helps.str("/id"));
    // Signed out, it belongs to where the call comes from.
    for ip in ["192.0.2.7", "192.0.2.8", "192.0.2.7"] {
        keyed(app.anonymous().from(ip)).post("/sign-up", sign_up("adam@mail.example")).await.expect(201);
    }
    assert_eq!(app.letters_to("adam@mail.example").await.len(), 2);
}

#[rocket::async_test]
async fn a_refusal_is_not_remembered() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@mail.example", "member").await;
    let invite = || async {
        let body = json!({"email": adam.email, "role": "member"});
        keyed(june.api(&app)).post(&june.org("/invitations"), body).await
    };
    invite().await.expect_refusal(409, "already_member");
    june.api(&app).delete(&june.org(&format!("/members/{}", adam.id))).await.expect(204);
    invite().await.expect(201);
}

#[rocket::async_test]
async fn of_many_at_once_one_is_done_and_all_are_answered_alike() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let answers =
        at_once(|_| async { keyed(june.api(&app)).post("/orgs", json!({"name": "Initech"})).await }).await;
    assert_eq!(count(&answers, 201), answers.len());
    assert!(answers.iter().all(|answer| answer.text == answers[0].text));
    assert_eq!(june.api(&app).get("/orgs").await.expect(200).items().len(), 2);
    let answers =
        at_once(|_| async { keyed(app.anonymous()).post("/sign-up", sign_up("adam@mail.example")).await })
            .await;
    let done: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert!(!done.is_empty());
    assert!(done.iter().all(|answer| answer.text == done[0].text));
    assert_eq!(app.letters_to("adam@mail.example").await.len(), 1);
}

#[rocket::async_test]
async fn after_a_day_a_key_is_a_new_one() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let first = keyed(june.api(&app)).post("/orgs", json!({"name": "Initech"})).await.expect(201);
    app.clock.advance(Duration::from_hours(24));
    let june = app.sign_in(&june.email).await;
    let second = keyed(june.api(&app)).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    assert_ne!(first.str("/id"), second.str("/id"));
    let third = keyed(june.api(&app)).post("/orgs", json!({"name": "Globex"})).await;
    assert_replayed(&second, &third);
}

#[rocket::async_test]
async fn a_key_that_can_not_be_is_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for key in ["", "two words", "käse", &"k".repeat(256)] {
        let api = june.api(&app).header("Idempotency-Key", key);
        let refused = api.post("/orgs", json!({"name": "Initech"})).await;
        assert_eq!(refused.status, 422, "{key}: {}", refused.text);
        assert_eq!(refused.faults(), [("header:Idempotency-Key", "idempotency_key_invalid")]);
    }
    let longest = "k".repeat(255);
    june.api(&app)
        .header("Idempotency-Key", &longest)
        .post("/orgs", json!({"name": "Initech"}))
        .await
        .expect(201);
}
