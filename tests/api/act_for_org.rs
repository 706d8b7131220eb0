//! `/sessions/current/org`

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

const GRACE: Duration = Duration::from_secs(30);
const MOMENT: Duration = Duration::from_micros(1);

/// Somebody who owns Acme, acts for it, and owns another org.
async fn of_two_orgs(app: &TestApp) -> (Person, String) {
    let june = app.founder("june@acme.example", "Acme").await;
    let globex = june.api(app).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    (june, globex.str("/id").to_owned())
}

async fn act_for(app: &TestApp, token: &str, org_id: &str) -> Answer {
    app.bearer(token).put("/sessions/current/org", json!({"org_id": org_id})).await
}

async fn acting_for(app: &TestApp, token: &str) -> Value {
    app.bearer(token).get("/sessions/current").await.expect(200).body["org"]["name"].take()
}

#[rocket::async_test]
async fn a_session_acts_for_another_org_of_mine_with_a_new_token() {
    let app = TestApp::start().await;
    let (june, globex) = of_two_orgs(&app).await;
    let answer = act_for(&app, &june.token, &globex).await.expect(200);
    assert_eq!(answer.members(), ["expires_at", "token"]);
    assert_eq!(acting_for(&app, answer.str("/token")).await, "Globex");
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let refreshed =
        app.bearer(answer.str("/token")).post_empty("/sessions/current/refresh").await.expect(200);
    assert_eq!(acting_for(&app, refreshed.str("/token")).await, "Globex", "a refresh changes no org");
}

#[rocket::async_test]
async fn an_org_that_is_not_mine_is_not_there_and_my_token_goes_on() {
    let app = TestApp::start().await;
    let (june, _) = of_two_orgs(&app).await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    act_for(&app, &june.token, &stranger.org_id).await.expect_refusal(404, "org_not_found");
    let unknown = "0190c5a8-0000-7000-8000-000000000000";
    act_for(&app, &june.token, unknown).await.expect_refusal(404, "org_not_found");
    let refusal = act_for(&app, &june.token, "acme").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/org_id", "id_malformed")]);
    assert_eq!(acting_for(&app, &june.token).await, "Acme");
}

#[rocket::async_test]
async fn who_calls_is_judged_before_what_they_ask_for() {
    let app = TestApp::start().await;
    app.clock.stop();
    let (june, globex) = of_two_orgs(&app).await;
    let ask = async |token: &str| app.bearer(token).put("/sessions/current/org", json!({})).await;
    ask("x").await.expect_refusal(401, "not_signed_in");
    let next = act_for(&app, &june.token, &globex).await.expect(200);
    // Just replaced, it may still get its successor: so what it asks for is looked at.
    ask(&june.token).await.expect_refusal(422, "invalid_values");
    app.clock.advance(GRACE + MOMENT);
    ask(&june.token).await.expect_refusal(401, "not_signed_in");
    ask(next.str("/token")).await.expect_refusal(422, "invalid_values");
    app.bearer(next.str("/token")).delete("/sessions/current").await.expect(204);
    ask(next.str("/token")).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn a_retry_gets_the_same_token_and_another_wish_gets_none() {
    let app = TestApp::start().await;
    app.clock.stop();
    let (june, globex) = of_two_orgs(&app).await;
    let first = act_for(&app, &june.token, &globex).await.expect(200);
    assert_eq!(act_for(&app, &june.token, &globex).await.expect(200).body, first.body);
    act_for(&app, &june.token, &june.org_id).await.expect_refusal(401, "not_signed_in");
    assert_eq!(acting_for(&app, first.str("/token")).await, "Globex");
}

#[rocket::async_test]
async fn a_spent_token_shown_later_is_refused_and_the_session_goes_on() {
    let app = TestApp::start().await;
    app.clock.stop();
    let (june, globex) = of_two_orgs(&app).await;
    let next = act_for(&app, &june.token, &globex).await.expect(200);
    app.clock.advance(GRACE + MOMENT);
    act_for(&app, &june.token, &globex).await.expect_refusal(401, "not_signed_in");
    app.bearer(next.str("/token")).get("/sessions/current").await.expect(200);
}

#[rocket::async_test]
async fn a_token_whose_time_is_over_acts_for_no_org() {
    let app = TestApp::start().await;
    let (june, globex) = of_two_orgs(&app).await;
    app.clock.advance(Duration::from_hours(24));
    act_for(&app, &june.token, &globex).await.expect_refusal(401, "session_expired");
}

#[rocket::async_test]
async fn who_leaves_the_org_they_act_for_keeps_a_session_that_acts_for_none() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    adam.who_am_i(&app).await.expect(200);
    june.api(&app).delete(&june.org(&format!("/members/{}", adam.id))).await.expect(204);
    let me = adam.who_am_i(&app).await.expect(200);
    assert_eq!((&me.body["org"], &me.body["role"]), (&Value::Null, &Value::Null));
    assert_eq!(me.body["permissions"], json!([]));
    act_for(&app, &adam.token, &june.org_id).await.expect_refusal(404, "org_not_found");
    let own = adam.api(&app).post("/orgs", json!({"name": "Adam's"})).await.expect(201);
    let next = act_for(&app, &adam.token, own.str("/id")).await.expect(200);
    assert_eq!(acting_for(&app, next.str("/token")).await, "Adam's");
}
