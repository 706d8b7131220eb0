//! T30: too many passwords at once, where people sign in through a dialect.

use rocket::http::Method;
use serde_json::json;

use super::manners::{Manners, Refused};
use super::{backstack, pm415, polygonid};
use crate::support::{PASSWORD, TestApp, at_once, count};

const JUNE: &str = "june@acme.example";

/// Where people sign in, and what their login is called there.
const DOORS: [(&Manners, &str, &str); 3] = [
    (&polygonid::MANNERS, "/v1/orgs/sign-in", "email"),
    (&pm415::MANNERS, "/api/account/login", "email"),
    (&backstack::MANNERS, "/v1/auth/login", "username"),
];

/// To break it: tell a full queue as a fault of ours; then, let every waiting password have a buffer.
#[rocket::async_test]
async fn t30_a_flood_of_passwords_is_turned_away_in_the_dialects_own_words() {
    let app = TestApp::start_hashing_slowly().await;
    app.founder(JUNE, "Acme").await;
    for (manners, path, login) in DOORS {
        let (app, body) = (&app, json!({login: JUNE, "password": PASSWORD}).to_string());
        let sign_in = async || app.anonymous().send(Method::Post, path, Some(body.clone())).await;
        let answers = at_once(|_| sign_in()).await;
        let (served, refused) = (count(&answers, 200), count(&answers, 503));
        assert!(served >= 1 && refused >= 1, "{path}: {served} and {refused}");
        assert_eq!(served + refused, answers.len(), "{path}");
        for refusal in answers.iter().filter(|answer| answer.status == 503) {
            (manners.expect)(refusal, Refused::NotReady);
            let seconds = refusal.header("retry-after").and_then(|value| value.parse::<u64>().ok());
            assert!(seconds.is_some_and(|seconds| seconds >= 1), "{path}: {seconds:?}");
        }
        assert_eq!(app.app.hasher.buffers_held(), 1, "{path}: memory stays within the threads' own");
        sign_in().await.expect(200);
    }
}
