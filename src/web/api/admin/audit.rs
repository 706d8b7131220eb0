//! `/admin/audit`: what was done, anywhere, and whether the record of it is as it was written.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::audit::verify::{Fault, Verification};
use crate::domain::operators::{list_audit_events as operation, verify_audit as verification};
use crate::web::answer::{ApiResult, PageBody};
use crate::web::api::audit::AuditEventBody;
use crate::web::guards::operator::Operator;
use crate::web::param::{AllEventsQuery, PageQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_audit_events, verify_audit]
}

/// List what was done.
///
/// By whom, to whom and from where, in orgs and outside of them, the newest first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("action" = Option<String>, Query, description = "Only what is called so, such as `user.suspended`.", example = "user.suspended"),
        ("actor" = Option<Uuid>, Query, description = "Only what this person did."),
        ("target" = Option<Uuid>, Query, description = "Only what was done to what has this id."),
        ("org" = Option<Uuid>, Query, description = "Only what was done in this org."),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "What was done.", body = PageBody<AuditEventBody>))
)]
#[get("/admin/audit")]
pub(crate) async fn list_audit_events(
    app: &State<App>,
    operator: Operator,
    filter: AllEventsQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<AuditEventBody>> {
    let events = operation::list_audit_events(app, &operator.0, filter.0, page.request).await?;
    Ok(Json(page.answer(events, |event| (&event).into())))
}

/// Whether the audit is as it was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerificationBody {
    /// Whether every event that is chained is as it was written, where it was written.
    pub holds: bool,
    /// Events that are chained.
    pub chained: u64,
    /// Those among them whose personal part was erased.
    pub erased: u64,
    /// Events that wait to be chained; nothing can be told of them yet.
    pub waiting: u64,
    /// What does not hold, in order; at most a hundred.
    pub faults: Vec<FaultBody>,
}

/// Where the audit is not as it was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct FaultBody {
    /// The stable word for what is wrong.
    #[schema(example = "altered")]
    pub code: &'static str,
    /// Which event, and what is wrong with it, for people.
    pub detail: String,
}

impl From<&Fault> for FaultBody {
    fn from(fault: &Fault) -> Self {
        Self { code: fault.code(), detail: fault.to_string() }
    }
}

impl From<Verification> for VerificationBody {
    fn from(found: Verification) -> Self {
        Self {
            holds: found.faults.is_empty(),
            chained: found.chained,
            erased: found.erased,
            waiting: found.waiting,
            faults: found.faults.iter().map(Into::into).collect(),
        }
    }
}

/// Verify the audit.
///
/// Whether an event was changed, removed or put elsewhere since it was written, and which. Reads all of them.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 200, description = "What was found.", body = VerificationBody))
)]
#[get("/admin/audit/verification")]
pub(crate) async fn verify_audit(app: &State<App>, operator: Operator) -> ApiResult<VerificationBody> {
    Ok(Json(verification::verify_audit(app, &operator.0).await?.into()))
}
