//! How much there is and how the service fares: overview, jobs, audit, keys, settings, health.

use std::collections::BTreeSet;
use std::time::Duration;

use gatepost::domain::settings::SettingInForce;
use serde_json::json;

use super::operator;
use crate::support::TestApp;

#[rocket::async_test]
async fn the_overview_counts_what_there_is_and_what_went_on_lately() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let wrong = json!({"email": june.email, "password": "wrong wrong wrong"});
    app.anonymous().post("/sessions", wrong).await.expect(401);
    app.letters().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin").await.expect(200);
    assert_eq!(&page.all("a.tile")[..2], ["People 2", "Organizations 1"]);
    // June and Rita signed in, Rita twice.
    assert_eq!(&page.all("tbody tr:first-child td")[..3], ["2", "3", "1"]);
    assert_eq!(page.all("tbody tr").len(), 30);
    let days: BTreeSet<String> = page.all("tbody th").into_iter().collect();
    assert_eq!(days.len(), 30, "{days:?}");
    let told = page.attr("svg.chart", "aria-label").expect("a chart is told in words");
    assert_eq!(told, "New accounts: 2 in all, at most 2 on one day");
    assert_eq!(page.all("svg.chart").len(), 5);
}

#[rocket::async_test]
async fn what_is_longer_ago_than_a_month_is_not_told() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    app.clock.advance(Duration::from_hours(24 * 31));
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin").await.expect(200);
    assert_eq!(page.all("a.tile")[0], "People 2");
    let told = page.attr("svg.chart", "aria-label").expect("a chart is told in words");
    assert_eq!(told, "New accounts: 1 in all, at most 1 on one day");
}

#[rocket::async_test]
async fn jobs_are_listed_with_their_steps_and_by_their_state() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    june.delete_account(&app).await.expect(202);
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/jobs?state=scheduled").await.expect(200);
    page.expect_text("Delete an account").expect_text("Wait for second thoughts").expect_text("Due");
    browser.open("/admin/jobs?state=failed").await.expect(200).expect_text("No job is found.");
}

#[rocket::async_test]
async fn the_audit_is_narrowed_down_and_a_filter_that_can_not_be_is_told() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let (_, mut browser) = operator(&app).await;
    let page =
        browser.open(&format!("/admin/audit?target={}&action=user.created", june.id)).await.expect(200);
    assert_eq!(page.all("tbody code"), ["user.created"]);
    assert_eq!(page.value("action").as_deref(), Some("user.created"));
    let page = browser.open("/admin/audit?actor=june").await.expect(200);
    assert!(page.fault("actor").is_some());
    assert!(page.all("tbody tr").is_empty());
    assert!(browser.open("/admin/audit?actor=&target=&org=&action=").await.all("tbody tr").len() > 3);
}

#[rocket::async_test]
async fn a_fresh_key_is_put_in_force_and_nobody_is_signed_out() {
    let app = TestApp::start().await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/keys").await.expect(200);
    assert_eq!(page.all(".list li").len(), 1);
    let page = browser.submit(&page, "/admin/keys/rotate", &[]).await.expect(200);
    let page = page.expect_text("A fresh key is in force.");
    assert_eq!(page.all(".list .badge"), ["Signs", "Retired"]);
    browser.open("/admin").await.expect(200);
}

#[rocket::async_test]
async fn settings_are_shown_with_their_sources_and_secrets_are_not() {
    let setting = |name: &str, value: Option<&str>, is_masked| SettingInForce {
        name: name.to_owned(),
        value: value.map(str::to_owned),
        is_masked,
        source: "GATEPOST_SMTP".to_owned(),
    };
    let app = TestApp::start_with(|setup| {
        setup.in_force = vec![
            setting("smtp.host", Some("\"smtp.example.com\""), false),
            setting("smtp.password", None, true),
        ];
    })
    .await;
    let (_, mut browser) = operator(&app).await;
    let page = browser.open("/admin/settings").await.expect(200);
    assert_eq!(
        page.all("tbody td"),
        ["\"smtp.example.com\"", "GATEPOST_SMTP", "Set, and not shown", "GATEPOST_SMTP"]
    );
    let page = browser.open("/admin/health").await.expect(200);
    page.expect_text(env!("CARGO_PKG_VERSION")).expect_text("k4.pid.");
}
