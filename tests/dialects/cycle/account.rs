//! `/v1/account`.

use std::time::Duration;

use crate::support::{Fixture, TestApp};

#[rocket::async_test]
async fn the_account_is_shown_to_its_person() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let shown = Fixture::load("cycle/c1_get_account").with("token", &june.token).send(&app).await.matches();
    let native = june.api(&app).get("/account").await.expect(200);
    assert_eq!(shown.str("/data/id"), &native.str("/id").replace('-', "")[..24]);
}

#[rocket::async_test]
async fn nobody_sees_an_account_without_a_good_bearer() {
    let app = TestApp::start().await;
    Fixture::load("cycle/c0_no_bearer").send(&app).await.matches();
    Fixture::load("cycle/c0_bad_bearer").send(&app).await.matches();
    let june = app.loner("june@acme.example").await;
    app.clock.advance(Duration::from_hours(24));
    Fixture::load("cycle/c0_expired_bearer").with("token", &june.token).send(&app).await.matches();
}
