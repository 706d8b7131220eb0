//! Orgs of one name: a face may keep them apart.

use gatepost::domain::Error;
use gatepost::domain::error::Conflict;
use gatepost::domain::orgs::create::{CreateOrg, create};
use gatepost::domain::orgs::update::{UpdateOrg, update};
use gatepost::model::{Dialect, Membership, Org, OrgName, Principal};

use super::caller::through;
use crate::support::TestApp;

async fn found(app: &TestApp, caller: &Principal, name: &str) -> Result<Org, Error> {
    let input = CreateOrg { name: OrgName::parse(name).unwrap(), country: None };
    create(&app.app, caller, input).await
}

async fn rename(app: &TestApp, caller: &Principal, org: &Org, name: &str) -> Result<Membership, Error> {
    let input = UpdateOrg { name: Some(OrgName::parse(name).unwrap()), ..UpdateOrg::default() };
    update(&app.app, caller, org.id, input).await
}

fn is_taken<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Conflict(Conflict::OrgNameTaken)))
}

#[rocket::async_test]
async fn a_face_that_keeps_names_apart_refuses_one_that_another_org_has() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Straße Ltd").await;
    let caller = through(&app, &june, Some(Dialect::Pm415)).await;
    assert!(is_taken(found(&app, &caller, " STRASSE ltd").await));
    let org = found(&app, &caller, "Globex").await.unwrap();
    assert!(is_taken(rename(&app, &caller, &org, "strasse ltd").await));
    // Its own name in other letters is no other org's.
    rename(&app, &caller, &org, "GLOBEX").await.unwrap();
    assert!(is_taken(found(&app, &caller, "globex").await));
}

#[rocket::async_test]
async fn through_the_others_and_a_strict_one_two_orgs_may_have_one_name() {
    let strict = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    for (app, dialect) in [(&TestApp::start().await, None), (&strict, Some(Dialect::Pm415))] {
        let june = app.founder("june@acme.example", "Acme").await;
        let caller = through(app, &june, dialect).await;
        found(app, &caller, "Acme").await.unwrap();
    }
}
