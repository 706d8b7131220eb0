//! `DELETE /account`: what it ends at once, what stands in its way, and what comes of it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp};

const DAY: Duration = Duration::from_hours(24);
const JUNE: &str = "june@acme.example";

async fn try_password(app: &TestApp, email: &str) -> crate::support::Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": PASSWORD})).await
}

/// Lets the time for second thoughts pass, and the deletion be done.
async fn wait_until_erased(app: &TestApp) {
    app.clock.advance(7 * DAY);
    app.run_jobs().await;
}

#[rocket::async_test]
async fn deleting_the_account_ends_every_session_and_answers_the_job() {
    let app = TestApp::start().await;
    let here = app.loner(JUNE).await;
    let there = app.sign_in(JUNE).await;
    let job = here.delete_account(&app).await.expect(202);
    assert_eq!((job.str("/kind"), job.str("/state")), ("account_deletion", "scheduled"));
    for session in [&here, &there] {
        session.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
        let refresh = session.api(&app).post_empty("/sessions/current/refresh").await;
        refresh.expect_refusal(401, "not_signed_in");
    }
}

#[rocket::async_test]
async fn it_is_told_by_mail_until_when_it_can_be_taken_back() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    june.delete_account(&app).await.expect(202);
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.subject.contains("will be deleted"), "{}", letter.subject);
    let due = (app.clock.now() + 7 * DAY).strftime("%-d %B %Y").to_string();
    assert!(letter.text.contains(&due), "{}", letter.text);
    assert!(!letter.link("sign-in").is_empty() && !letter.token("not-me").is_empty());
}

#[rocket::async_test]
async fn a_wrong_password_deletes_nothing_and_counts_as_a_guess() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let wrong = || json!({"password": "borrowed violet lantern"});
    for _ in 0..10 {
        june.api(&app).delete_with("/account", wrong()).await.expect_refusal(403, "wrong_password");
    }
    june.api(&app).delete_with("/account", wrong()).await.expect_refusal(429, "rate_limited");
    june.who_am_i(&app).await.expect(200);
    assert_eq!(app.letters_to(JUNE).await.len(), 1, "the activation");
}

#[rocket::async_test]
async fn the_only_owner_of_an_org_is_refused_and_told_which_org() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    june.api(&app).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    let refusal = june.delete_account(&app).await.expect_refusal(409, "sole_owner");
    let names: Vec<&Value> =
        refusal.body["orgs"].as_array().unwrap().iter().map(|org| &org["name"]).collect();
    assert_eq!(names, ["Globex"], "Acme has another owner");
    june.who_am_i(&app).await.expect(200);
    adam.delete_account(&app).await.expect(202);
    let refusal = june.delete_account(&app).await.expect_refusal(409, "sole_owner");
    assert_eq!(refusal.body["orgs"].as_array().unwrap().len(), 2, "who is to be deleted owns nothing");
}

#[rocket::async_test]
async fn who_is_to_be_deleted_does_not_let_the_last_other_owner_go() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    june.delete_account(&app).await.expect(202);
    let myself = adam.org(&format!("/members/{}", adam.id));
    adam.api(&app).delete(&myself).await.expect_refusal(409, "last_owner");
    let demoted = adam.api(&app).patch(&myself, json!({"role": "member"})).await;
    demoted.expect_refusal(409, "last_owner");
    let members = adam.api(&app).get(&adam.org("/members")).await.expect(200);
    let states = members.each("/state");
    assert!(states.contains(&"deleting") && states.contains(&"active"), "{states:?}");
    adam.api(&app).delete(&adam.org(&format!("/members/{}", june.id))).await.expect(204);
}

#[rocket::async_test]
async fn links_and_invitations_of_the_person_are_void_at_once() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    app.joiner(&june, "adam@acme.example", "owner").await;
    let invitation = app.invitation(&june, "mia@acme.example").await;
    app.anonymous().post("/password-resets", json!({"email": JUNE})).await.expect(202);
    let reset = app.last_letter_to(JUNE).await.token("reset");
    app.anonymous().post("/password-resets", json!({"email": JUNE})).await.expect(202);
    june.delete_account(&app).await.expect(202);
    for token in [&invitation.mailed, &invitation.shared] {
        app.look(token).await.expect_refusal(410, "invitation_revoked");
    }
    app.anonymous().get(&format!("/password-resets/{reset}")).await.expect_refusal(410, "token_spent");
    let letters = app.letters_to(JUNE).await;
    let resets = letters.iter().filter(|letter| letter.text.contains("/reset?")).count();
    assert_eq!(resets, 1, "a letter whose link is void does not go out any more");
}

#[rocket::async_test]
async fn the_address_stays_the_persons_until_they_are_erased() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    june.delete_account(&app).await.expect(202);
    let body = json!({"email": JUNE, "password": PASSWORD, "name": "Eve Low"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains("have an account"), "{}", letter.text);
    wait_until_erased(&app).await;
    let again = app.loner(JUNE).await;
    assert_ne!(again.id, june.id);
}

#[rocket::async_test]
async fn after_the_time_for_second_thoughts_the_person_is_gone() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    adam.delete_account(&app).await.expect(202);
    wait_until_erased(&app).await;
    try_password(&app, &adam.email).await.expect_refusal(401, "wrong_credentials");
    let june = app.sign_in(JUNE).await;
    let members = june.api(&app).get(&june.org("/members")).await.expect(200);
    assert_eq!(members.each("/user/email/address"), [JUNE]);
    let last = app.last_letter_to(&adam.email).await;
    assert!(last.subject.contains("is deleted"), "{}", last.subject);
    app.anonymous().post("/password-resets", json!({"email": adam.email})).await.expect(202);
    assert_eq!(app.last_letter_to(&adam.email).await.subject, last.subject, "nobody to write to");
}

#[rocket::async_test]
async fn nothing_is_erased_before() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    june.delete_account(&app).await.expect(202);
    app.clock.advance((7 * DAY).saturating_sub(Duration::from_micros(1)));
    app.run_jobs().await;
    assert_eq!(app.sign_in(JUNE).await.id, june.id);
}

#[rocket::async_test]
async fn how_long_it_can_be_taken_back_is_a_setting() {
    let app = TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = DAY).await;
    let june = app.loner(JUNE).await;
    june.delete_account(&app).await.expect(202);
    app.clock.advance(DAY);
    app.run_jobs().await;
    try_password(&app, JUNE).await.expect_refusal(401, "wrong_credentials");
}

/// The last owner can't have come to be one by the API; whatever way it was, the org keeps them.
#[rocket::async_test]
async fn whoever_has_come_to_be_an_only_owner_meanwhile_stays_and_is_told() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    let job = june.delete_account(&app).await.expect(202);
    app.step_down_unasked(&adam).await;
    wait_until_erased(&app).await;
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.subject.contains("could not be deleted"), "{}", letter.subject);
    assert!(letter.text.contains("- Acme"), "{}", letter.text);
    let june = app.sign_in(JUNE).await;
    let job = june.api(&app).get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
    assert_eq!((job.str("/state"), job.str("/error")), ("failed", "sole_owner"));
    let account = june.api(&app).get("/account").await.expect(200);
    assert_eq!((account.str("/state"), account.str("/state_error")), ("active", "sole_owner"));
    // The next thing that becomes of the account is told in its place.
    june.api(&app)
        .patch(&june.org(&format!("/members/{}", adam.id)), json!({"role": "owner"}))
        .await
        .expect(200);
    june.delete_account(&app).await.expect(202);
    let june = app.sign_in(JUNE).await;
    assert!(june.api(&app).get("/account").await.expect(200).body["state_error"].is_null());
}
