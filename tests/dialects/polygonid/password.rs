//! Another password: by the old one, by a session, by a letter.

use serde_json::json;

use super::{FOUR_KINDS, create, fixture, is_live, shown, sign_in, strict};
use crate::support::{Answer, PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";
const OTHER: &str = "Other123456789123123Pwd!";

async fn mailed_reset(app: &TestApp, email: &str) -> String {
    fixture("a6_request_reset_password").with("email", email).send(app).await.matches();
    app.last_letter_to(email).await.token("reset")
}

async fn native_sign_in(app: &TestApp, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": JUNE, "password": password})).await
}

#[rocket::async_test]
async fn the_old_password_puts_another_in_its_place_by_either_method() {
    let app = TestApp::start().await;
    for (method, email) in [("PATCH", JUNE), ("PUT", "adam@acme.example")] {
        let person = app.loner(email).await;
        let other = app.sign_in(email).await;
        let answer = fixture("a5_update_account")
            .with("method", method)
            .with("token", &person.token)
            .with("id", &person.id)
            .with("password", PASSWORD)
            .with("email", email);
        let account = answer.send(&app).await.matches();
        assert!(account.str("/modifiedAt") > account.str("/createdAt"));
        assert!(is_live(&app, &person.token).await && !is_live(&app, &other.token).await);
        sign_in(&app, email, OTHER).await;
        assert!(app.letters_to(email).await.iter().any(|mail| mail.text.contains("/not-me?")));
    }
}

#[rocket::async_test]
async fn an_update_is_refused_in_the_order_of_its_checks() {
    let app = TestApp::start().await;
    let (june, adam) = (app.loner(JUNE).await, app.loner("adam@acme.example").await);
    fixture("a5_no_bearer").send(&app).await.matches();
    for id in [adam.id.as_str(), "01932c07-209c-7f5b-8a3e-0123456789ab", "no-id"] {
        fixture("a5_other_account").with("token", &june.token).with("id", id).send(&app).await.matches();
    }
    let own = |case: &str| fixture(case).with("token", &june.token).with("id", &june.id);
    own("a5_no_new_password").with("password", PASSWORD).send(&app).await.matches();
    own("a5_weak_password").with("password", "wrong").send(&app).await.matches();
    own("a5_wrong_password").with("password", "wrong").send(&app).await.matches();
    native_sign_in(&app, PASSWORD).await.expect(201);
}

#[rocket::async_test]
async fn a_reset_is_asked_for_and_nothing_tells_who_has_an_account() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    for email in [JUNE, "nobody@acme.example"] {
        fixture("a6_request_reset_password").with("email", email).send(&app).await.matches();
    }
    assert!(app.letters_to("nobody@acme.example").await.is_empty());
    fixture("a6_no_email").send(&app).await.matches();
}

#[rocket::async_test]
async fn a_session_or_a_letter_sets_another_password() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let (session, other) = (sign_in(&app, JUNE, FOUR_KINDS).await, sign_in(&app, JUNE, FOUR_KINDS).await);
    shown(&app, "a7_weak_password", &session).await;
    shown(&app, "a7_reset_password", &session).await;
    assert!(is_live(&app, &session).await && !is_live(&app, &other).await);
    assert!(app.last_letter_to(JUNE).await.text.contains("/not-me?"));
    native_sign_in(&app, OTHER).await.expect(201);

    let letter = mailed_reset(&app, JUNE).await;
    shown(&app, "a7_weak_password", &letter).await;
    shown(&app, "a7_reset_password", &letter).await;
    shown(&app, "a7_spent_letter", &letter).await;
    assert!(!is_live(&app, &session).await);
    let signed_in = native_sign_in(&app, OTHER).await.expect(201);
    assert_eq!(signed_in.body["user"]["email"]["verified"], true, "the letter proves the mailbox");
}

#[rocket::async_test]
async fn a_key_sets_no_password_and_a_session_none_where_the_services_policy_goes_first() {
    let app = strict().await;
    let adam = app.loner("adam@acme.example").await;
    let key = adam.api_key(&app, &["account:read"]).await;
    shown(&app, "a7_api_key", &key.secret).await;
    shown(&app, "a7_strict_session", &adam.token).await;
    let letter = mailed_reset(&app, &adam.email).await;
    shown(&app, "a7_reset_password", &letter).await;
}
