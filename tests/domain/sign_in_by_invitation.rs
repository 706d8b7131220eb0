//! Signing in with the token of an invitation: both happen, or neither.

use gatepost::domain::Error;
use gatepost::domain::error::{Expired, Forbidden, Missing, Unauthenticated};
use gatepost::domain::sessions::sign_in::{SignIn, sign_in};
use gatepost::domain::sessions::start::{ActFor, SignedIn};
use gatepost::model::{Dialect, Password};

use crate::support::{PASSWORD, Person, TestApp, caller_in};

const MIA: &str = "mia@initech.example";

/// Acme, whose owner invites, and somebody of another org.
async fn acme() -> (TestApp, Person, Person) {
    let app = TestApp::start().await;
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let mia = app.founder(MIA, "Initech").await;
    (app, owner, mia)
}

async fn by(app: &TestApp, login: &str, password: &str, token: &str) -> Result<SignedIn, Error> {
    let password = Password::present(password).unwrap();
    let invitation = Some(token.to_owned());
    let input = SignIn { login: login.to_owned(), password, act_for: ActFor::First, invitation };
    sign_in(&app.app, &caller_in(Dialect::Pm415), input).await
}

#[rocket::async_test]
async fn it_joins_the_org_and_acts_for_the_one_of_before() {
    let (app, owner, mia) = acme().await;
    let invitation = app.invitation(&owner, MIA).await;
    let signed_in = by(&app, "Mia@INITECH.example", PASSWORD, &invitation.shared).await.unwrap();
    let names: Vec<&str> =
        signed_in.memberships.iter().map(|membership| membership.org.name.as_str()).collect();
    assert_eq!(names, ["Initech", "Acme"]);
    assert_eq!(signed_in.session.org_id.map(|id| id.to_string()), Some(mia.org_id));
    let again = by(&app, MIA, PASSWORD, &invitation.shared).await;
    assert!(matches!(again, Err(Error::Expired(Expired::InvitationAccepted))));
    let invitation = app.look(&invitation.mailed).await;
    invitation.expect_refusal(410, "token_spent");
}

#[rocket::async_test]
async fn an_invitation_that_cannot_be_used_is_told_before_anything_else() {
    let (app, owner, _) = acme().await;
    let older = app.invitation(&owner, MIA).await;
    let invitation = app.invitation(&owner, MIA).await;
    for token in ["garbage", &"x".repeat(43)] {
        let refused = by(&app, "nobody@acme.example", "wrong", token).await;
        assert!(matches!(refused, Err(Error::NotFound(Missing::Token))), "{token}");
    }
    let refused = by(&app, MIA, "wrong", &older.mailed).await;
    assert!(matches!(refused, Err(Error::Expired(Expired::TokenSpent))));
    for login in ["nobody@acme.example", &owner.email, "mia"] {
        let refused = by(&app, login, "wrong", &invitation.mailed).await;
        assert!(matches!(refused, Err(Error::Forbidden(Forbidden::WrongAccount))), "{login}");
    }
}

#[rocket::async_test]
async fn nobody_joins_without_signing_in() {
    let (app, owner, mia) = acme().await;
    let invitation = app.invitation(&owner, MIA).await;
    let refused = by(&app, MIA, "wrong", &invitation.mailed).await;
    assert!(matches!(refused, Err(Error::Unauthenticated(Unauthenticated::WrongCredentials))));
    mia.turn_two_factor_on(&app).await;
    let refused = by(&app, MIA, PASSWORD, &invitation.mailed).await;
    assert!(matches!(refused, Err(Error::TwoFactorRequired { .. })));
    assert_eq!(app.count_members(&owner).await, 1);
    app.look(&invitation.mailed).await.expect(200);
}

#[rocket::async_test]
async fn a_member_makes_no_session_by_another_invitation() {
    let (app, owner, mia) = acme().await;
    let invitation = app.invitation(&owner, MIA).await;
    mia.accept(&app, &invitation.mailed).await.expect(200);
    let sessions = mia.api(&app).get("/sessions").await.expect(200).items().len();
    let refused = by(&app, MIA, PASSWORD, &invitation.mailed).await;
    assert!(matches!(refused, Err(Error::Expired(Expired::InvitationAccepted))));
    assert_eq!(mia.api(&app).get("/sessions").await.expect(200).items().len(), sessions);
}
