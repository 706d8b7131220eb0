//! A forgotten password.

use super::{JUNE, PASSWORD, USERNAME, load, log_in, opened};
use crate::support::TestApp;

const ANOTHER: &str = "another long one";

#[rocket::async_test]
async fn a_forgotten_password_is_reset_by_the_letter() {
    let app = TestApp::start().await;
    opened(&app).await;
    let before = log_in(&app, USERNAME, PASSWORD).await;
    load("d4_forgot_password").with("email", JUNE).send(&app).await.matches();
    let token = app.last_letter_to(JUNE).await.token("reset");
    for _ in 0..2 {
        load("d4_reset_look").with("token", &token).send(&app).await.matches();
    }
    load("d4_reset_differs").with("token", &token).with("password", ANOTHER).send(&app).await.matches();
    load("d4_reset_username").with("token", &token).send(&app).await.matches();
    load("d4_reset")
        .with("token", &token)
        .with("password", ANOTHER)
        .with("email", JUNE)
        .send(&app)
        .await
        .matches();
    app.bearer(&before).get("/account").await.expect_refusal(401, "not_signed_in");
    let after = log_in(&app, USERNAME, ANOTHER).await;
    // The letter was read, so the mailbox is proven.
    assert_eq!(app.bearer(&after).get("/account").await.expect(200).body["email"]["verified"], true);
    load("d4_reset_look_bad").with("token", &token).send(&app).await.matches();
    load("d4_reset_bad_token").with("token", &token).with("password", ANOTHER).send(&app).await.matches();
}

#[rocket::async_test]
async fn an_address_that_nobody_has_is_told() {
    let app = TestApp::start().await;
    load("d4_forgot_password_unknown").with("email", "nobody@acme.example").send(&app).await.matches();
    load("d4_reset_nothing").send(&app).await.matches();
}
