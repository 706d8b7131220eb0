//! `/admin/audit`: what was done, anywhere.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};

use crate::domain::App;
use crate::domain::operators::list_audit_events as operation;
use crate::web::answer::{ApiResult, PageBody};
use crate::web::api::audit::AuditEventBody;
use crate::web::guards::operator::Operator;
use crate::web::param::{AllEventsQuery, PageQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_audit_events]
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
