//! Polygon ID's platform API, section "Onboarding Orgs".

mod accounts;
mod email;
mod journeys;
mod password;
mod tokens;

use gatepost::model::Dialect;
use rocket::http::Method;
use serde_json::{Value, json};

use super::manners::{Manners, Refused};
use crate::support::{Answer, Api, Fixture, TestApp};

/// How Polygon ID refuses.
pub const MANNERS: Manners = Manners { dialect: Dialect::Polygonid, expect };

/// A password with all four kinds of characters.
const FOUR_KINDS: &str = "Some123456789123123Pwd!";

const ACCOUNTS: &str = "/v1/orgs/account-management";

fn expect(answer: &Answer, refused: Refused) {
    let status = match refused {
        Refused::UnknownPath => 404,
        Refused::WrongMethod => 405,
        Refused::MalformedJson | Refused::NoObject => 400,
        Refused::PlainText => 415,
        Refused::TooLarge => 413,
        Refused::NotReady => 503,
    };
    expect_failure(answer, status);
    assert_eq!(answer.header("allow").is_some(), status == 405, "{}", answer.text);
}

/// Asserts a refusal: status, media type and shape.
#[track_caller]
fn expect_failure(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.members(), ["message"], "{}", answer.text);
    assert!(answer.str("/message").len() > 10, "{}", answer.text);
    assert_eq!(answer.header("www-authenticate"), (status == 401).then_some("Bearer"));
}

fn fixture(case: &str) -> Fixture {
    Fixture::load(&format!("polygonid/{case}"))
}

/// Sends a fixture whose bearer is all that is to be filled in.
async fn shown(app: &TestApp, case: &str, token: &str) -> Answer {
    fixture(case).with("token", token).send(app).await.matches()
}

async fn post(api: &Api<'_>, path: &str, body: Value) -> Answer {
    api.send(Method::Post, path, Some(body.to_string())).await
}

/// Makes an account with [`FOUR_KINDS`], and answers its id.
async fn create(app: &TestApp, email: &str) -> String {
    let body = json!({"email": email, "password": FOUR_KINDS});
    post(&app.anonymous(), ACCOUNTS, body).await.expect(201).str("/id").to_owned()
}

/// Signs in, and answers the token.
async fn sign_in(app: &TestApp, email: &str, password: &str) -> String {
    let body = json!({"email": email, "password": password});
    post(&app.anonymous(), "/v1/orgs/sign-in", body).await.expect(200).str("/token").to_owned()
}

/// Whether a token is that of a session.
async fn is_live(app: &TestApp, token: &str) -> bool {
    app.bearer(token).get("/sessions/current").await.status == 200
}

/// A service where the service's own policy goes first.
async fn strict() -> TestApp {
    TestApp::start_with(|setup| setup.rules.dialects.strict = true).await
}
