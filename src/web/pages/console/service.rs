//! `/admin/settings` and `/admin/health`: how the service is set up, and how it fares.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::operators::list_settings::list_settings;
use crate::domain::operators::show_health::{self, Health};
use crate::domain::settings::SettingInForce;
use crate::web::pages::frame::{Answer, Page};

pub(super) fn routes() -> Vec<Route> {
    routes![show_settings, show_health_page]
}

#[derive(Serialize)]
struct SettingsView {
    settings: Vec<SettingView>,
}

#[derive(Serialize)]
struct SettingView {
    name: String,
    value: Option<String>,
    is_masked: bool,
    source: String,
}

impl From<&SettingInForce> for SettingView {
    fn from(setting: &SettingInForce) -> Self {
        Self {
            name: setting.name.clone(),
            value: setting.value.clone(),
            is_masked: setting.is_masked,
            source: setting.source.clone(),
        }
    }
}

#[get("/admin/settings")]
async fn show_settings(app: &State<App>, operator: Operating<'_>) -> Answer {
    let settings = list_settings(app, operator.0).await?.iter().map(Into::into).collect();
    Ok(Page::new("console/settings.html", SettingsView { settings }).into())
}

#[derive(Serialize)]
struct HealthView {
    version: &'static str,
    at: i64,
    key_id: String,
    mail_configured: bool,
    letters_queued: i64,
    oldest_letter_at: Option<i64>,
    letters_failed: i64,
    jobs_open: i64,
    jobs_failed: i64,
}

impl From<Health> for HealthView {
    fn from(health: Health) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            at: micros(health.at),
            key_id: health.key_id,
            mail_configured: health.mail_configured,
            letters_queued: health.letters_queued,
            oldest_letter_at: health.oldest_letter_at.map(micros),
            letters_failed: health.letters_failed,
            jobs_open: health.jobs_open,
            jobs_failed: health.jobs_failed,
        }
    }
}

#[get("/admin/health")]
async fn show_health_page(app: &State<App>, operator: Operating<'_>) -> Answer {
    let health = show_health::show_health(app, operator.0).await?;
    Ok(Page::new("console/health.html", HealthView::from(health)).into())
}
