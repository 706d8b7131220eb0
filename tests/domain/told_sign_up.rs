//! Sign-ups whose caller is told the token that opens them, and names and passwords that are made for people.

use gatepost::domain::Error;
use gatepost::domain::accounts::activate::{Activated, open_sign_up};
use gatepost::domain::accounts::choices::Choice;
use gatepost::domain::accounts::sign_up::{SignUpInput, SignedUp, sign_up};
use gatepost::domain::error::{Conflict, Expired};
use gatepost::model::{Dialect, Password, Username};
use serde_json::json;

use crate::support::{Kind, Mail, OneTime, PASSWORD, TestApp, caller_in, sign_up_of};

const JUNE: &str = "june@acme.example";

async fn through_backstack(app: &TestApp, input: SignUpInput) -> Result<SignedUp, Error> {
    sign_up(&app.app, &caller_in(Dialect::Backstack), input).await
}

/// Signs June up, and answers the token that her caller was told.
async fn told_token(app: &TestApp) -> String {
    let signed_up = through_backstack(app, sign_up_of(JUNE)).await.unwrap();
    signed_up.waiting.and_then(|waiting| waiting.token).expect("the caller is told the token")
}

async fn open(app: &TestApp, token: &str) -> Result<Activated, Error> {
    open_sign_up(&app.app, &caller_in(Dialect::Backstack), token).await
}

/// What a line of a letter tells.
fn told<'a>(letter: &'a Mail, name: &str) -> &'a str {
    let line = letter.text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_else(|| panic!("no {name} in: {}", letter.text))
}

#[rocket::async_test]
async fn the_token_told_is_the_mailed_one_and_opens_without_proving() {
    let app = TestApp::start().await;
    let token = told_token(&app).await;
    assert_eq!(app.last_letter_to(JUNE).await.token("activate"), token);
    let activated = open(&app, &token).await.unwrap();
    assert!(activated.user.is_activated() && !activated.user.email.is_verified());
    assert_eq!(activated.org.unwrap().name.as_str(), "Acme");
    let again = open(&app, &token).await;
    assert!(matches!(again, Err(Error::Expired(Expired::TokenSpent))), "{again:?}");
    app.sign_in(JUNE).await;
    // The letter that follows proves the mailbox.
    app.activate(JUNE).await;
    let june = app.sign_in(JUNE).await;
    assert_eq!(june.api(&app).get("/account").await.expect(200).body["email"]["verified"], true);
}

#[rocket::async_test]
async fn our_own_page_takes_it_too_and_proves_nothing_by_it() {
    let app = TestApp::start().await;
    let token = told_token(&app).await;
    let opened = app.anonymous().post("/activation", json!({"token": token})).await.expect(200);
    assert_eq!(opened.body["user"]["email"]["verified"], false);
}

#[rocket::async_test]
async fn a_letter_asked_for_again_is_told_to_nobody_and_proves() {
    let app = TestApp::start().await;
    let token = told_token(&app).await;
    app.anonymous().post("/activation/resend", json!({"email": JUNE})).await.expect(202);
    let mailed = app.last_letter_to(JUNE).await.token("activate");
    assert_ne!(mailed, token);
    assert!(open(&app, &mailed).await.unwrap().user.email.is_verified());
    let late = open(&app, &token).await;
    assert!(matches!(late, Err(Error::Expired(Expired::TokenSpent))), "{late:?}");
}

#[rocket::async_test]
async fn strictly_the_caller_is_told_what_opens_nothing() {
    let app = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let waiting = through_backstack(&app, sign_up_of(JUNE)).await.unwrap().waiting.unwrap();
    assert!(waiting.token.is_none());
    let mailed = app.last_letter_to(JUNE).await.token("activate");
    assert!(open(&app, &mailed).await.unwrap().user.email.is_verified());
    // Whoever has an account is not told to others.
    through_backstack(&app, sign_up_of(JUNE)).await.unwrap().waiting.unwrap();
}

#[rocket::async_test]
async fn an_address_that_was_taken_meanwhile_is_not_taken_over() {
    let app = TestApp::start().await;
    let (first, second) = (told_token(&app).await, told_token(&app).await);
    open(&app, &first).await.unwrap();
    for _ in 0..2 {
        let refused = open(&app, &second).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::EmailAddressTaken))), "{refused:?}");
    }
    let refused = through_backstack(&app, sign_up_of(JUNE)).await;
    assert!(matches!(refused, Err(Error::Conflict(Conflict::EmailAddressTaken))), "{refused:?}");
}

#[rocket::async_test]
async fn a_username_that_was_taken_meanwhile_is_refused_there_and_left_out_natively() {
    let app = TestApp::start().await;
    let named = |email: &str| SignUpInput {
        username: Some(Choice::Chosen(Username::parse("june.doe").unwrap())),
        ..sign_up_of(email)
    };
    let mut tokens = Vec::new();
    for email in [JUNE, "june@globex.example", "june@initech.example"] {
        let signed_up = through_backstack(&app, named(email)).await.unwrap();
        tokens.push(signed_up.waiting.unwrap().token.unwrap());
    }
    assert_eq!(open(&app, &tokens[0]).await.unwrap().user.username, Username::parse("june.doe").ok());
    for _ in 0..2 {
        let refused = open(&app, &tokens[1]).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::UsernameTaken))), "{refused:?}");
    }
    let opened = app.anonymous().post("/activation", json!({"token": tokens[2]})).await.expect(200);
    assert_eq!(opened.body["user"]["username"], json!(null));
}

#[rocket::async_test]
async fn the_letter_tells_what_was_made_for_a_person_and_tells_it_again() {
    let app = TestApp::start().await;
    let input =
        SignUpInput { username: Some(Choice::Generated), password: Choice::Generated, ..sign_up_of(JUNE) };
    through_backstack(&app, input).await.unwrap();
    let letter = app.last_letter_to(JUNE).await;
    let (username, password) = (told(&letter, "Username"), told(&letter, "Password"));
    assert!(username.starts_with("junedoe-") && letter.html.contains(password), "{}", letter.text);
    app.anonymous().post("/activation/resend", json!({"email": JUNE})).await.expect(202);
    let again = app.last_letter_to(JUNE).await;
    assert_eq!((told(&again, "Username"), told(&again, "Password")), (username, password));

    app.activate(JUNE).await;
    let body = json!({"username": username, "password": password});
    let signed_in = app.anonymous().post("/sessions", body).await.expect(201);
    assert_eq!(signed_in.body["user"]["password_generated"], true);
}

#[rocket::async_test]
async fn what_a_person_chose_is_told_nowhere() {
    let app = TestApp::start().await;
    let username = Some(Choice::Chosen(Username::parse("june.doe").unwrap()));
    through_backstack(&app, SignUpInput { username, ..sign_up_of(JUNE) }).await.unwrap();
    let letter = app.last_letter_to(JUNE).await;
    assert!(!letter.text.contains("june.doe") && !letter.text.contains("Password:"), "{}", letter.text);
}

#[rocket::async_test]
async fn a_face_says_how_long_a_username_is_and_none_takes_it_for_a_password() {
    let app = TestApp::start().await;
    let chosen = |username: &str, password: &str| SignUpInput {
        username: Some(Choice::Chosen(Username::parse(username).unwrap())),
        password: Choice::Chosen(Password::present(password).unwrap()),
        ..sign_up_of(JUNE)
    };
    for (username, password, faults) in [
        ("junedoe", PASSWORD, vec![("username", "too_short")]),
        ("junedoe", "june", vec![("username", "too_short"), ("password", "password_too_short")]),
        (
            "Wandering.teapot",
            "wandering.TEAPOT",
            vec![("username", "password_is_username"), ("password", "password_is_username")],
        ),
    ] {
        let refused = through_backstack(&app, chosen(username, password)).await;
        let Err(Error::Invalid(found)) = refused else { panic!("{refused:?}") };
        let found: Vec<(&str, &str)> = found.iter().map(|fault| (fault.path.as_str(), fault.code)).collect();
        assert_eq!(found, faults);
    }
    let native = json!({"email": JUNE, "password": PASSWORD, "name": "June Doe", "username": "junedoe"});
    app.anonymous().post("/sign-up", native).await.expect(201);
    let equal = json!({"email": JUNE, "password": "Wandering-teapot", "name": "June", "username": "wandering-teapot"});
    let refusal = app.anonymous().post("/sign-up", equal).await.expect_refusal(422, "invalid_values");
    assert_eq!(
        refusal.faults(),
        [("/username", "password_is_username"), ("/password", "password_is_username")]
    );
}

#[rocket::async_test]
async fn the_letter_of_a_sign_up_disowns_the_account_that_was_opened_without_it() {
    let app = TestApp::start().await;
    let token = told_token(&app).await;
    let disowning = app.last_letter_to(JUNE).await.token("not-me");
    open(&app, &token).await.unwrap();
    app.sign_in(JUNE).await;
    let disowning =
        OneTime { kind: Kind::DisownSignUp, token: disowning, email: JUNE.to_owned(), device: None };
    disowning.redeem(&app).await.expect(204);
    let body = json!({"email": JUNE, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
}

#[rocket::async_test]
async fn a_sign_up_domain_says_where_the_letter_leads_and_its_org_remembers_it() {
    let app = TestApp::start().await;
    for (url, link) in [
        ("https://app.acme.example/welcome", "https://app.acme.example/welcome?token="),
        ("https://app.acme.example/?page=welcome", "https://app.acme.example/?page=welcome&token="),
    ] {
        let id = app.sign_up_domain(Some(url)).await.id;
        let email = format!("{id}@mail.example");
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "domain_id": id.uuid(),
            "org": {"name": "Acme"}});
        app.anonymous().post("/sign-up", body).await.expect(201);
        let letter = app.last_letter_to(&email).await;
        let written = letter.text.split_whitespace().find(|word| word.starts_with(link));
        let token = written.and_then(|word| word.strip_prefix(link)).expect("a link to the domain's page");
        let activated = open(&app, token).await.unwrap();
        assert_eq!(activated.domain.unwrap().id, id);
        assert_eq!(activated.org.unwrap().sign_up_domain_id, Some(id));
    }
}
