//! `/admin/settings` and `/admin/health`: how the service is set up, and how it fares.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::operators::list_settings as operation;
use crate::domain::operators::show_health::{self, Health};
use crate::domain::settings::SettingInForce;
use crate::web::answer::{ApiResult, time};
use crate::web::guards::operator::Operator;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_settings, show_service_health]
}

/// A setting in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct SettingBody {
    /// Its name.
    #[schema(example = "smtp.host")]
    pub name: String,
    /// Its value, as it would be written into the file; null where there is none, and for a secret.
    #[schema(example = "\"smtp.example.com\"")]
    pub value: Option<String>,
    /// Whether it is a secret that is set, and therefore not told.
    pub masked: bool,
    /// Where it comes from: a variable, a file, a flag, or `default`.
    #[schema(example = "GATEPOST_SMTP__HOST")]
    pub source: String,
}

impl From<&SettingInForce> for SettingBody {
    fn from(setting: &SettingInForce) -> Self {
        Self {
            name: setting.name.clone(),
            value: setting.value.clone(),
            masked: setting.is_masked,
            source: setting.source.clone(),
        }
    }
}

/// The settings in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct SettingsBody {
    /// Every setting, in the order of the reference.
    pub items: Vec<SettingBody>,
    /// Always null: there is one page.
    pub next_cursor: Option<String>,
}

/// List the settings in force.
///
/// Those that this process was started with, as `gatepost config show` prints them. Secrets are masked.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 200, description = "The settings.", body = SettingsBody))
)]
#[get("/admin/settings")]
pub(crate) async fn list_settings(app: &State<App>, operator: Operator) -> ApiResult<SettingsBody> {
    let settings = operation::list_settings(app, &operator.0).await?;
    Ok(Json(SettingsBody { items: settings.iter().map(Into::into).collect(), next_cursor: None }))
}

/// How the service fares.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceHealthBody {
    /// The version of Gatepost.
    #[schema(example = "0.1.0")]
    pub version: &'static str,
    /// The time of this answer.
    pub at: String,
    /// The key that signs session tokens.
    #[schema(example = "k4.pid.…")]
    pub key_id: String,
    /// The letters.
    pub mail: MailHealthBody,
    /// What is done later.
    pub jobs: JobsHealthBody,
}

/// How the letters fare.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailHealthBody {
    /// Whether there is a way for letters to go.
    pub configured: bool,
    /// How many wait.
    pub queued: i64,
    /// Since when the oldest of them waits; null when none does.
    pub oldest_queued_at: Option<String>,
    /// How many were given up in the last 30 days.
    pub failed: i64,
}

/// How the jobs fare.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobsHealthBody {
    /// How many are not finished.
    pub open: i64,
    /// How many could not be done in the last 30 days.
    pub failed: i64,
}

impl From<Health> for ServiceHealthBody {
    fn from(health: Health) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            at: time(health.at),
            key_id: health.key_id,
            mail: MailHealthBody {
                configured: health.mail_configured,
                queued: health.letters_queued,
                oldest_queued_at: health.oldest_letter_at.map(time),
                failed: health.letters_failed,
            },
            jobs: JobsHealthBody { open: health.jobs_open, failed: health.jobs_failed },
        }
    }
}

/// How does the service fare?
///
/// The letters, the jobs and the key that signs. `/healthz` and `/readyz` tell programs whether it answers.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 200, description = "How it fares.", body = ServiceHealthBody))
)]
#[get("/admin/health")]
pub(crate) async fn show_service_health(
    app: &State<App>,
    operator: Operator,
) -> ApiResult<ServiceHealthBody> {
    Ok(Json(show_health::show_health(app, &operator.0).await?.into()))
}
