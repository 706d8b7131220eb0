//! pm415's API under `/api/account`, `/api/user` and `/api/org`.

mod account;
mod invitations;
mod members;
mod orgs;
mod user;
mod validation;

use gatepost::model::{Dialect, OrgId, UserId};
use rocket::http::Method;
use serde_json::Value;

use super::manners::{Manners, Refused};
use crate::support::{Answer, Fixture, Person, TestApp};

/// How pm415 refuses.
pub const MANNERS: Manners = Manners { dialect: Dialect::Pm415, expect };

fn expect(answer: &Answer, refused: Refused) {
    let (status, message) = match refused {
        Refused::UnknownPath => (404, "Not Found"),
        Refused::WrongMethod => (405, "Method Not Allowed"),
        Refused::MalformedJson => (400, "Invalid request payload JSON format"),
        Refused::NoObject => (400, "\"value\" must be an object"),
        // Read as if it were empty.
        Refused::PlainText => return expect_required(answer),
        Refused::TooLarge => (413, "Payload Too Large"),
        Refused::NotReady => (503, "The service is too busy or not ready. Try again in a moment."),
    };
    expect_failure(answer, status, message);
}

#[track_caller]
fn expect_required(answer: &Answer) {
    let message = answer.str("/message").to_owned();
    assert!(message.ends_with("\" is required"), "{message}");
    expect_failure(answer, 400, &message);
}

/// Asserts a refusal: status, media type, shape and message.
#[track_caller]
fn expect_failure(answer: &Answer, status: u16, message: &str) {
    assert_eq!((answer.status, answer.body["message"].as_str()), (status, Some(message)), "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
    assert_eq!(answer.members(), ["error", "message", "statusCode", "success"]);
    assert_eq!(answer.body["statusCode"], status);
    assert_eq!(answer.body["success"], false);
    assert_eq!(answer.header("www-authenticate"), None);
}

/// Sends a recorded request without anything to fill in, and compares the answer.
async fn try_fixture(app: &TestApp, name: &str) -> Answer {
    Fixture::load(&format!("pm415/{name}")).send(app).await.matches()
}

/// Sends a recorded request with a value filled in, and compares the answer.
async fn try_with(app: &TestApp, name: &str, placeholder: &str, value: &str) -> Answer {
    Fixture::load(&format!("pm415/{name}")).with(placeholder, value).send(app).await.matches()
}

/// Sends a recorded request as somebody, values filled in, and compares the answer.
async fn try_as(app: &TestApp, person: &Person, name: &str, values: &[(&str, &str)]) -> Answer {
    let fixture = Fixture::load(&format!("pm415/{name}")).with("token", &person.token);
    let filled =
        values.iter().fold(fixture, |fixture, (placeholder, value)| fixture.with(placeholder, value));
    filled.send(app).await.matches()
}

/// The number of the org that somebody acts for.
fn org_of(person: &Person) -> String {
    person.org_id.parse::<OrgId>().unwrap().number().get().to_string()
}

/// The number of a person.
fn number_of(person: &Person) -> String {
    person.id.parse::<UserId>().unwrap().number().get().to_string()
}

/// Posts a body to a path of the dialect.
async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous().send(Method::Post, path, Some(body.to_string())).await
}

/// A service that puts its own policy before what the document allows.
async fn strict() -> TestApp {
    TestApp::start_with(|setup| setup.rules.dialects.strict = true).await
}
