//! T15 where things happen at once: a call that is under way while its session ends leaves nothing that outlives the
//! session.

use std::num::NonZeroUsize;

use gatepost::crypto::passwords::parameters::Argon2Parameters;
use rocket::futures::future::{join, join_all};
use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, Person, TestApp};

const OWN: &str = "Wandering1copper!";
const EVES: &str = "Seventeen2patient!";

/// Races differ: each is run some times.
const ROUNDS: usize = 5;

/// More calls than are made until a reset is done.
const MANY_MORE: usize = 400;

/// A service that does one hash after the other, and each takes its time.
async fn start_hashing_in_turn() -> TestApp {
    TestApp::start_with(|setup| {
        setup.hasher.parameters = Argon2Parameters { memory_kib: 19_456, iterations: 2, lanes: 1 };
        setup.hasher.threads = NonZeroUsize::MIN;
    })
    .await
}

/// The path of a link to set another password.
async fn reset_link(app: &TestApp, person: &Person) -> String {
    app.anonymous().post("/password-resets", json!({"email": person.email})).await.expect(202);
    format!("/password-resets/{}", app.last_letter_to(&person.email).await.token("reset"))
}

/// Makes API keys by a session for as long as it is good.
async fn make_keys(app: &TestApp, person: &Person) {
    for _ in 0..MANY_MORE {
        let body = json!({"name": "Program", "scopes": ["account:read"]});
        let made = person.api(app).post("/account/api-keys", body).await;
        if made.status == 401 {
            return;
        }
        // Nobody can have more than so many keys at a time.
        assert!(matches!(made.status, 201 | 409), "{}", made.text);
    }
    panic!("the session goes on");
}

/// Broken: a change asked nothing of its session in the transaction that makes it.
#[rocket::async_test]
async fn t15_no_key_is_made_by_a_session_that_a_reset_ends_meanwhile() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let june = app.loner(&format!("june{round}@acme.example")).await;
        let link = reset_link(&app, &june).await;
        let reset = async { app.anonymous().post(&link, json!({"password": OWN})).await };
        let thieves = join_all((0..8).map(|_| make_keys(&app, &june)));
        let (reset, _) = Box::pin(join(reset, thieves)).await;
        reset.expect(200);
        let body = json!({"email": june.email, "password": OWN});
        let signed_in = app.anonymous().post("/sessions", body).await.expect(201);
        let keys = app.bearer(signed_in.str("/token")).get("/account/api-keys").await.expect(200);
        assert_eq!(keys.items().len(), 0, "round {round}: keys that the reset did not take back");
    }
}

/// Calls of dialects by which a session alone sets another password.
const SETS_PASSWORD: [&str; 2] = ["/v1/orgs/account-management/reset-password", "/v1/auth/user"];

/// Broken: as above.
#[rocket::async_test]
async fn t15_no_password_is_set_by_a_session_that_a_reset_ends_meanwhile() {
    for path in SETS_PASSWORD {
        let app = start_hashing_in_turn().await;
        for round in 0..ROUNDS {
            let june = app.founder(&format!("june{round}@acme.example"), "Acme").await;
            let link = reset_link(&app, &june).await;
            let reset = async { app.anonymous().post(&link, json!({"password": OWN})).await };
            let theft = async {
                // Meanwhile the owner's password begins to be hashed.
                for _ in 0..3 {
                    june.api(&app).get("/orgs").await;
                }
                let body = json!({"password": EVES}).to_string();
                june.api(&app).send(Method::Post, path, Some(body)).await
            };
            let (reset, theft): (Answer, Answer) = Box::pin(join(reset, theft)).await;
            if reset.status == 410 {
                // It was set before the link was used, and has voided it.
                theft.expect(200);
                continue;
            }
            reset.expect(200);
            let own = json!({"email": june.email, "password": OWN});
            let signed_in = app.anonymous().post("/sessions", own).await;
            assert_eq!(signed_in.status, 201, "{path}, round {round}: {}", signed_in.text);
        }
    }
}

/// Broken: where a session started, it was asked whether the account is shut, and not whether its password is still the one
/// that was checked.
#[rocket::async_test]
async fn t15_a_password_checked_before_a_reset_lets_nobody_in_after_it() {
    // The new password is hashed while the old one waits to be checked.
    let app = start_hashing_in_turn().await;
    for round in 0..ROUNDS {
        let june = app.loner(&format!("june{round}@acme.example")).await;
        let link = reset_link(&app, &june).await;
        let reset = async { app.anonymous().post(&link, json!({"password": OWN})).await };
        let old = json!({"email": june.email, "password": PASSWORD});
        let thieves =
            join_all((0..4).map(|_| async { app.anonymous().post("/sessions", old.clone()).await }));
        let (reset, thieves) = Box::pin(join(reset, thieves)).await;
        reset.expect(200);
        for thief in thieves {
            if thief.status == 201 {
                let late = app.bearer(thief.str("/token")).get("/sessions/current").await;
                assert_eq!(late.status, 401, "round {round}: a session by the old password goes on");
            } else {
                thief.expect_refusal(401, "wrong_credentials");
            }
        }
    }
}
