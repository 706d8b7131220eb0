//! T10, T11, T15, T16, T27 and T33 where an account is deleted: no org loses its last owner by it, nothing of the
//! person works any more, and nobody deletes what is another's.

use std::time::Duration;

use rocket::futures::future::join;
use serde_json::json;

use crate::support::{Answer, MANY, PASSWORD, Person, ROUNDS, TestApp, at_once, count};

const GRACE: Duration = Duration::from_hours(7 * 24);

/// Two owners of an org.
async fn owners(app: &TestApp, round: usize) -> (Person, Person) {
    let june = app.founder(&format!("june{round}@acme.example"), "Acme").await;
    let adam = app.joiner(&june, &format!("adam{round}@acme.example"), "owner").await;
    (june, adam)
}

#[track_caller]
fn assert_one_stays(first: &Answer, second: &Answer, codes: [&str; 2]) {
    let refused = [first, second].into_iter().filter(|answer| answer.status == 409).collect::<Vec<_>>();
    assert_eq!(refused.len(), 1, "{} {}", first.text, second.text);
    assert!(codes.contains(&refused[0].str("/code")), "{}", refused[0].text);
}

/// Broken: whoever is to be deleted counted as an owner.
#[rocket::async_test]
async fn t10_of_two_owners_who_delete_their_accounts_at_once_one_stays() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let (june, adam) = owners(&app, round).await;
        let (first, second) = join(june.delete_account(&app), adam.delete_account(&app)).await;
        assert_one_stays(&first, &second, ["sole_owner"; 2]);
    }
    app.clock.advance(GRACE);
    app.run_jobs().await;
    for round in 0..ROUNDS {
        let mut left = Vec::new();
        for who in ["june", "adam"] {
            let body = json!({"email": format!("{who}{round}@acme.example"), "password": PASSWORD});
            let signed_in = app.anonymous().post("/sessions", body).await;
            if signed_in.status == 201 {
                assert_eq!(signed_in.body["orgs"][0]["role"], "owner");
                left.push(who);
            }
        }
        assert_eq!(left.len(), 1, "{left:?}");
    }
}

/// Broken: whoever is to be deleted counted as an owner where others leave or step down.
#[rocket::async_test]
async fn t10_of_an_owner_who_deletes_the_account_and_one_who_goes_at_once_one_stays() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let (june, adam) = owners(&app, round).await;
        let myself = adam.org(&format!("/members/{}", adam.id));
        let go = async {
            match round % 2 {
                0 => adam.api(&app).delete(&myself).await,
                _ => adam.api(&app).patch(&myself, json!({"role": "member"})).await,
            }
        };
        let (first, second) = Box::pin(join(june.delete_account(&app), go)).await;
        assert_one_stays(&first, &second, ["sole_owner", "last_owner"]);
    }
}

/// Broken: the session that asked went on; then, all others did; then, links and challenges stayed good; then, API
/// keys did.
#[rocket::async_test]
async fn t15_nothing_of_a_person_who_asked_for_deletion_works_on_its_next_use() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let device = june.turn_two_factor_on(&app).await;
    let sign_in = json!({"email": june.email, "password": PASSWORD});
    let challenge = app.anonymous().post("/sessions", sign_in.clone()).await.expect(401);
    let elsewhere = json!({"challenge": challenge.str("/challenge"), "code": device.code(&app)});
    let elsewhere = app.anonymous().post("/sessions/two-factor", elsewhere).await.expect(201);
    app.clock.advance(Duration::from_mins(1));
    let half = app.anonymous().post("/sessions", sign_in).await.expect(401);
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    june.who_am_i(&app).await.expect(200);
    let key = june.api_key(&app, &["account:read"]).await;
    key.api(&app).get("/account").await.expect(200);
    june.delete_account(&app).await.expect(202);

    key.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
    for token in [june.token.as_str(), elsewhere.str("/token")] {
        app.bearer(token).get("/sessions/current").await.expect_refusal(401, "not_signed_in");
        let refresh = app.bearer(token).post_empty("/sessions/current/refresh").await;
        refresh.expect_refusal(401, "not_signed_in");
    }
    let body = json!({"challenge": half.str("/challenge"), "code": device.code(&app)});
    app.anonymous().post("/sessions/two-factor", body).await.expect_refusal(410, "token_spent");
    let path = format!("/password-resets/{reset}");
    app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect_refusal(410, "token_spent");
}

/// Broken: links were spent neither when the deletion was asked for nor when it was done.
#[rocket::async_test]
async fn t15_what_was_an_erased_persons_opens_nothing_of_whoever_has_the_address_next() {
    let grace = Duration::from_mins(10);
    let app = TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = grace).await;
    let olga = app.founder("olga@acme.example", "Acme").await;
    let june = app.joiner(&olga, "june@mail.example", "admin").await;
    let keys = [june.api_key(&app, &["account:read"]).await, june.bound_api_key(&app, &["org:read"]).await];
    let invitation = app.invitation(&june, "guest@mail.example").await;
    let (_, transfer) = app.ask_to_take_over(&olga, &june).await;
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    let job = june.delete_account(&app).await.expect(202);
    app.clock.advance(grace);
    app.run_jobs().await;

    let body = json!({"email": june.email, "password": "seventeen patient magpies", "name": "June Low"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.activate(&june.email).await;
    for credential in [&june.token, &keys[0].secret, &keys[1].secret] {
        let api = app.bearer(credential);
        api.get("/sessions/current").await.expect_refusal(401, "not_signed_in");
        api.get("/account").await.expect_refusal(401, "not_signed_in");
        api.get(&olga.org("")).await.expect_refusal(401, "not_signed_in");
    }
    let password = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", password).await.expect_refusal(401, "wrong_credentials");
    let look = app.anonymous().get(&format!("/password-resets/{reset}")).await;
    look.expect_refusal(410, "token_spent");
    for token in [&invitation.mailed, &invitation.shared] {
        app.look(token).await.expect_refusal(410, "token_spent");
    }
    let look = app.anonymous().get(&format!("/ownership-transfers/{transfer}")).await;
    look.expect_refusal(410, "token_spent");
    // The token that asked for it reads how it went, and nothing else.
    let done = june.api(&app).get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
    assert_eq!(done.str("/state"), "completed");
}

/// Broken: taking a deletion back did not look at whether it had been before.
#[rocket::async_test]
async fn t11_of_many_who_sign_in_at_once_one_takes_the_deletion_back() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let june = app.loner(&format!("june{round}@acme.example")).await;
        let job = june.delete_account(&app).await.expect(202);
        let (app, email) = (&app, june.email.as_str());
        let body = || json!({"email": email, "password": PASSWORD});
        let answers = at_once(|_| async move { app.anonymous().post("/sessions", body()).await }).await;
        assert_eq!(count(&answers, 201), MANY, "round {round}");
        let told = app.letters_to(email).await;
        let told = told.iter().filter(|letter| letter.subject.contains("stays")).count();
        assert_eq!(told, 1, "round {round}");
        let june = app.bearer(answers[0].str("/token"));
        let job = june.get(&format!("/jobs/{}", job.str("/id"))).await.expect(200);
        assert_eq!(job.str("/state"), "cancelled", "round {round}");
    }
}

/// Broken: a link that was good when the person was erased still was.
#[rocket::async_test]
async fn t16_no_link_outlives_the_person() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    june.delete_account(&app).await.expect(202);
    let not_me = app.last_letter_to(&june.email).await.token("not-me");
    app.clock.advance(GRACE.saturating_sub(Duration::from_mins(1)));
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    app.clock.advance(Duration::from_mins(1));
    app.run_jobs().await;
    let path = format!("/password-resets/{reset}");
    app.anonymous().get(&path).await.expect_refusal(410, "token_spent");
    app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect_refusal(410, "token_spent");
    app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(410);
}

/// Broken: a proof of the mailbox left the deletion standing.
#[rocket::async_test]
async fn t27_whoever_used_an_address_first_does_not_delete_its_owners_account() {
    for disowned in [false, true] {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let shared = app.invite_by_link(&june, "victim@mail.example", "member").await;
        app.sign_up_invited("victim@mail.example", &shared).await.expect(201);
        let not_me = app.last_letter_to("victim@mail.example").await.token("not-me");
        let eve = app.sign_in("victim@mail.example").await;
        eve.delete_account(&app).await.expect(202);
        if disowned {
            app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(204);
        }
        let body = json!({"email": eve.email, "password": "seventeen patient magpies", "name": "Vera Low"});
        app.anonymous().post("/sign-up", body).await.expect(201);
        let activated = app.last_letter_to(&eve.email).await.token("activate");
        app.anonymous().post("/activation", json!({"token": activated})).await.expect(200);
        app.clock.advance(GRACE);
        app.run_jobs().await;
        let body = json!({"email": eve.email, "password": "seventeen patient magpies"});
        let vera = app.anonymous().post("/sessions", body).await.expect(201);
        assert_eq!(vera.str("/user/id"), eve.id, "the account went over to its owner, and stays");
    }
}

/// Broken: a job was looked up without asking whose it is.
#[rocket::async_test]
async fn t33_a_job_is_its_askers_alone() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let adam = app.founder("adam@acme.example", "Acme").await;
    let job = june.delete_account(&app).await.expect(202);
    let path = format!("/jobs/{}", job.str("/id"));
    adam.api(&app).get(&path).await.expect_refusal(404, "job_not_found");
    app.anonymous().get(&path).await.expect_refusal(401, "not_signed_in");
}
