//! `/admin/audit`

use gatepost::domain::audit::chain;
use serde_json::json;

use crate::support::TestApp;

#[rocket::async_test]
async fn everything_that_was_done_is_listed_in_orgs_and_outside() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    june.api(&app).patch("/account", json!({"locale": "de"})).await.expect(200);
    june.api(&app).patch(&june.org(""), json!({"country": "DE"})).await.expect(200);
    let api = rita.api(&app);
    let all = api.get("/admin/audit?limit=200").await.expect(200);
    for action in ["org.updated", "user.updated", "user.operator_granted", "sign_up.started"] {
        assert!(all.each("/action").contains(&action), "{action}");
    }
    let find = async |query: &str| {
        let list = api.get(&format!("/admin/audit?{query}")).await.expect(200);
        list.each("/action").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(find(&format!("org={}", june.org_id)).await.first().map(String::as_str), Some("org.updated"));
    assert_eq!(find(&format!("target={}&action=user.updated", june.id)).await, ["user.updated"]);
    assert_eq!(find(&format!("actor={}&action=org.updated", june.id)).await, ["org.updated"]);
    assert!(find(&format!("actor={}", rita.id)).await.iter().all(|action| !action.starts_with("org.")));
    let refused = api.get("/admin/audit?org=acme&target=june&actor=x&action=").await;
    let refused = refused.expect_refusal(422, "invalid_values");
    let expected = [
        ("?action", "unknown_value"),
        ("?actor", "id_malformed"),
        ("?org", "id_malformed"),
        ("?target", "id_malformed"),
    ];
    assert_eq!(refused.faults(), expected);
}

#[rocket::async_test]
async fn an_operator_is_told_whether_the_audit_holds_and_where_not() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@gatepost.example").await;
    app.founder("june@acme.example", "Acme").await;
    let verify = || async { rita.api(&app).get("/admin/audit/verification").await.expect(200) };
    assert!(verify().await.body["waiting"].as_u64() > Some(0));
    chain::chain(&app.app).await.expect("events can be chained");
    let found = verify().await;
    assert_eq!(found.members(), ["chained", "erased", "faults", "holds", "waiting"]);
    assert_eq!((&found.body["holds"], &found.body["waiting"]), (&json!(true), &json!(0)));

    app.alter("DELETE FROM audit_events WHERE position = 2");
    let found = verify().await;
    assert_eq!(found.body["holds"], json!(false));
    let fault = &found.body["faults"][0];
    assert_eq!(fault["code"], "missing");
    assert_eq!(fault["detail"], "event 2 is missing: it was removed");
}
