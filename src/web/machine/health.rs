//! `/healthz` and `/readyz`, for whoever restarts the service and whoever sends it requests.

use rocket::http::Status;
use rocket::response::status::Custom;
use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::machine::health::{self, Readiness};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_health, show_readiness]
}

/// The process answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct HealthBody {
    /// Always `alive`.
    pub status: &'static str,
}

/// Is the process alive?
///
/// Looks at nothing else: a database that is away is no reason to restart the process.
#[utoipa::path(tag = "Machine", responses((status = 200, description = "It is.", body = HealthBody)))]
#[get("/healthz")]
pub(crate) fn show_health() -> Json<HealthBody> {
    Json(HealthBody { status: "alive" })
}

/// How the parts are.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadinessBody {
    /// `ready` or `not_ready`.
    pub status: &'static str,
    /// `ok` or `unavailable`.
    pub database: &'static str,
    /// The letters.
    pub mail: MailReadinessBody,
}

/// How the letters are.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailReadinessBody {
    /// `ok`, or `not_configured`: letters wait until a mail server is set.
    pub status: &'static str,
    /// How many letters wait.
    pub queued: i64,
    /// Since how many seconds the oldest of them waits.
    pub oldest_seconds: i64,
}

impl From<Readiness> for ReadinessBody {
    fn from(readiness: Readiness) -> Self {
        let waits = readiness.oldest_letter_at.map_or(0, |at| readiness.now.as_second() - at.as_second());
        Self {
            status: "ready",
            database: "ok",
            mail: MailReadinessBody {
                status: if readiness.mail_configured { "ok" } else { "not_configured" },
                queued: readiness.letters_queued,
                oldest_seconds: waits.max(0),
            },
        }
    }
}

/// Is the service ready for requests?
///
/// 503 while the database does not answer. Letters that wait are told, and are no reason to send
/// requests elsewhere.
#[utoipa::path(
    tag = "Machine",
    responses(
        (status = 200, description = "It is.", body = ReadinessBody),
        (status = 503, description = "It is not.", body = ReadinessBody),
    )
)]
#[get("/readyz")]
pub(crate) async fn show_readiness(app: &State<App>) -> Custom<Json<ReadinessBody>> {
    match health::readiness(app).await {
        Ok(readiness) => Custom(Status::Ok, Json(readiness.into())),
        Err(error) => {
            tracing::warn!(%error, "Not ready: the database does not answer.");
            let mail = MailReadinessBody { status: "unknown", queued: 0, oldest_seconds: 0 };
            let body = ReadinessBody { status: "not_ready", database: "unavailable", mail };
            Custom(Status::ServiceUnavailable, Json(body))
        }
    }
}
