//! `/v1/auth/signup` and its activation.

use std::time::Duration;

use gatepost::model::SignUpDomain;
use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use super::{JUNE, PASSWORD, USERNAME, load, log_in, opened, post, sign_up, through};
use crate::support::{Fixture, TestApp};

fn filled(case: &str, domain: &SignUpDomain, email: &str) -> Fixture {
    load(case).with("domain_id", &ids::domain(domain.id)).with("email", email)
}

#[rocket::async_test]
async fn a_sign_up_is_answered_with_the_token_that_its_letter_carries() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(Some("https://app.acme.example/activate")).await;
    let answer = filled("d1_sign_up", &domain, JUNE).send(&app).await.matches();
    let link = format!("https://app.acme.example/activate?token={}", answer.str("/token"));
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains(&link), "{}", letter.text);
    let activated = through(load("d2_activate"), &domain).with("token", answer.str("/token"));
    activated.send(&app).await.matches();
    log_in(&app, USERNAME, PASSWORD).await;
    load("d2_spent_token").with("token", answer.str("/token")).send(&app).await.matches();
}

#[rocket::async_test]
async fn the_documents_own_example_breaks_its_rule_and_is_refused() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    filled("d1_documented_example", &domain, JUNE).send(&app).await.matches();
    assert!(app.letters().await.is_empty());
}

#[rocket::async_test]
async fn everything_that_is_missing_is_told_at_once() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    load("d1_nothing").send(&app).await.matches();
    let whole = json!({"domain_id": ids::domain(domain.id), "account_title": "Acme Corp", "name": "June Doe",
        "username": USERNAME, "password": PASSWORD, "email": JUNE, "country_id": "US"});
    for member in ["domain_id", "account_title", "name", "email", "country_id"] {
        for nothing in [Value::Null, json!("")] {
            let mut body = whole.clone();
            body[member] = nothing;
            let refusal = post(&app, "/v1/auth/signup", body).await.expect(400);
            let fields = &refusal.body["error"]["fields"];
            assert_eq!(*fields, json!({member: "This value is required."}), "{}", refusal.text);
        }
    }
}

#[rocket::async_test]
async fn values_that_can_not_be_are_told_by_their_member() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    for case in ["d1_equal", "d1_short_password", "d1_country"] {
        filled(case, &domain, JUNE).send(&app).await.matches();
    }
    let nobodys = ids::domain(domain.version.id.uuid().into());
    for unknown in [nobodys.as_str(), "dom_1234567890", "nonsense"] {
        let fixture = load("d1_unknown_domain").with("domain_id", unknown).with("email", JUNE);
        fixture.send(&app).await.matches();
    }
    assert!(app.letters().await.is_empty());
}

#[rocket::async_test]
async fn what_somebody_has_is_told_to_be_taken() {
    let app = TestApp::start().await;
    let domain = opened(&app).await;
    filled("d1_taken_username", &domain, "other@acme.example").send(&app).await.matches();
    filled("d1_taken_email", &domain, "JUNE@acme.example").send(&app).await.matches();
}

#[rocket::async_test]
async fn strictly_nothing_is_told_and_the_answer_opens_nothing() {
    let app = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let domain = app.sign_up_domain(None).await;
    let reference = filled("d1_strict", &domain, JUNE).send(&app).await.matches().str("/token").to_owned();
    load("d2_reference").with("token", &reference).send(&app).await.matches();
    let mailed = app.last_letter_to(JUNE).await.token("activate");
    assert_ne!(mailed, reference);
    through(load("d2_activate"), &domain).with("token", &mailed).send(&app).await.matches();
    let token = log_in(&app, USERNAME, PASSWORD).await;
    let account = app.bearer(&token).get("/account").await.expect(200);
    assert_eq!(account.body["email"]["verified"], true);
    // Whoever has an account is told by mail, and nobody else is.
    let another = app.sign_up_domain(None).await;
    let body = json!({"domain_id": ids::domain(another.id), "account_title": "Acme Corp", "name": "Eve",
        "password": PASSWORD, "email": JUNE, "country_id": "US"});
    let answer = post(&app, "/v1/auth/signup", body).await.expect(200);
    assert_eq!(answer.str("/token").len(), 22);
    assert!(app.last_letter_to(JUNE).await.subject.contains("account"));
}

#[rocket::async_test]
async fn what_is_left_out_is_made_and_told_in_the_letter() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    let answer = filled("d1_generated", &domain, JUNE).send(&app).await.matches();
    let letter = app.last_letter_to(JUNE).await;
    let told = |name: &str| {
        let line = letter.text.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in {}", letter.text)).to_owned()
    };
    let (username, password) = (told("Username: "), told("Password: "));
    post(&app, "/v1/auth/signup-activation", json!({"token": answer.str("/token")})).await.expect(200);
    log_in(&app, &username, &password).await;
}

#[rocket::async_test]
async fn a_service_without_sign_up_says_so_to_the_program() {
    let app = TestApp::start_with(|setup| setup.rules.sign_up_open = false).await;
    let domain = app.sign_up_domain(None).await;
    filled("d1_sign_up_closed", &domain, JUNE).send(&app).await.matches();
}

#[rocket::async_test]
async fn a_token_that_is_no_good_activates_nothing() {
    let app = TestApp::start().await;
    load("d2_no_token").send(&app).await.matches();
    load("d2_bad_token").send(&app).await.matches();
    let domain = app.sign_up_domain(None).await;
    let token = sign_up(&app, &domain, JUNE, USERNAME).await;
    app.clock.advance(Duration::from_hours(48));
    load("d2_expired_token").with("token", &token).send(&app).await.matches();
    // Nothing could log in before, either.
    let login = load("d4_login_not_activated").with("username", USERNAME).with("password", PASSWORD);
    login.send(&app).await.matches();
}

#[rocket::async_test]
async fn what_was_taken_meanwhile_is_refused_and_the_token_stays() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    let same_name = sign_up(&app, &domain, "adam@mail.example", USERNAME).await;
    let same_address = sign_up(&app, &domain, JUNE, "june.doe.2").await;
    opened(&app).await;
    for _ in 0..2 {
        load("d2_taken_username").with("token", &same_name).send(&app).await.matches();
        load("d2_taken_email").with("token", &same_address).send(&app).await.matches();
    }
}

#[rocket::async_test]
async fn opening_the_link_activates_nothing() {
    let app = TestApp::start().await;
    let domain = app.sign_up_domain(None).await;
    let token = sign_up(&app, &domain, JUNE, USERNAME).await;
    let path = format!("/v1/auth/signup-activation?token={token}");
    app.anonymous().send(Method::Get, &path, None).await.expect(405);
    post(&app, "/v1/auth/signup-activation", json!({"token": token})).await.expect(200);
}
