//! `/admin/jobs`: what is done later.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::App;
use crate::domain::operators::list_jobs as operation;
use crate::model::Job;
use crate::web::answer::{ApiResult, PageBody};
use crate::web::api::wire::job::JobBody;
use crate::web::guards::operator::Operator;
use crate::web::param::{JobStateQuery, PageQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_jobs]
}

/// A job, with whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdminJobBody {
    /// The job as whoever asked for it sees it.
    #[serde(flatten)]
    pub job: JobBody,
    /// The id of what it is done to.
    pub subject_id: Uuid,
    /// The id of the person who asked for it.
    pub requested_by: Uuid,
}

impl From<&Job> for AdminJobBody {
    fn from(job: &Job) -> Self {
        Self { job: job.into(), subject_id: job.task.parts().1, requested_by: job.requested_by.uuid() }
    }
}

/// List what is done later.
///
/// And what was done, failed or was taken back in the last 30 days, the newest first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("state" = Option<String>, Query, description = "Only those that are `scheduled`, `running`, `completed`, `cancelled` or `failed`.", example = "failed"),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The jobs.", body = PageBody<AdminJobBody>))
)]
#[get("/admin/jobs")]
pub(crate) async fn list_jobs(
    app: &State<App>,
    operator: Operator,
    state: JobStateQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<AdminJobBody>> {
    let jobs = operation::list_jobs(app, &operator.0, state.0, page.request).await?;
    Ok(Json(page.answer(jobs, |job| (&job).into())))
}
