//! Refreshing a token, and signing out.

use std::time::Duration;

use super::{FOUR_KINDS, create, is_live, shown, sign_in};
use crate::support::TestApp;

const JUNE: &str = "june@acme.example";

#[rocket::async_test]
async fn a_refreshed_token_stops_at_once() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let first = sign_in(&app, JUNE, FOUR_KINDS).await;
    let second = shown(&app, "a9_refresh_token", &first).await.str("/token").to_owned();
    // Not even a retry gets the answer again.
    shown(&app, "a9_replaced", &first).await;
    assert!(!is_live(&app, &first).await && is_live(&app, &second).await);
    shown(&app, "a9_refresh_token", &second).await;
}

#[rocket::async_test]
async fn a_token_whose_time_is_over_is_not_refreshed() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let token = sign_in(&app, JUNE, FOUR_KINDS).await;
    app.clock.advance(Duration::from_hours(24));
    shown(&app, "a9_expired", &token).await;
    let adam = app.loner("adam@acme.example").await;
    let key = adam.api_key(&app, &["account:read"]).await;
    shown(&app, "a9_api_key", &key.secret).await;
}

#[rocket::async_test]
async fn signing_out_ends_the_session_that_is_shown_and_no_other() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let (one, other) = (sign_in(&app, JUNE, FOUR_KINDS).await, sign_in(&app, JUNE, FOUR_KINDS).await);
    shown(&app, "a10_sign_out", &one).await;
    shown(&app, "a10_signed_out", &one).await;
    assert!(!is_live(&app, &one).await && is_live(&app, &other).await);
}
