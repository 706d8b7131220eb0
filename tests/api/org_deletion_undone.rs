//! Taking the deletion of an org back: by `DELETE /jobs/{id}`, or by "this wasn't me".

use std::time::Duration;

use serde_json::json;

use crate::support::{Answer, PASSWORD, Person, TestApp};

const DAY: Duration = Duration::from_hours(24);
const UNKNOWN: &str = "/jobs/0190c5a8-0000-7000-8000-000000000000";

/// The org is open, and nothing is erased when the time comes.
async fn expect_kept(app: &TestApp, owner: &Person, job: &Answer) {
    let seen = owner.api(app).get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
    assert_eq!(seen.str("/state"), "cancelled");
    app.clock.advance(8 * DAY);
    app.run_jobs().await;
    let again = app.sign_in(&owner.email).await;
    again.api(app).get(&owner.org("/members")).await.expect(200);
}

#[rocket::async_test]
async fn taken_back_everything_is_as_it_was() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    let key = june.bound_api_key(&app, &["org:read"]).await;
    let invitation = app.invitation(&june, "guest@mail.example").await;
    let (_, transfer) = app.ask_to_take_over(&june, &mia).await;
    let job = june.delete_org(&app).await.expect(202);
    june.take_back(&app, &job).await.expect(204);

    for person in [&june, &mia] {
        let me = person.who_am_i(&app).await.expect(200);
        assert_eq!(me.str("/org/id"), june.org_id);
    }
    key.api(&app).get(&june.org("")).await.expect(200);
    app.look(&invitation.shared).await.expect(200);
    app.anonymous().get(&format!("/ownership-transfers/{transfer}")).await.expect(200);
    let letter = app.last_letter_to(&june.email).await;
    assert_eq!(letter.subject, "Acme stays");
    expect_kept(&app, &june, &job).await;
}

#[rocket::async_test]
async fn any_owner_sees_the_job_and_takes_it_back_and_nobody_else_does() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.joiner(&june, "olga@acme.example", "owner").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let eve = app.founder("eve@evil.example", "Evil").await;
    let job = june.delete_org(&app).await.expect(202);
    let path = format!("/jobs/{}", job.str("/id"));
    for person in [&adam, &eve] {
        person.api(&app).get(&path).await.expect_refusal(404, "job_not_found");
        person.take_back(&app, &job).await.expect_refusal(404, "job_not_found");
    }
    app.anonymous().delete(&path).await.expect_refusal(401, "not_signed_in");
    assert_eq!(olga.api(&app).get(&path).await.expect(200).body, job.body);
    olga.take_back(&app, &job).await.expect(204);
    olga.take_back(&app, &job).await.expect_refusal(409, "job_not_scheduled");
    june.take_back(&app, &job).await.expect_refusal(409, "job_not_scheduled");
    june.api(&app).delete(UNKNOWN).await.expect_refusal(404, "job_not_found");
    expect_kept(&app, &june, &job).await;
}

#[rocket::async_test]
async fn a_job_that_is_due_can_not_be_taken_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let job = june.delete_org(&app).await.expect(202);
    app.clock.advance(7 * DAY);
    let june = app.sign_in(&june.email).await;
    june.take_back(&app, &job).await.expect_refusal(409, "job_not_scheduled");
    app.run_jobs().await;
    june.take_back(&app, &job).await.expect_refusal(409, "job_not_scheduled");
}

#[rocket::async_test]
async fn an_earlier_job_is_not_the_one_that_is_open() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let first = june.delete_org(&app).await.expect(202);
    june.take_back(&app, &first).await.expect(204);
    june.delete_org(&app).await.expect(202);
    june.take_back(&app, &first).await.expect_refusal(409, "job_not_scheduled");
    june.api(&app).get(&june.org("")).await.expect_refusal(404, "org_not_found");
}

#[rocket::async_test]
async fn the_deletion_of_an_account_is_taken_back_by_signing_in_alone() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let job = june.delete_account(&app).await.expect(202);
    june.take_back(&app, &job).await.expect_refusal(401, "not_signed_in");
    let june = app.sign_in(&june.email).await;
    june.take_back(&app, &job).await.expect_refusal(409, "job_not_scheduled");
}

#[rocket::async_test]
async fn this_was_not_me_keeps_the_org_and_mails_a_reset() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.delete_org(&app).await.expect(202);
    let not_me = app.last_letter_to(&june.email).await.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(204);
    let sign_in = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(401, "wrong_credentials");
    let reset = app.last_letter_to(&june.email).await.token("reset");
    let path = format!("/password-resets/{reset}");
    app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect(200);
    app.clock.advance(8 * DAY);
    app.run_jobs().await;
    let again = app.sign_in(&june.email).await;
    again.api(&app).get(&june.org("")).await.expect(200);
}

#[rocket::async_test]
async fn an_owner_without_the_second_factor_that_the_org_asks_for_takes_nothing_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.joiner(&june, "olga@acme.example", "owner").await;
    june.turn_two_factor_on(&app).await;
    june.api(&app).patch(&june.org(""), json!({"require_two_factor": true})).await.expect(200);
    olga.delete_org(&app).await.expect_refusal(403, "two_factor_set_up_required");
    let job = june.delete_org(&app).await.expect(202);
    olga.take_back(&app, &job).await.expect_refusal(404, "job_not_found");
    june.take_back(&app, &job).await.expect(204);
}
