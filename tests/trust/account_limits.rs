//! T31: limits by account count every attempt, wherever and whenever it is made, and nothing else.

use std::time::Duration;

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, at_once, count};

/// So many letters again an address has at once, and one more each time this has passed.
const RESENDS: usize = 5;
const RESEND_EVERY: Duration = Duration::from_mins(12);

/// So many letters an address gets at once on behalf of others, and one more each time this has passed.
const LETTERS: usize = 20;
const LETTER_EVERY: Duration = Duration::from_mins(6);

const MOMENT: Duration = Duration::from_micros(1);
const JUNE: &str = "june@mail.example";

async fn limited() -> TestApp {
    TestApp::start_with(|setup| setup.rules.limits_enabled = true).await
}

async fn limited_and_stopped() -> TestApp {
    let app = limited().await;
    app.clock.stop();
    app
}

/// Asks for June's letter, each time from somewhere else, so that only the account can be counted.
async fn ask(app: &TestApp, n: usize) -> Answer {
    let client = format!("2001:db8:{n:x}::1");
    app.anonymous().from(&client).post("/activation/resend", json!({"email": JUNE})).await
}

#[track_caller]
fn assert_wait(refused: Answer, seconds: u64) {
    let refused = refused.expect_refusal(429, "rate_limited");
    assert_eq!(refused.header("retry-after"), Some(seconds.to_string().as_str()));
}

#[rocket::async_test]
async fn t31_of_many_at_once_exactly_so_many_get_through() {
    let app = limited_and_stopped().await;
    for round in 0..3 {
        let answers = at_once(|n| ask(&app, n)).await;
        let allowed = if round == 0 { RESENDS } else { 1 };
        assert_eq!(count(&answers, 202), allowed);
        assert_eq!(count(&answers, 429), answers.len() - allowed);
        app.clock.advance(RESEND_EVERY);
    }
}

#[rocket::async_test]
async fn t31_one_more_gets_through_when_it_was_said_and_not_a_moment_sooner() {
    let app = limited_and_stopped().await;
    for n in 0..RESENDS {
        ask(&app, n).await.expect(202);
    }
    assert_wait(ask(&app, 0).await, RESEND_EVERY.as_secs());
    app.clock.advance(RESEND_EVERY.saturating_sub(MOMENT));
    assert_wait(ask(&app, 0).await, 1);
    app.clock.advance(MOMENT);
    ask(&app, 0).await.expect(202);
    assert_wait(ask(&app, 0).await, RESEND_EVERY.as_secs());
}

#[rocket::async_test]
async fn t31_a_restart_forgets_no_attempt() {
    let mut app = limited_and_stopped().await;
    for n in 0..RESENDS {
        ask(&app, n).await.expect(202);
        app = app.restart_with(|setup| setup.rules.limits_enabled = true).await;
    }
    assert_wait(ask(&app, 0).await, RESEND_EVERY.as_secs());
}

#[rocket::async_test]
async fn t31_a_bulk_invitation_that_is_refused_counts_for_nobody_in_it() {
    let app = limited_and_stopped().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let path = june.org("/invitations");
    let invite = async |names: &[&str]| {
        let invitations: Vec<Value> = names
            .iter()
            .map(|name| json!({"email": format!("{name}@mail.example"), "role": "member"}))
            .collect();
        june.api(&app).post(&path, json!({"invitations": invitations})).await
    };
    for _ in 0..LETTERS {
        invite(&["victim"]).await.expect(201);
    }
    for _ in 0..3 {
        assert_wait(invite(&["adam", "victim", "zoe"]).await, LETTER_EVERY.as_secs());
    }
    for _ in 0..LETTERS {
        invite(&["adam", "zoe"]).await.expect(201);
    }
    assert_wait(invite(&["zoe"]).await, LETTER_EVERY.as_secs());
}

#[rocket::async_test]
async fn t31_what_is_counted_tells_nobody_who_it_was() {
    let app = limited().await;
    ask(&app, 0).await.expect(202);
    let digests =
        app.at_rest().into_iter().filter(|column| column.table == "rate_limits" && column.holds_text);
    let digests: Vec<_> = digests.map(|column| column.content).collect();
    assert_eq!(digests.len(), 1);
    assert_eq!(digests[0].len(), 16 + 1, "a digest and the end of its line");
    // Another service's key file makes another digest of the same address.
    let other = limited().await;
    ask(&other, 0).await.expect(202);
    let same = other.at_rest().into_iter().any(|column| column.content == digests[0]);
    assert!(!same);
}

#[rocket::async_test]
async fn t31_nothing_is_counted_where_limits_are_off() {
    let app = TestApp::start().await;
    for n in 0..=RESENDS {
        ask(&app, n).await.expect(202);
    }
    let counted = app.at_rest().into_iter().filter(|column| column.table == "rate_limits");
    assert!(counted.into_iter().all(|column| column.content.is_empty()));
}

/// To break it: let each face count by itself.
#[rocket::async_test]
async fn t31_letters_are_counted_together_through_whichever_face_they_are_asked_for() {
    let app = limited_and_stopped().await;
    app.loner(JUNE).await;
    let calls: [(&str, Value); RESENDS] = [
        ("/api/v1/password-resets", json!({"email": JUNE})),
        ("/v1/orgs/account-management/request-reset-password", json!({"email": JUNE})),
        ("/api/account/forgotpassword", json!({"email": JUNE})),
        ("/v1/account/reset-password", json!({"email": {"address": JUNE}})),
        ("/v1/auth/forgot-password", json!({"email": JUNE})),
    ];
    let ask = async |client: usize, (path, body): &(&str, Value)| {
        let api = app.anonymous().from(&format!("2001:db8:{client:x}::1"));
        api.send(Method::Post, path, Some(body.to_string())).await
    };
    for (n, call) in calls.iter().enumerate() {
        let answer = ask(n, call).await;
        assert!(matches!(answer.status, 200 | 202), "{}: {}", call.0, answer.text);
    }
    for (n, call) in calls.iter().enumerate() {
        let answer = ask(RESENDS + n, call).await;
        assert_eq!(answer.status, 429, "{}: {}", call.0, answer.text);
    }
}
