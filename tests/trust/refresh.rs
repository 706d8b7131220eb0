//! T14: a session has one line of tokens, whoever refreshes however often.

use std::time::Duration;

use pasetors::token::{Public, UntrustedToken};
use pasetors::version4::V4;
use serde_json::{Value, json};

use crate::support::{Answer, MANY, Person, TestApp, at_once, count};

/// As long as a spent token still gets its successor.
const GRACE: Duration = Duration::from_secs(30);

const REFRESH: &str = "/sessions/current/refresh";

async fn refresh(app: &TestApp, token: &str) -> Answer {
    app.bearer(token).post_empty(REFRESH).await
}

async fn is_good(app: &TestApp, token: &str) -> bool {
    app.bearer(token).get("/sessions/current").await.status == 200
}

async fn letters_of_reuse(app: &TestApp, june: &Person) -> usize {
    let letters = app.letters_to(&june.email).await;
    letters.iter().filter(|mail| mail.subject.contains("ended for safety")).count()
}

/// What a token says to those who check it themselves.
fn claims(token: &str) -> Value {
    let token = UntrustedToken::<Public, V4>::try_from(token).unwrap();
    serde_json::from_slice(token.untrusted_payload()).unwrap()
}

/// Broken: within the grace each refresh drew a token of its own; then, there was no grace.
#[rocket::async_test]
async fn t14_many_refreshes_at_once_get_one_successor() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut token = june.token.clone();
    for _ in 0..3 {
        let (app, spent) = (&app, token.as_str());
        let answers = at_once(|_| refresh(app, spent)).await;
        assert_eq!(count(&answers, 200), MANY);
        let successor = answers[0].str("/token").to_owned();
        assert!(answers.iter().all(|answer| answer.str("/token") == successor));
        assert_ne!(successor, spent);
        assert!(is_good(app, &successor).await && !is_good(app, spent).await);
        token = successor;
    }
    let sessions = app.bearer(&token).get("/sessions").await.expect(200);
    assert_eq!(sessions.body["items"].as_array().unwrap().len(), 1);
}

/// Broken: the grace had no end; then, there was none.
#[rocket::async_test]
async fn t14_a_retry_within_the_grace_gets_the_same_successor_and_later_ends_the_session() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let successor = refresh(&app, &june.token).await.expect(200).str("/token").to_owned();
    app.clock.advance(GRACE.saturating_sub(Duration::from_secs(5)));
    assert_eq!(refresh(&app, &june.token).await.expect(200).str("/token"), successor);
    assert!(is_good(&app, &successor).await);
    app.clock.advance(Duration::from_secs(6));
    refresh(&app, &june.token).await.expect_refusal(401, "not_signed_in");
    assert!(!is_good(&app, &successor).await, "whoever has the successor may be the thief");
    refresh(&app, &successor).await.expect_refusal(401, "not_signed_in");
    assert_eq!(letters_of_reuse(&app, &june).await, 1);
}

/// Broken: the ending was returned as an error, which rolls it back.
#[rocket::async_test]
async fn t14_a_token_reused_by_many_ends_the_session_once_and_is_told_once() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let other = app.sign_in(&june.email).await;
    let successor = refresh(&app, &june.token).await.expect(200).str("/token").to_owned();
    app.clock.advance(GRACE + Duration::from_secs(1));
    let (app, june) = (&app, &june);
    let answers = at_once(|_| refresh(app, &june.token)).await;
    assert_eq!(count(&answers, 401), MANY);
    assert!(!is_good(app, &successor).await);
    assert!(is_good(app, &other.token).await, "another session is no business of this one");
    assert_eq!(letters_of_reuse(app, june).await, 1);
}

/// Broken: within the grace every earlier generation got the successor.
#[rocket::async_test]
async fn t14_a_token_two_generations_back_gets_nothing_within_the_grace_and_ends_the_session_later() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let second = refresh(&app, &june.token).await.expect(200).str("/token").to_owned();
    let third = refresh(&app, &second).await.expect(200).str("/token").to_owned();
    refresh(&app, &june.token).await.expect_refusal(401, "not_signed_in");
    assert!(is_good(&app, &third).await);
    app.clock.advance(GRACE + Duration::from_secs(1));
    refresh(&app, &june.token).await.expect_refusal(401, "not_signed_in");
    assert!(!is_good(&app, &third).await);
}

/// Broken: a token that was replaced was good until its own time was over.
#[rocket::async_test]
async fn t14_a_spent_token_shown_elsewhere_is_refused_and_ends_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let successor = refresh(&app, &june.token).await.expect(200).str("/token").to_owned();
    for _ in 0..2 {
        let api = june.api(&app);
        let org = format!("/orgs/{}", june.org_id);
        for answer in [
            api.get("/sessions/current").await,
            api.get("/account").await,
            api.patch("/account", json!({"name": "Eve"})).await,
            api.post("/orgs", json!({"name": "Trap"})).await,
            api.patch(&org, json!({"name": "Trap"})).await,
            api.delete("/sessions").await,
            api.delete("/sessions/current").await,
            api.delete(&format!("/sessions/{}", june.session_id)).await,
        ] {
            answer.expect_refusal(401, "not_signed_in");
        }
        assert!(is_good(&app, &successor).await, "the session goes on");
        app.clock.advance(GRACE + Duration::from_secs(1));
    }
}

/// Broken: refreshing did not look at whether its session had ended.
#[rocket::async_test]
async fn t14_no_refresh_outlives_a_sign_out() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for _ in 0..3 {
        let person = app.sign_in(&june.email).await;
        let (app, token) = (&app, person.token.as_str());
        let answers = at_once(|n| async move {
            match n {
                20 => app.bearer(token).delete("/sessions/current").await,
                _ => refresh(app, token).await,
            }
        })
        .await;
        // Whoever signs out by a token that was replaced meanwhile is told so, and does it again.
        let successor = answers.iter().find_map(|answer| answer.body["token"].as_str());
        if count(&answers, 204) == 0 {
            app.bearer(successor.unwrap()).delete("/sessions/current").await.expect(204);
        }
        refresh(app, token).await.expect_refusal(401, "not_signed_in");
        if let Some(successor) = successor {
            assert!(!is_good(app, successor).await);
            refresh(app, successor).await.expect_refusal(401, "not_signed_in");
        }
    }
}

/// Broken: the successor carried the org and role of the spent token.
#[rocket::async_test]
async fn t14_a_refresh_reads_the_membership_anew() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@mail.example", "admin").await;
    let member = format!("/orgs/{}/members/{}", june.org_id, adam.id);
    june.api(&app).patch(&member, json!({"role": "member"})).await.expect(200);
    let next = refresh(&app, &adam.token).await.expect(200).str("/token").to_owned();
    assert_eq!(app.bearer(&next).get("/sessions/current").await.expect(200).str("/role"), "member");
    assert_eq!(claims(&next)["role"], "member");
    june.api(&app).delete(&member).await.expect(204);
    let last = refresh(&app, &next).await.expect(200).str("/token").to_owned();
    let me = app.bearer(&last).get("/sessions/current").await.expect(200);
    assert!(me.body["org"].is_null() && me.body["role"].is_null(), "{}", me.text);
    let claims = claims(&last);
    assert!(claims["org"].is_null() && claims["role"].is_null(), "{claims}");
}
