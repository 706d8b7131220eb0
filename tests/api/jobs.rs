//! `/jobs/{id}`: who may read it, how far it is, and what a crash leaves.

use std::time::Duration;

use gatepost::store::queries::jobs;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

const DAY: Duration = Duration::from_hours(24);
const JUNE: &str = "june@acme.example";
const UNKNOWN: &str = "0190c5a8-0000-7000-8000-000000000000";

async fn look(app: &TestApp, reader: &Person, id: &str) -> Answer {
    reader.api(app).get(&format!("/jobs/{id}")).await
}

fn steps(job: &Answer) -> Vec<(&str, &str)> {
    let steps = job.body["steps"].as_array().unwrap();
    steps.iter().map(|step| (step["name"].as_str().unwrap(), step["state"].as_str().unwrap())).collect()
}

#[rocket::async_test]
async fn a_job_tells_how_far_it_is() {
    let app = TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = DAY / 2).await;
    let june = app.loner(JUNE).await;
    let job = june.delete_account(&app).await.expect(202);
    let members = [
        "caption",
        "created_at",
        "due_at",
        "error",
        "finished_at",
        "id",
        "kind",
        "started_at",
        "state",
        "steps",
    ];
    assert_eq!(job.members(), members);
    for pointer in ["/caption", "/steps/0/caption", "/steps/0/description"] {
        assert!(!job.str(pointer).is_empty(), "{pointer}");
    }
    let id = job.str("/id");
    assert_eq!(look(&app, &june, id).await.expect(200).body, job.body);
    assert_eq!(
        steps(&job),
        [
            ("sign_out", "completed"),
            ("wait_for_second_thoughts", "running"),
            ("erase_history", "waiting"),
            ("erase_account", "waiting")
        ]
    );
    assert!(job.body["started_at"].is_null() && job.body["finished_at"].is_null());
    app.clock.advance(DAY / 2);
    app.run_jobs().await;
    let done = look(&app, &june, id).await.expect(200);
    assert_eq!(done.str("/state"), "completed");
    assert!(steps(&done).iter().all(|(_, state)| *state == "completed"), "{}", done.text);
    assert!(
        done.str("/started_at") >= job.str("/due_at") && done.str("/finished_at") >= done.str("/started_at")
    );
    // Not a step earlier: a job that is over is not taken up again.
    let until_job_is_done = "SELECT CAST(j.finished_at - s.finished_at AS TEXT) FROM jobs j
        JOIN job_steps s ON s.job_id = j.id WHERE s.step = 'erase_account'";
    assert_eq!(app.look_up(until_job_is_done), "0", "it ends with its last step");
}

#[rocket::async_test]
async fn the_token_that_asked_reads_its_job_and_nothing_else() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let elsewhere = app.sign_in(JUNE).await;
    let adam = app.loner("adam@acme.example").await;
    let job = june.delete_account(&app).await.expect(202);
    let others = adam.delete_account(&app).await.expect(202);
    let id = job.str("/id");
    look(&app, &june, id).await.expect(200);
    for other in [others.str("/id"), UNKNOWN] {
        look(&app, &june, other).await.expect_refusal(401, "not_signed_in");
    }
    look(&app, &elsewhere, id).await.expect_refusal(401, "not_signed_in");
    for path in ["/account", "/sessions", "/sessions/current", "/orgs", "/account/logins"] {
        june.api(&app).get(path).await.expect_refusal(401, "not_signed_in");
    }
    june.delete_account(&app).await.expect_refusal(401, "not_signed_in");
    app.clock.advance(DAY);
    look(&app, &june, id).await.expect_refusal(401, "session_expired");
}

#[rocket::async_test]
async fn a_token_that_was_replaced_before_reads_nothing() {
    let app = TestApp::start().await;
    let before = app.loner(JUNE).await;
    let next = before.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    let june = Person { token: next.str("/token").to_owned(), ..before.clone() };
    let job = june.delete_account(&app).await.expect(202);
    look(&app, &june, job.str("/id")).await.expect(200);
    look(&app, &before, job.str("/id")).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn nobody_else_learns_that_a_job_is_there() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let adam = app.loner("adam@acme.example").await;
    let job = june.delete_account(&app).await.expect(202);
    for id in [job.str("/id"), UNKNOWN] {
        look(&app, &adam, id).await.expect_refusal(404, "job_not_found");
        app.anonymous().get(&format!("/jobs/{id}")).await.expect_refusal(401, "not_signed_in");
    }
}

#[rocket::async_test]
async fn a_job_that_somebody_died_over_is_taken_up_again_once_the_claim_is_over() {
    let app = TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = DAY / 2).await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let job = june.delete_account(&app).await.expect(202);
    app.clock.advance(DAY / 2);
    let (now, lease) = (app.clock.now(), Duration::from_mins(5));
    let claimed = app.app.store.write(move |tx| jobs::claim_due(tx, now, now + lease)).await.unwrap();
    assert_eq!(claimed.unwrap().id.to_string(), job.str("/id"));
    app.run_jobs().await;
    assert_eq!(look(&app, &june, job.str("/id")).await.expect(200).str("/state"), "running");
    app.clock.advance(lease);
    app.run_jobs().await;
    assert_eq!(look(&app, &june, job.str("/id")).await.expect(200).str("/state"), "completed");
    let letters = app.letters_to(JUNE).await;
    assert_eq!(letters.iter().filter(|letter| letter.subject.contains("is deleted")).count(), 1);
}

#[rocket::async_test]
async fn two_who_run_the_jobs_at_once_do_each_of_them_once() {
    let app = TestApp::start().await;
    let mut people = Vec::new();
    for which in 0..8 {
        let person = app.loner(&format!("june{which}@acme.example")).await;
        person.delete_account(&app).await.expect(202);
        people.push(person);
    }
    app.clock.advance(7 * DAY);
    rocket::futures::future::join_all((0..4).map(|_| app.run_jobs())).await;
    for person in people {
        let body = json!({"email": person.email, "password": crate::support::PASSWORD});
        app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
        let letters = app.letters_to(&person.email).await;
        let last: Vec<Value> = letters.iter().map(|letter| Value::from(letter.subject.as_str())).collect();
        assert_eq!(last.len(), 1, "{last:?}");
    }
}
