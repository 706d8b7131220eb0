//! getAccountLogins: who signed in, and who tried.

use std::time::Duration;

use serde_json::json;

use super::{load, short};
use crate::support::TestApp;

#[rocket::async_test]
async fn every_attempt_is_told_the_newest_first() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    app.clock.advance(Duration::from_secs(1));
    let wrong = json!({"email": june.email, "password": "wrong"});
    app.anonymous().post("/sessions", wrong).await.expect(401);
    app.clock.advance(Duration::from_secs(1));
    let operator = app.operator("olga@gatepost.example").await;
    app.support_login(&june, &operator).await;
    let case = |name| load(name).with("token", &june.token).with("account", &short(&june.id));
    case("c1_logins").with("operator", &short(&operator.id)).send(&app).await.matches();
    case("c1_logins_page").send(&app).await.matches();
    load("c1_logins_bad_page").with("token", &june.token).send(&app).await.matches();
}
