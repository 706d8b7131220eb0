//! `/admin/settings` and `/admin/health`

use gatepost::domain::settings::SettingInForce;
use serde_json::json;

use crate::support::TestApp;

#[rocket::async_test]
async fn settings_are_told_with_where_they_come_from_and_secrets_are_not() {
    let setting = |name: &str, value: Option<&str>, is_masked| SettingInForce {
        name: name.to_owned(),
        value: value.map(str::to_owned),
        is_masked,
        source: "GATEPOST_SMTP__HOST".to_owned(),
    };
    let in_force =
        vec![setting("smtp.host", Some("\"smtp.example.com\""), false), setting("smtp.password", None, true)];
    let app = TestApp::start_with(|setup| setup.in_force = in_force).await;
    let rita = app.operator("rita@root.example").await;
    let told = rita.api(&app).get("/admin/settings").await.expect(200);
    let host = json!({"name": "smtp.host", "value": "\"smtp.example.com\"", "masked": false,
        "source": "GATEPOST_SMTP__HOST"});
    assert_eq!(told.items()[0], host);
    let password =
        json!({"name": "smtp.password", "value": null, "masked": true, "source": "GATEPOST_SMTP__HOST"});
    assert_eq!(told.items()[1], password);
}

#[rocket::async_test]
async fn health_tells_what_waits_and_what_failed() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    app.letters().await;
    let june = app.loner("june@acme.example").await;
    app.letters().await;
    june.delete_account(&app).await.expect(202);
    let health = rita.api(&app).get("/admin/health").await.expect(200);
    assert_eq!(health.str("/version"), env!("CARGO_PKG_VERSION"));
    assert_eq!((&health.body["mail"]["queued"], &health.body["mail"]["failed"]), (&json!(1), &json!(0)));
    assert!(health.body["mail"]["oldest_queued_at"].is_string());
    assert_eq!((&health.body["jobs"]["open"], &health.body["jobs"]["failed"]), (&json!(1), &json!(0)));
    let keys = rita.api(&app).get("/admin/keys").await.expect(200);
    assert_eq!(health.str("/key_id"), keys.str("/items/0/kid"));
}
