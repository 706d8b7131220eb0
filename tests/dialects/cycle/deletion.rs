//! deleteAccount, and the job it answers.

use std::time::Duration;

use rocket::http::Method;

use super::{expect_failure, load, short};
use crate::support::{Answer, Person, TestApp};

async fn look(app: &TestApp, bearer: &str, job: &str) -> Answer {
    app.bearer(bearer).send(Method::Get, &format!("/v1/jobs/{job}"), None).await
}

async fn deleted(app: &TestApp, person: &Person) -> String {
    let begun = load("c1_delete_account").with("token", &person.token).send(app).await.matches();
    begun.str("/data/job/id").to_owned()
}

#[rocket::async_test]
async fn the_account_is_deleted_at_once_and_the_bearer_that_asked_reads_the_job() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let other = app.sign_in(&june.email).await;
    let job = deleted(&app, &june).await;
    for token in [&june.token, &other.token] {
        let gone = app.bearer(token).send(Method::Get, "/v1/account", None).await;
        expect_failure(&gone, 401, "401.auth-invalid");
    }
    let shown = load("c3_job").with("token", &june.token).with("job", &job).with("account", &short(&june.id));
    shown.send(&app).await.matches();
    load("c3_job_by_another").with("token", &other.token).with("job", &job).send(&app).await.matches();
    assert!(app.last_letter_to(&june.email).await.subject.contains("will be deleted"));
    // Whoever signs in takes it back, as ever, and reads the job as their own.
    let back = app.sign_in(&june.email).await;
    load("c1_get_account").with("token", &back.token).send(&app).await.matches();
    look(&app, &back.token, &job).await.expect(200);
}

#[rocket::async_test]
async fn the_only_owner_of_a_hub_stays() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    load("c1_delete_sole_owner").with("token", &june.token).send(&app).await.matches();
    let key = june.api_key(&app, &["account:read", "account:update"]).await;
    load("c1_delete_by_key").with("token", &key.secret).send(&app).await.matches();
    june.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn an_account_tells_why_it_was_not_deleted() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    let job = deleted(&app, &june).await;
    app.step_down_unasked(&adam).await;
    app.clock.advance(Duration::from_hours(7 * 24));
    app.run_jobs().await;
    let june = app.sign_in(&june.email).await;
    load("c1_get_account_not_deleted").with("token", &june.token).send(&app).await.matches();
    let failed = look(&app, &june.token, &job).await.expect(200);
    assert_eq!(failed.str("/data/state/current"), "error");
    assert_eq!(failed.str("/data/tasks/0/state/current"), "error");
    assert!(!failed.str("/data/state/error/message").is_empty());
}

#[rocket::async_test]
async fn a_job_is_shown_to_whoever_asked_for_it_alone() {
    let app = TestApp::start().await;
    let (june, adam) = (app.loner("june@acme.example").await, app.loner("adam@mail.example").await);
    let key = adam.api_key(&app, &["account:read"]).await;
    let job = deleted(&app, &june).await;
    load("c3_job_unknown").with("token", &adam.token).with("job", &job).send(&app).await.matches();
    for id in ["000000000000000000000000", "string", &job[..23], &format!("{job}0")] {
        load("c3_job_unknown").with("token", &adam.token).with("job", id).send(&app).await.matches();
        // Who calls is judged before what they ask for.
        expect_failure(&look(&app, "garbage", id).await, 401, "401.auth-invalid");
    }
    look(&app, &june.token, &job.to_uppercase()).await.expect(200);
    expect_failure(&look(&app, &key.secret, &job).await, 403, "403.not-allowed");
    expect_failure(&app.anonymous().send(Method::Get, "/v1/jobs", None).await, 404, "404.uri");
}
