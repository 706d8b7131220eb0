//! `/orgs/{id}/audit`: who did what, to whom, from where.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::user::NameBody;
use crate::domain::App;
use crate::domain::audit::list;
use crate::model::OrgId;
use crate::model::audit::{RecordedActor, RecordedEvent, RecordedTarget};
use crate::web::answer::{ApiResult, PageBody, time};
use crate::web::guards::caller::Caller;
use crate::web::param::{AuditQuery, PageQuery, Param};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_org_audit_events]
}

/// One thing that was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEventBody {
    /// The event's id.
    pub id: Uuid,
    /// When it was done.
    pub at: String,
    /// Who did it; null for somebody who was not signed in, and for the service itself.
    pub actor: Option<AuditActorBody>,
    /// What was done.
    #[schema(example = "member.joined")]
    pub action: String,
    /// To what.
    pub target: AuditTargetBody,
    /// From where; null for the command line, and once it was erased.
    pub ip: Option<String>,
    /// Its hash in the chain of all events, in hexadecimal digits; null until it is chained, within about a second.
    pub hash: Option<String>,
}

/// Who did it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditActorBody {
    /// The person's id.
    pub id: Uuid,
    /// How they are called now; null once their account is gone.
    pub name: Option<NameBody>,
}

/// What it was done to.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditTargetBody {
    /// What it is: `user`, `org`, `session`, `invitation`, `ownership_transfer`, …
    #[schema(example = "user")]
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// What a person or an org is called now, or whom an invitation is for; left out where there is nothing to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "June Doe")]
    pub name: Option<String>,
}

impl From<&RecordedActor> for AuditActorBody {
    fn from(actor: &RecordedActor) -> Self {
        Self { id: actor.id.uuid(), name: actor.name.as_ref().map(Into::into) }
    }
}

impl From<&RecordedTarget> for AuditTargetBody {
    fn from(target: &RecordedTarget) -> Self {
        Self { kind: target.kind.clone(), id: target.id, name: target.name.clone() }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

impl From<&RecordedEvent> for AuditEventBody {
    fn from(event: &RecordedEvent) -> Self {
        Self {
            id: event.id.uuid(),
            at: time(event.at),
            actor: event.actor.as_ref().map(Into::into),
            action: event.action.clone(),
            target: (&event.target).into(),
            ip: event.ip.clone(),
            hash: event.hash.as_deref().map(hexadecimal),
        }
    }
}

/// List what was done in an org.
///
/// By whom, to whom and from where, the newest first. Its owners and admins may.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = ["audit:read"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("action" = Option<String>, Query, description = "Only what is called so, such as `member.joined`.", example = "member.joined"),
        ("actor" = Option<Uuid>, Query, description = "Only what this person did."),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "What was done.", body = PageBody<AuditEventBody>))
)]
#[get("/orgs/<id>/audit")]
pub(crate) async fn list_org_audit_events(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    filter: AuditQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<AuditEventBody>> {
    let events = list::list(app, &caller.0, id.0, filter.0, page.request).await?;
    Ok(Json(page.answer(events, |event| (&event).into())))
}
