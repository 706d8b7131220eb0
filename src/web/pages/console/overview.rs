//! `/admin`: how much there is, and what went on in the last days.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::chart::Chart;
use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::operators::show_activity::{self, ActiveDay};
use crate::domain::operators::show_health;
use crate::web::pages::frame::{Answer, Page};

pub(super) fn routes() -> Vec<Route> {
    routes![show_overview]
}

#[derive(Serialize)]
struct OverviewView {
    people: i64,
    orgs: i64,
    mail_configured: bool,
    letters_queued: i64,
    letters_failed: i64,
    jobs_open: i64,
    jobs_failed: i64,
    charts: Vec<Chart>,
    /// The latest first.
    days: Vec<DayView>,
}

#[derive(Serialize)]
struct DayView {
    at: i64,
    sign_ups: i64,
    sign_ins: i64,
    failed_sign_ins: i64,
    letters_sent: i64,
    letters_failed: i64,
}

impl From<&ActiveDay> for DayView {
    fn from(day: &ActiveDay) -> Self {
        Self {
            at: micros(day.began_at),
            sign_ups: day.sign_ups,
            sign_ins: day.sign_ins,
            failed_sign_ins: day.failed_sign_ins,
            letters_sent: day.letters_sent,
            letters_failed: day.letters_failed,
        }
    }
}

#[get("/admin")]
async fn show_overview(app: &State<App>, operator: Operating<'_>) -> Answer {
    let activity = show_activity::show_activity(app, operator.0).await?;
    let health = show_health::show_health(app, operator.0).await?;
    let days = &activity.days;
    let charts = vec![
        Chart::of("sign-ups", days, |day| day.sign_ups),
        Chart::of("sign-ins", days, |day| day.sign_ins),
        Chart::of("failed-sign-ins", days, |day| day.failed_sign_ins).bad(),
        Chart::of("letters", days, |day| day.letters_sent),
        Chart::of("failed-letters", days, |day| day.letters_failed).bad(),
    ];
    let view = OverviewView {
        people: activity.people,
        orgs: activity.orgs,
        mail_configured: health.mail_configured,
        letters_queued: health.letters_queued,
        letters_failed: health.letters_failed,
        jobs_open: health.jobs_open,
        jobs_failed: health.jobs_failed,
        charts,
        days: days.iter().rev().map(Into::into).collect(),
    };
    Ok(Page::new("console/overview.html", view).into())
}
