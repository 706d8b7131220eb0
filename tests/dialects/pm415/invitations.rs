//! Invitations at `/api/account`: registering and logging in by one.

use super::{try_fixture, try_with};
use crate::support::{Invitation, Person, TestApp};

const JUNE: &str = "june@acme.example";

/// Globex, whose owner has invited June.
async fn invited() -> (TestApp, Person, Invitation) {
    let app = TestApp::start().await;
    let owner = app.founder("olga@globex.example", "Globex").await;
    let invitation = app.invitation(&owner, JUNE).await;
    (app, owner, invitation)
}

#[rocket::async_test]
async fn somebody_registers_by_an_invitation() {
    let (app, owner, invitation) = invited().await;
    try_with(&app, "b3_bad_invitation", "token", "934flsdf94rjsdnk92").await;
    let other = app.invitation(&owner, "matt@acme.example").await;
    try_with(&app, "b3_invitation_mismatch", "token", &other.mailed).await;
    try_with(&app, "b3_register_existing_org", "token", &invitation.shared).await;
    try_with(&app, "b3_invitation_used", "token", &invitation.mailed).await;
    try_fixture(&app, "b1_not_verified").await;
    assert_eq!(app.count_members(&owner).await, 2);
}

#[rocket::async_test]
async fn somebody_logs_in_with_an_invitation() {
    let (app, owner, _) = invited().await;
    app.founder(JUNE, "Acme").await;
    // Acme was founded after Globex.
    let older = app.invitation(&owner, JUNE).await;
    let invitation = app.invitation(&owner, JUNE).await;
    try_with(&app, "b1_bad_invitation", "token", &older.shared).await;
    try_with(&app, "b1_bad_invitation", "token", "garbage").await;
    try_with(&app, "b1_invitation_mismatch", "token", &invitation.mailed).await;
    try_with(&app, "b1_login_with_invitation", "token", &invitation.shared).await;
    try_with(&app, "b1_invitation_used", "token", &invitation.mailed).await;
}
