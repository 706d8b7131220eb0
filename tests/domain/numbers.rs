//! Numbers of people and orgs, as a dialect calls them.

use gatepost::domain::error::Missing;
use gatepost::domain::{Error, numbers};
use gatepost::model::{Number, OrgId, UserId};

use super::caller::through;
use crate::support::{Person, TestApp};

fn org_number(person: &Person) -> Number {
    person.org_id.parse::<OrgId>().unwrap().number()
}

fn user_number(person: &Person) -> Number {
    person.id.parse::<UserId>().unwrap().number()
}

#[rocket::async_test]
async fn an_org_is_found_by_its_number_by_its_members_alone() {
    let app = TestApp::start().await;
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    let number = org_number(&owner);
    let found = numbers::find_org(&app.app, &through(&app, &owner, None).await, number).await.unwrap();
    assert_eq!(found.to_string(), owner.org_id);
    let refused = numbers::find_org(&app.app, &through(&app, &stranger, None).await, number).await;
    assert!(matches!(refused, Err(Error::NotFound(Missing::Org))));
}

#[rocket::async_test]
async fn members_are_found_by_their_numbers_and_nobody_else_is() {
    let app = TestApp::start().await;
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let member = app.joiner(&owner, "mia@acme.example", "member").await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    let asked = vec![user_number(&stranger), user_number(&member), user_number(&owner)];
    let org_id: OrgId = owner.org_id.parse().unwrap();
    let caller = through(&app, &member, None).await;
    let found = numbers::find_members(&app.app, &caller, org_id, asked.clone()).await.unwrap();
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), [&*member.id, &*owner.id]);
    let caller = through(&app, &stranger, None).await;
    let refused = numbers::find_members(&app.app, &caller, org_id, asked).await;
    assert!(matches!(refused, Err(Error::NotFound(Missing::Org))));
}
