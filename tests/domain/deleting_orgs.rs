//! Deleting an org takes its owner's password, but where a face lets a session suffice.

use gatepost::domain::Error;
use gatepost::domain::error::{Forbidden, Unauthenticated};
use gatepost::domain::jobs::cancel::cancel;
use gatepost::domain::orgs::delete::delete;
use gatepost::model::{Dialect, JobState};

use super::caller::through;
use crate::support::TestApp;

#[rocket::async_test]
async fn through_pm415_a_session_suffices() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let caller = through(&app, &june, Some(Dialect::Pm415)).await;
    let job = delete(&app.app, &caller, june.org_id.parse().unwrap(), None).await.unwrap();
    assert_eq!(job.state, JobState::Scheduled);
    june.api(&app).get(&june.org("")).await.expect_refusal(404, "org_not_found");
}

#[rocket::async_test]
async fn through_the_others_and_a_strict_one_it_takes_the_password() {
    let strict = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let lenient = TestApp::start().await;
    let cases = [(&strict, Some(Dialect::Pm415)), (&lenient, Some(Dialect::Cycle)), (&lenient, None)];
    for (number, (app, dialect)) in cases.into_iter().enumerate() {
        let june = app.founder(&format!("june{number}@acme.example"), "Acme").await;
        let caller = through(app, &june, dialect).await;
        let refused = delete(&app.app, &caller, june.org_id.parse().unwrap(), None).await;
        assert!(matches!(refused, Err(Error::Forbidden(Forbidden::PasswordRequired))), "{dialect:?}");
        june.api(app).get(&june.org("")).await.expect(200);
    }
}

#[rocket::async_test]
async fn through_pm415_an_admin_is_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let caller = through(&app, &adam, Some(Dialect::Pm415)).await;
    let refused = delete(&app.app, &caller, june.org_id.parse().unwrap(), None).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::RoleTooLow))));
}

/// A call whose session was good when it came in, and is not any more when it acts.
#[rocket::async_test]
async fn an_owner_whose_account_is_to_be_deleted_keeps_no_org() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let caller = through(&app, &june, None).await;
    let job = june.delete_org(&app).await.expect(202);
    june.delete_account(&app).await.expect(202);
    let refused = cancel(&app.app, &caller, job.str("/id").parse().unwrap()).await;
    assert!(matches!(refused, Err(Error::Unauthenticated(Unauthenticated::NotSignedIn))), "{refused:?}");
}
