//! Lists of one's own by number, and ids by their first digits, as a dialect asks for them.

use std::time::Duration;

use gatepost::domain::Error;
use gatepost::domain::error::Missing;
use gatepost::domain::invitations::{find_mine::find_mine, list_mine::list_mine_slice};
use gatepost::domain::orgs::list::list_slice;
use gatepost::domain::sessions::list_logins::list_logins_slice;
use gatepost::model::{InvitationId, Login, Order, Slice};
use serde_json::json;

use super::caller::through;
use crate::support::{PASSWORD, TestApp};

const ALL: Slice = Slice::new(0, 100, Order::NewestFirst);

#[rocket::async_test]
async fn attempts_to_sign_in_are_counted_off_from_either_end() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for password in ["wrong", PASSWORD] {
        app.clock.advance(Duration::from_secs(1));
        app.anonymous().post("/sessions", json!({"email": june.email, "password": password})).await;
    }
    let caller = through(&app, &june, None).await;
    let all = list_logins_slice(&app.app, &caller, ALL).await.unwrap();
    let outcomes: Vec<bool> = all.iter().map(|login| login.refusal.is_none()).collect();
    assert_eq!(outcomes, [true, false, true]);
    for (slice, expected) in [
        (Slice::new(1, 1, Order::NewestFirst), &all[1..2]),
        (Slice::new(2, 5, Order::NewestFirst), &all[2..]),
        (Slice::new(0, 1, Order::OldestFirst), &all[2..]),
        (Slice::new(3, 5, Order::OldestFirst), &[]),
    ] {
        let found = list_logins_slice(&app.app, &caller, slice).await.unwrap();
        let ids = |logins: &[Login]| logins.iter().map(|login| login.id).collect::<Vec<_>>();
        assert_eq!(ids(&found), ids(expected), "{slice:?}");
    }
}

#[rocket::async_test]
async fn an_operators_sign_in_is_told_as_such() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let operator = app.operator("olga@gatepost.example").await;
    app.support_login(&june, &operator).await;
    let caller = through(&app, &june, None).await;
    let told = june.api(&app).get("/account/logins").await.expect(200);
    assert_eq!(told.each("/kind"), ["support", "password"]);
    assert_eq!(told.str("/items/0/operator_id"), operator.id);
    let first = list_logins_slice(&app.app, &caller, ALL).await.unwrap().remove(0);
    assert_eq!(first.operator_id.map(|id| id.to_string()), Some(operator.id));
}

#[rocket::async_test]
async fn an_invitation_becomes_the_membership_that_it_stands_for() {
    let app = TestApp::start().await;
    let adam = app.loner("adam@mail.example").await;
    let caller = through(&app, &adam, None).await;
    let mut invited = Vec::new();
    for name in ["Acme", "Globex"] {
        let owner = app.founder(&format!("owner@{name}.example"), name).await;
        invited.push(app.invitation(&owner, &adam.email).await.id);
    }
    let ids = |slice| {
        let (app, caller) = (&app.app, &caller);
        async move {
            let found = list_mine_slice(app, caller, slice).await.unwrap();
            found.iter().map(|invitation| invitation.id.to_string()).collect::<Vec<_>>()
        }
    };
    assert_eq!(ids(Slice::new(0, 5, Order::OldestFirst)).await, invited);
    assert_eq!(ids(Slice::new(0, 1, Order::NewestFirst)).await, invited[1..]);
    assert_eq!(ids(Slice::new(1, 5, Order::NewestFirst)).await, invited[..1]);
    for id in &invited {
        adam.accept(&app, id).await.expect(200);
    }
    adam.api(&app).post("/orgs", json!({"name": "Own"})).await.expect(201);
    let joined = list_slice(&app.app, &caller, Slice::new(0, 5, Order::OldestFirst)).await.unwrap();
    let told: Vec<String> = joined.iter().map(|joined| joined.membership.id.to_string()).collect();
    assert_eq!(told[..2], invited);
    let came_from: Vec<bool> = joined.iter().map(|joined| joined.invitation.is_some()).collect();
    assert_eq!(came_from, [true, true, false]);
    let newest = list_slice(&app.app, &caller, Slice::new(0, 1, Order::NewestFirst)).await.unwrap();
    assert_eq!(newest[0].membership.org.name.as_str(), "Own");
}

#[rocket::async_test]
async fn an_invitation_is_found_by_its_first_digits_by_whom_it_is_for_alone() {
    let app = TestApp::start().await;
    let owner = app.founder("olivia@acme.example", "Acme").await;
    let (adam, eve) = (app.loner("adam@mail.example").await, app.loner("eve@evil.example").await);
    let id: InvitationId = app.invitation(&owner, &adam.email).await.id.parse().unwrap();
    let digits = id.abbreviated().parse().unwrap();
    let found = find_mine(&app.app, &through(&app, &adam, None).await, digits).await.unwrap();
    assert_eq!(found, id);
    for stranger in [&eve, &owner] {
        let refused = find_mine(&app.app, &through(&app, stranger, None).await, digits).await;
        assert!(matches!(refused, Err(Error::NotFound(Missing::Invitation))));
    }
    // An unproven address may be somebody else's.
    let shared = app.invite_by_link(&owner, "mallory@mail.example", "member").await;
    app.sign_up_invited("mallory@mail.example", &shared).await.expect(201);
    let mallory = app.sign_in("mallory@mail.example").await;
    let other = app.founder("olaf@globex.example", "Globex").await;
    let id: InvitationId = app.invitation(&other, &mallory.email).await.id.parse().unwrap();
    let caller = through(&app, &mallory, None).await;
    let refused = find_mine(&app.app, &caller, id.abbreviated().parse().unwrap()).await;
    assert!(matches!(refused, Err(Error::NotFound(Missing::Invitation))));
    assert!(list_mine_slice(&app.app, &caller, ALL).await.unwrap().is_empty());
}
