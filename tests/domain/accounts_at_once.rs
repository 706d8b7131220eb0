//! Accounts that are there before anything was proven: what they may do, and what opens them.

use gatepost::domain::Error;
use gatepost::domain::accounts::activate_unproven::activate_unproven;
use gatepost::domain::accounts::choices::Choice;
use gatepost::domain::accounts::sign_up::{SignUpInput, SignedUp, sign_up};
use gatepost::domain::error::{Conflict, Expired};
use gatepost::domain::orgs::create::CreateOrg;
use gatepost::model::{ClientInfo, Dialect, EmailAddress, Face, OrgName, Password, PersonName, UserState};
use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";

fn client(dialect: Dialect) -> ClientInfo {
    ClientInfo { ip: [127, 0, 0, 1].into(), user_agent: None, locale: None, face: Face::Dialect(dialect) }
}

fn input(email: &str) -> SignUpInput {
    SignUpInput {
        email: EmailAddress::parse(email).unwrap(),
        password: Choice::Chosen(Password::present("Wandering1copper!").unwrap()),
        name: PersonName::unnamed(),
        username: None,
        org: Some(CreateOrg { name: OrgName::parse("Acme").unwrap(), country: None }),
        domain_id: None,
        invitation: None,
        terms_accepted: true,
        locale: None,
    }
}

async fn open(app: &TestApp, dialect: Dialect, email: &str) -> SignedUp {
    sign_up(&app.app, &client(dialect), input(email)).await.unwrap()
}

async fn invited(app: &TestApp, email: &str, token: &str) -> Result<SignedUp, Error> {
    let input = SignUpInput { org: None, invitation: Some(token.to_owned()), ..input(email) };
    sign_up(&app.app, &client(Dialect::Pm415), input).await
}

async fn sign_in(app: &TestApp, email: &str) -> Answer {
    let body = json!({"email": email, "password": "Wandering1copper!"});
    app.anonymous().post("/sessions", body).await
}

fn is_taken(signed_up: Result<SignedUp, Error>) -> bool {
    matches!(signed_up, Err(Error::Conflict(Conflict::EmailAddressTaken)))
}

#[rocket::async_test]
async fn an_open_one_signs_in_before_its_letter_is_used() {
    let app = TestApp::start().await;
    let signed_up = open(&app, Dialect::Polygonid, JUNE).await;
    assert_eq!(signed_up.user.state, UserState::Active);
    assert!(!signed_up.user.is_activated() && !signed_up.user.email.is_verified());
    let signed_in = sign_in(&app, JUNE).await.expect(201);
    assert_eq!((signed_in.str("/orgs/0/name"), signed_in.str("/orgs/0/role")), ("Acme", "owner"));
    assert_eq!(signed_in.body["user"]["email"]["verified"], false);
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.text.contains("Acme") && letter.text.contains(JUNE), "{}", letter.text);
    app.activate(JUNE).await;
    let signed_in = sign_in(&app, JUNE).await.expect(201);
    assert_eq!(signed_in.body["user"]["email"]["verified"], true);
}

#[rocket::async_test]
async fn a_closed_one_waits_to_be_activated_which_proves_nothing_by_itself() {
    let app = TestApp::start().await;
    let signed_up = open(&app, Dialect::Pm415, JUNE).await;
    assert_eq!(signed_up.user.state, UserState::Pending);
    sign_in(&app, JUNE).await.expect_refusal(403, "not_activated");
    let token = app.last_letter_to(JUNE).await.token("activate");
    for _ in 0..2 {
        let user = activate_unproven(&app.app, &client(Dialect::Pm415), &token).await.unwrap();
        assert!(user.is_activated() && !user.email.is_verified());
    }
    let signed_in = sign_in(&app, JUNE).await.expect(201);
    assert_eq!(signed_in.body["user"]["email"]["verified"], false);
    // The letter was not used up: pressed, it proves the mailbox.
    app.anonymous().post("/activation", json!({"token": token})).await.expect(200);
    let refused = activate_unproven(&app.app, &client(Dialect::Pm415), &token).await;
    assert!(matches!(refused, Err(Error::Expired(Expired::TokenSpent))));
}

#[rocket::async_test]
async fn an_address_with_an_account_is_told_to_be_taken_proven_or_not() {
    let app = TestApp::start().await;
    let june = app.founder("owner@globex.example", "Globex").await;
    for dialect in [Dialect::Polygonid, Dialect::Pm415] {
        assert!(is_taken(sign_up(&app.app, &client(dialect), input(&june.email)).await), "{dialect:?}");
    }
    open(&app, Dialect::Polygonid, JUNE).await;
    assert!(is_taken(sign_up(&app.app, &client(Dialect::Pm415), input("June@ACME.example")).await));
    let invitation = app.invitation(&june, JUNE).await;
    for token in [&invitation.mailed, &invitation.shared] {
        assert!(is_taken(invited(&app, JUNE, token).await));
    }
}

#[rocket::async_test]
async fn a_sign_up_that_waits_for_its_letter_stands_in_nobodys_way() {
    let app = TestApp::start().await;
    let body = json!({"email": JUNE, "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let waiting = app.last_letter_to(JUNE).await.token("activate");
    open(&app, Dialect::Polygonid, JUNE).await;
    sign_in(&app, JUNE).await.expect(201);
    // The owner of the mailbox decides: the native sign-up's letter takes the account over.
    app.anonymous().post("/activation", json!({"token": waiting})).await.expect(200);
    sign_in(&app, JUNE).await.expect_refusal(401, "wrong_credentials");
    app.sign_in(JUNE).await;
}

#[rocket::async_test]
async fn an_invited_one_is_proven_by_the_mailed_token_alone_and_waits_either_way() {
    let app = TestApp::start().await;
    let owner = app.founder("owner@globex.example", "Globex").await;
    for (email, by_mail) in [(JUNE, true), ("adam@acme.example", false)] {
        let invitation = app.invitation(&owner, email).await;
        let token = if by_mail { &invitation.mailed } else { &invitation.shared };
        let signed_up = invited(&app, email, token).await.unwrap();
        assert_eq!((signed_up.user.state, signed_up.user.email.is_verified()), (UserState::Pending, by_mail));
        sign_in(&app, email).await.expect_refusal(403, "not_activated");
        // Asked for again, the letter is another one of the same kind.
        app.anonymous().post("/activation/resend", json!({"email": email})).await.expect(202);
        app.activate(email).await;
        let signed_in = sign_in(&app, email).await.expect(201);
        assert_eq!(signed_in.str("/orgs/0/name"), "Globex");
    }
}

#[rocket::async_test]
async fn a_reset_opens_a_closed_one_whether_or_not_its_mailbox_was_proven() {
    let app = TestApp::start().await;
    let owner = app.founder("owner@globex.example", "Globex").await;
    let proven = "adam@acme.example";
    let invitation = app.invitation(&owner, proven).await;
    invited(&app, proven, &invitation.mailed).await.unwrap();
    open(&app, Dialect::Pm415, JUNE).await;
    for email in [JUNE, proven] {
        app.anonymous().post("/password-resets", json!({"email": email})).await.expect(202);
        let token = app.last_letter_to(email).await.token("reset");
        let path = format!("/password-resets/{token}");
        app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect(200);
        app.sign_in(email).await;
    }
}
