//! What is over is forgotten, and nothing else is.

use std::time::Duration;

use gatepost::domain::machine::housekeeping::{Swept, sweep};
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp};

const DAY: Duration = Duration::from_hours(24);
const MOMENT: Duration = Duration::from_micros(1);
const JUNE: &str = "june@acme.example";

async fn sweep_now(app: &TestApp) -> Swept {
    sweep(&app.app).await.expect("the database answers")
}

async fn use_letter(app: &TestApp, token: &str) -> Answer {
    app.anonymous().post("/activation", json!({"token": token})).await
}

#[rocket::async_test]
async fn what_is_in_use_is_kept() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let invitation = app.invitation(&june, "adam@acme.example").await;
    let body = json!({"email": "mia@acme.example", "password": PASSWORD, "name": "Mia"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    assert_eq!(sweep_now(&app).await, Swept::default());
    june.who_am_i(&app).await.expect(200);
    app.look(&invitation.mailed).await.expect(200);
    app.activate("mia@acme.example").await;
}

#[rocket::async_test]
async fn a_spent_token_says_so_for_thirty_days_and_is_unknown_then() {
    let app = TestApp::start().await;
    app.clock.stop();
    let body = json!({"email": JUNE, "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let token = app.last_letter_to(JUNE).await.token("activate");
    use_letter(&app, &token).await.expect(200);
    // It would have expired after two days.
    app.clock.advance(32 * DAY);
    sweep_now(&app).await;
    use_letter(&app, &token).await.expect_refusal(410, "token_spent");
    app.clock.advance(MOMENT);
    let swept = sweep_now(&app).await;
    assert_eq!(swept.tokens, 2, "to activate, and to say that it was not me");
    use_letter(&app, &token).await.expect_refusal(404, "token_unknown");
}

#[rocket::async_test]
async fn a_dead_invitation_says_why_for_thirty_days_and_is_unknown_then() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.founder(JUNE, "Acme").await;
    let expired = app.invitation(&june, "adam@acme.example").await;
    let revoked = app.invitation(&june, "mia@acme.example").await;
    june.api(&app).delete(&june.org(&format!("/invitations/{}", revoked.id))).await.expect(204);
    app.clock.advance(37 * DAY);
    sweep_now(&app).await;
    app.look(&expired.mailed).await.expect_refusal(410, "token_expired");
    app.look(&revoked.mailed).await.expect_refusal(410, "invitation_revoked");
    app.clock.advance(MOMENT);
    sweep_now(&app).await;
    for token in [&expired.mailed, &expired.shared, &revoked.mailed, &revoked.shared] {
        app.look(token).await.expect_refusal(404, "token_unknown");
    }
    let june = app.sign_in(JUNE).await;
    let list = june.api(&app).get(&june.org("/invitations")).await.expect(200);
    assert_eq!(list.items().len(), 2, "the org still sees whom it invited");
}

#[rocket::async_test]
async fn sessions_that_ended_or_rest_too_long_go_and_live_ones_stay() {
    let app = TestApp::start().await;
    app.clock.stop();
    let ended = app.loner(JUNE).await;
    ended.api(&app).delete("/sessions/current").await.expect(204);
    app.clock.advance(DAY);
    assert_eq!(sweep_now(&app).await.sessions, 0, "kept for a day");
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.sessions, 1);
    let refresh = ended.api(&app).post_empty("/sessions/current/refresh").await;
    refresh.expect_refusal(401, "not_signed_in");

    let resting = app.sign_in(JUNE).await;
    app.clock.advance(29 * DAY);
    let live = app.sign_in(JUNE).await;
    app.clock.advance(DAY + MOMENT);
    assert_eq!(sweep_now(&app).await.sessions, 1);
    let refresh = resting.api(&app).post_empty("/sessions/current/refresh").await;
    refresh.expect_refusal(401, "not_signed_in");
    live.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
}

#[rocket::async_test]
async fn a_sign_up_whose_letter_was_never_used_leaves_nothing_behind() {
    let app = TestApp::start().await;
    app.clock.stop();
    let body = json!({"email": JUNE, "password": PASSWORD, "name": "June Doe", "org": {"name": "Acme"}});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let token = app.last_letter_to(JUNE).await.token("activate");
    app.clock.advance(30 * DAY);
    assert_eq!(sweep_now(&app).await.sign_ups, 0);
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.sign_ups, 1);
    use_letter(&app, &token).await.expect_refusal(410, "token_expired");
    let june = app.founder(JUNE, "Globex").await;
    assert_eq!(june.api(&app).get("/orgs").await.each("/name"), ["Globex"]);
}

#[rocket::async_test]
async fn delivered_letters_are_forgotten_after_thirty_days_and_waiting_ones_are_not() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.founder(JUNE, "Acme").await;
    app.clock.advance(30 * DAY);
    assert_eq!(sweep_now(&app).await.letters, 0);
    app.clock.advance(MOMENT);
    let june = app.sign_in(&june.email).await;
    let body = json!({"email": "adam@acme.example", "role": "member"});
    june.api(&app).post(&june.org("/invitations"), body).await.expect(201);
    assert_eq!(sweep_now(&app).await.letters, 1, "the activation");
    app.last_letter_to("adam@acme.example").await;
}

#[rocket::async_test]
async fn a_finished_job_is_told_for_thirty_days_and_one_that_waits_for_good() {
    let app = TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = 40 * DAY).await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let taken_back = june.delete_account(&app).await.expect(202);
    let adam = app.loner("adam@acme.example").await;
    adam.delete_account(&app).await.expect(202);
    let june = app.sign_in(JUNE).await;
    app.clock.advance(30 * DAY);
    assert_eq!(sweep_now(&app).await.jobs, 0);
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.jobs, 1);
    let june = app.sign_in(&june.email).await;
    let path = format!("/jobs/{}", taken_back.str("/id"));
    june.api(&app).get(&path).await.expect_refusal(404, "job_not_found");
    app.clock.advance(11 * DAY);
    app.run_jobs().await;
    assert!(app.last_letter_to(&adam.email).await.subject.contains("is deleted"));
}

#[rocket::async_test]
async fn from_where_a_visitor_acted_is_forgotten_after_ninety_days_and_a_person_is_not() {
    let app = TestApp::start().await;
    app.clock.stop();
    app.loner(JUNE).await;
    app.clock.advance(90 * DAY);
    assert_eq!(sweep_now(&app).await.visitors, 0);
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.visitors, 1, "the sign-up; June has activated and signed in as herself");
}

#[rocket::async_test]
async fn attempts_are_forgotten_once_they_limit_nobody_any_more() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    app.clock.stop();
    app.anonymous().post("/activation/resend", json!({"email": JUNE})).await.expect(202);
    app.clock.advance(Duration::from_mins(12).saturating_sub(MOMENT));
    assert_eq!(sweep_now(&app).await.rate_limits, 0);
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.rate_limits, 1);
}

#[rocket::async_test]
async fn a_change_of_address_is_kept_while_it_can_be_undone() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let links = app.ask_for_address(&june, "june@globex.example").await;
    app.clock.advance(DAY.saturating_sub(MOMENT));
    links.complete(&app).await;
    let undo = app.last_letter_to(JUNE).await.token("not-me");
    app.clock.advance((7 * DAY).saturating_sub(MOMENT));
    assert_eq!(sweep_now(&app).await.email_changes, 0);
    app.anonymous().post_empty(&format!("/not-me/{undo}")).await.expect(204);
    app.clock.advance(2 * MOMENT);
    assert_eq!(sweep_now(&app).await.email_changes, 0);
    app.clock.advance(MOMENT);
    assert_eq!(sweep_now(&app).await.email_changes, 1);
}

#[rocket::async_test]
async fn one_sweep_forgets_more_than_a_batch() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    for part in 0..3 {
        let invitations: Vec<Value> = (0..200)
            .map(|which| json!({"email": format!("p{part}-{which}@acme.example"), "role": "member"}))
            .collect();
        let body = json!({"invitations": invitations});
        june.api(&app).post(&june.org("/invitations"), body).await.expect(201);
    }
    app.clock.advance(38 * DAY);
    assert_eq!(sweep_now(&app).await.tokens, 1202, "two of each invitation, two of the sign-up");
    assert_eq!(sweep_now(&app).await.tokens, 0);
}
