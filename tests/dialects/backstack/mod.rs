//! Backstack, "Workflows / Signing up", and the calls around it.

mod password;
mod schema;
mod session;
mod sign_up;
mod user;

use gatepost::model::{Dialect, SignUpDomain};
use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use super::manners::{Manners, Refused};
use crate::support::{Answer, Fixture, TestApp};

/// How Backstack refuses.
pub const MANNERS: Manners = Manners { dialect: Dialect::Backstack, expect };

const JUNE: &str = "june@acme.example";
const USERNAME: &str = "june.doe";

/// The password of the document's example.
const PASSWORD: &str = "eomcpmdp2jp2ijvekklmlkm";

fn expect(answer: &Answer, refused: Refused) {
    let (status, kind) = match refused {
        Refused::UnknownPath => (404, "codebase"),
        Refused::WrongMethod => (405, "codebase"),
        Refused::MalformedJson | Refused::NoObject => (400, "codebase"),
        Refused::PlainText => (415, "codebase"),
        Refused::TooLarge => (413, "codebase"),
        Refused::NotReady => (503, "system"),
    };
    expect_failure(answer, status, kind);
}

/// Asserts a refusal: status, media type, and every member of the error object.
#[track_caller]
fn expect_failure(answer: &Answer, status: u16, kind: &str) {
    let error = &answer.body["error"];
    assert_eq!((answer.status, error["type"].as_str()), (status, Some(kind)), "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.members(), ["error"]);
    assert_eq!(error["code"], status);
    assert_eq!(error["fields"], json!([]));
    for member in ["url", "request_method", "message", "dev_message"] {
        assert!(error[member].as_str().is_some_and(|text| !text.is_empty()), "{}", answer.text);
    }
    assert_eq!(error["message"], "An error occurred. Please try again later.");
    assert_eq!(answer.header("www-authenticate"), (status == 401).then_some("Bearer"));
    assert_eq!(answer.header("allow").is_some(), status == 405);
}

fn load(case: &str) -> Fixture {
    Fixture::load(&format!("backstack/{case}"))
}

async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous().send(Method::Post, path, Some(body.to_string())).await
}

/// Signs somebody up through a domain, and answers the token.
async fn sign_up(app: &TestApp, domain: &SignUpDomain, email: &str, username: &str) -> String {
    let body = json!({"domain_id": ids::domain(domain.id), "account_title": "Acme Corp", "name": "June Doe",
        "username": username, "password": PASSWORD, "email": email, "country_id": "US"});
    post(app, "/v1/auth/signup", body).await.expect(200).str("/token").to_owned()
}

/// Signs June up and activates that; answers her domain.
async fn opened(app: &TestApp) -> SignUpDomain {
    let domain = app.sign_up_domain(None).await;
    let token = sign_up(app, &domain, JUNE, USERNAME).await;
    post(app, "/v1/auth/signup-activation", json!({"token": token})).await.expect(200);
    domain
}

/// Logs somebody in, and answers the token in the cookie.
async fn log_in(app: &TestApp, username: &str, password: &str) -> String {
    let body = json!({"username": username, "password": password});
    token_of(&post(app, "/v1/auth/login", body).await.expect(200))
}

/// The token in the cookie that an answer sets.
#[track_caller]
fn token_of(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").and_then(|cookie| cookie.strip_prefix("BackstackJWT="));
    cookie.and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned()
}

/// Fills the ids of a domain in.
fn through(fixture: Fixture, domain: &SignUpDomain) -> Fixture {
    fixture.with("domain_id", &ids::domain(domain.id)).with("version_id", &ids::version(domain.version.id))
}

#[rocket::async_test]
async fn who_was_made_here_signs_in_everywhere_and_the_other_way_round() {
    let app = TestApp::start().await;
    opened(&app).await;
    let body = json!({"username": USERNAME, "password": PASSWORD});
    let june = app.anonymous().post("/sessions", body).await.expect(201);
    assert_eq!((june.str("/orgs/0/name"), june.str("/orgs/0/role")), ("Acme Corp", "owner"));

    let adam = app.founder("adam@mail.example", "Globex").await;
    let token = log_in(&app, &adam.email, crate::support::PASSWORD).await;
    app.bearer(&token).get("/account").await.expect(200);
    app.bearer(&adam.token).send(Method::Get, "/v1/auth/user", None).await.expect(200);
}
