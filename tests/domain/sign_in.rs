//! Signing in as the faces of the service do it, beyond what the native API shows.

use gatepost::domain::Error;
use gatepost::domain::accounts::request_password_reset::request_password_reset;
use gatepost::domain::accounts::sign_up::sign_up;
use gatepost::domain::error::{Forbidden, Missing, Unauthenticated};
use gatepost::domain::sessions::sign_in::{SignIn, sign_in};
use gatepost::domain::sessions::start::{ActFor, SignedIn};
use gatepost::model::{Dialect, EmailAddress, Password};
use serde_json::json;

use crate::support::{PASSWORD, TestApp, caller_in, sign_up_of};

const JUNE: &str = "june@acme.example";

async fn through(
    app: &TestApp,
    dialect: Dialect,
    login: &str,
    password: &str,
    act_for: ActFor,
) -> Result<SignedIn, Error> {
    let password = Password::present(password).unwrap();
    sign_in(
        &app.app,
        &caller_in(dialect),
        SignIn { login: login.to_owned(), password, act_for, invitation: None },
    )
    .await
}

#[rocket::async_test]
async fn whoever_has_several_orgs_may_have_to_choose_and_is_told_the_last_one() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let only = |act_for| through(&app, Dialect::Backstack, JUNE, PASSWORD, act_for);
    let signed_in = only(ActFor::TheOnlyOne).await.unwrap();
    let acme = signed_in.session.org_id.expect("the only one");
    june.api(&app).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    let several = only(ActFor::TheOnlyOne).await.unwrap();
    assert_eq!((several.session.org_id, several.last_org), (None, Some(acme)));
    let globex =
        several.memberships.iter().map(|membership| membership.org.id).find(|id| *id != acme).unwrap();
    assert_eq!(only(ActFor::Org(globex)).await.unwrap().session.org_id, Some(globex));
    assert_eq!(only(ActFor::TheOnlyOne).await.unwrap().last_org, Some(globex));
    assert_eq!(only(ActFor::First).await.unwrap().last_org, None, "there is nothing to choose");

    let loner = app.loner("adam@mail.example").await;
    let none = through(&app, Dialect::Backstack, &loner.email, PASSWORD, ActFor::TheOnlyOne).await.unwrap();
    assert_eq!((none.session.org_id, none.last_org), (None, None));
}

#[rocket::async_test]
async fn who_exists_is_told_before_the_password_is_looked_at_where_that_is_documented() {
    for strict in [false, true] {
        let app = TestApp::start_with(|setup| setup.rules.dialects.strict = strict).await;
        sign_up(&app.app, &caller_in(Dialect::Pm415), sign_up_of(JUNE)).await.unwrap();
        let wrong = |login: &'static str| through(&app, Dialect::Pm415, login, "wrong", ActFor::First);
        let (nobody, pending) = (wrong("nobody@acme.example").await, wrong(JUNE).await);
        if strict {
            for refused in [nobody, pending] {
                let is_uniform =
                    matches!(refused, Err(Error::Unauthenticated(Unauthenticated::WrongCredentials)));
                assert!(is_uniform, "{refused:?}");
            }
        } else {
            assert!(matches!(nobody, Err(Error::NotFound(Missing::User))), "{nobody:?}");
            assert!(matches!(pending, Err(Error::Forbidden(Forbidden::NotActivated))), "{pending:?}");
        }
        // Faces that document nothing of the kind tell nobody.
        let elsewhere =
            through(&app, Dialect::Backstack, "nobody@acme.example", "wrong", ActFor::First).await;
        let is_uniform = matches!(elsewhere, Err(Error::Unauthenticated(Unauthenticated::WrongCredentials)));
        assert!(is_uniform, "{elsewhere:?}");
    }
}

#[rocket::async_test]
async fn whose_password_is_to_be_reset_is_answered_where_that_is_documented() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let ask = |dialect, email: &str| {
        let email = EmailAddress::parse(email).unwrap();
        let (app, client) = (&app.app, caller_in(dialect));
        async move { request_password_reset(app, &client, email).await }
    };
    let told = ask(Dialect::Backstack, JUNE).await.unwrap().expect("the person");
    assert_eq!(told.id.to_string(), june.id);
    let nobody = ask(Dialect::Backstack, "nobody@acme.example").await;
    assert!(matches!(nobody, Err(Error::NotFound(Missing::User))), "{nobody:?}");
    for email in [JUNE, "nobody@acme.example"] {
        assert!(ask(Dialect::Cycle, email).await.unwrap().is_none());
    }
}
