//! `/admin/audit`: what was done, anywhere, and whether the record of it is as it was written.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::filters::Filters;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::audit::verify::Verification;
use crate::domain::operators::list_audit_events::list_audit_events;
use crate::domain::operators::verify_audit;
use crate::model::User;
use crate::model::audit::{AllEventsFilter, AuditFilter};
use crate::model::id::Id;
use crate::web::pages::audit_view::AuditEventView;
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, FormView, Page};

pub(super) fn routes() -> Vec<Route> {
    routes![show_audit, show_verification]
}

#[derive(Serialize)]
struct AuditView {
    form: FormView,
    events: Vec<AuditEventView>,
    next: Option<String>,
}

#[get("/admin/audit?<action>&<actor>&<target>&<org>")]
async fn show_audit(
    app: &State<App>,
    operator: Operating<'_>,
    action: Option<&str>,
    actor: Option<&str>,
    target: Option<&str>,
    org: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let mut filters = Filters::default();
    let filter = AllEventsFilter {
        events: AuditFilter {
            action: filters.filled("action", action).map(str::to_owned),
            actor_id: filters.id("actor", actor),
        },
        target_id: filters.id("target", target).map(|id: Id<User>| id.uuid()),
        org_id: filters.id("org", org),
    };
    let (form, events) = filters.list(list_audit_events(app, operator.0, filter, part.request)).await?;
    let view =
        AuditView { form, next: part.next(&events), events: events.items.iter().map(Into::into).collect() };
    Ok(Page::new("console/audit.html", view).into())
}

#[derive(Serialize)]
struct VerificationView {
    holds: bool,
    chained: u64,
    erased: u64,
    waiting: u64,
    faults: Vec<String>,
}

impl From<Verification> for VerificationView {
    fn from(found: Verification) -> Self {
        Self {
            holds: found.faults.is_empty(),
            chained: found.chained,
            erased: found.erased,
            waiting: found.waiting,
            faults: found.faults.iter().map(ToString::to_string).collect(),
        }
    }
}

#[get("/admin/audit/verification")]
async fn show_verification(app: &State<App>, operator: Operating<'_>) -> Answer {
    let found = verify_audit::verify_audit(app, operator.0).await?;
    Ok(Page::new("console/audit_verification.html", VerificationView::from(found)).into())
}
