//! `DELETE /orgs/{id}`: what it closes at once, who may ask for it, and what comes of it.

use std::time::Duration;

use serde_json::json;

use crate::support::{PASSWORD, Person, TestApp};

const DAY: Duration = Duration::from_hours(24);

/// An org with two owners and a member.
async fn acme(app: &TestApp) -> (Person, Person, Person) {
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.joiner(&june, "olga@acme.example", "owner").await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    (june, olga, mia)
}

/// Lets the time for second thoughts pass, and the deletion be done.
async fn wait_until_erased(app: &TestApp) {
    app.clock.advance(7 * DAY);
    app.run_jobs().await;
}

#[rocket::async_test]
async fn deleting_an_org_answers_the_job_and_its_members_find_it_no_more() {
    let app = TestApp::start().await;
    let (june, olga, mia) = acme(&app).await;
    let job = june.delete_org(&app).await.expect(202);
    assert_eq!((job.str("/kind"), job.str("/state")), ("org_deletion", "scheduled"));
    assert_eq!(
        job.body["steps"].as_array().unwrap().iter().map(|step| &step["name"]).collect::<Vec<_>>(),
        ["close_org", "wait_for_second_thoughts", "erase_history", "erase_org"]
    );
    for person in [&june, &olga, &mia] {
        let api = person.api(&app);
        for path in ["", "/members", "/invitations", "/audit"] {
            api.get(&person.org(path)).await.expect_refusal(404, "org_not_found");
        }
        api.patch(&person.org(""), json!({"country": "DE"})).await.expect_refusal(404, "org_not_found");
        assert!(api.get("/orgs").await.expect(200).items().is_empty());
        let me = person.who_am_i(&app).await.expect(200);
        assert!(me.body["org"].is_null() && me.body["role"].is_null(), "{}", me.text);
    }
    olga.delete_org(&app).await.expect_refusal(404, "org_not_found");
}

#[rocket::async_test]
async fn nothing_leads_into_an_org_that_is_closed() {
    let app = TestApp::start().await;
    let (june, _, mia) = acme(&app).await;
    let bound = june.bound_api_key(&app, &["org:read"]).await;
    let unbound = june.api_key(&app, &["org:read"]).await;
    for key in [&bound, &unbound] {
        key.api(&app).get(&june.org("")).await.expect(200);
    }
    let invitation = app.invitation(&june, "guest@mail.example").await;
    let (_, transfer) = app.ask_to_take_over(&june, &mia).await;
    june.delete_org(&app).await.expect(202);

    bound.api(&app).get(&june.org("")).await.expect_refusal(401, "not_signed_in");
    unbound.api(&app).get(&june.org("")).await.expect_refusal(404, "org_not_found");
    for token in [&invitation.mailed, &invitation.shared] {
        app.look(token).await.expect_refusal(410, "org_gone");
        app.sign_up_invited(&invitation.email, token).await.expect_refusal(410, "org_gone");
    }
    let accept = format!("/ownership-transfers/{transfer}/accept");
    mia.api(&app).post_empty(&accept).await.expect_refusal(410, "org_gone");
    let act = json!({"org_id": june.org_id});
    mia.api(&app).put("/sessions/current/org", act).await.expect_refusal(404, "org_not_found");
    let signed_in = app.sign_in(&mia.email).await;
    assert!(signed_in.who_am_i(&app).await.expect(200).body["org"].is_null());
}

#[rocket::async_test]
async fn its_owners_alone_may_and_only_with_their_password() {
    let app = TestApp::start().await;
    let (june, _, mia) = acme(&app).await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    for person in [&mia, &adam] {
        person.delete_org(&app).await.expect_refusal(403, "role_too_low");
    }
    let path = june.org("");
    let body = || json!({"password": PASSWORD});
    stranger.api(&app).delete_with(&path, body()).await.expect_refusal(404, "org_not_found");
    let wrong = json!({"password": "borrowed violet lantern"});
    june.api(&app).delete_with(&path, wrong).await.expect_refusal(403, "wrong_password");
    june.api(&app).delete_with(&path, json!({})).await.expect_refusal(422, "invalid_values");
    june.who_am_i(&app).await.expect(200);
    june.api(&app).get(&path).await.expect(200);
}

#[rocket::async_test]
async fn every_owner_is_told_and_who_asked_can_say_that_it_was_somebody_else() {
    let app = TestApp::start().await;
    let (june, olga, mia) = acme(&app).await;
    let before = app.letters_to(&mia.email).await.len();
    let job = june.delete_org(&app).await.expect(202);
    let due = (app.clock.now() + 7 * DAY).strftime("%-d %B %Y").to_string();
    for owner in [&june, &olga] {
        let letter = app.last_letter_to(&owner.email).await;
        assert_eq!(letter.subject, "Acme will be deleted");
        assert!(letter.text.contains(&due) && letter.text.contains("/jobs/"), "{}", letter.text);
        assert!(letter.text.contains(job.str("/id")), "{}", letter.text);
        assert_eq!(letter.text.contains("/not-me?"), owner.id == june.id, "{}", letter.text);
    }
    assert_eq!(app.letters_to(&mia.email).await.len(), before);
}

#[rocket::async_test]
async fn after_the_time_for_second_thoughts_the_org_is_gone_and_its_people_stay() {
    let app = TestApp::start().await;
    let (june, olga, mia) = acme(&app).await;
    let invitation = app.invitation(&june, "guest@mail.example").await;
    let (_, transfer) = app.ask_to_take_over(&june, &mia).await;
    let bound = olga.bound_api_key(&app, &["org:read"]).await;
    let job = june.delete_org(&app).await.expect(202);
    wait_until_erased(&app).await;

    let seen = app.sign_in(&june.email).await.api(&app).get(&format!("/jobs/{}", job.str("/id"))).await;
    assert_eq!(seen.expect(200).str("/state"), "completed");
    for person in [&june, &olga, &mia] {
        let person = app.sign_in(&person.email).await;
        assert!(person.api(&app).get("/orgs").await.expect(200).items().is_empty());
        assert!(person.api(&app).get("/account/api-keys").await.expect(200).items().is_empty());
    }
    bound.api(&app).get(&june.org("")).await.expect_refusal(401, "not_signed_in");
    for token in [&invitation.mailed, &invitation.shared] {
        app.look(token).await.expect_refusal(410, "token_spent");
    }
    let look = app.anonymous().get(&format!("/ownership-transfers/{transfer}")).await;
    look.expect_refusal(410, "token_spent");
    for owner in [&june, &olga] {
        let last = app.letters_to(&owner.email).await;
        assert!(last.iter().any(|letter| letter.subject == "Acme is deleted"), "{}", owner.email);
    }
}

#[rocket::async_test]
async fn nothing_is_erased_before() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.founder("june@acme.example", "Acme").await;
    let job = june.delete_org(&app).await.expect(202);
    app.clock.advance((7 * DAY).saturating_sub(Duration::from_micros(1)));
    app.run_jobs().await;
    let june = Person { org_id: june.org_id, ..app.sign_in(&june.email).await };
    june.take_back(&app, &job).await.expect(204);
    june.api(&app).get(&june.org("")).await.expect(200);
}

#[rocket::async_test]
async fn the_owner_of_an_org_that_is_closed_can_delete_their_account() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.delete_account(&app).await.expect_refusal(409, "sole_owner");
    june.delete_org(&app).await.expect(202);
    june.delete_account(&app).await.expect(202);
    wait_until_erased(&app).await;
    let sign_in = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(401, "wrong_credentials");
}
