//! `/jobs`: what is done later.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, routes};

use super::wire::job::JobBody;
use crate::domain::App;
use crate::domain::jobs::{cancel, show};
use crate::model::JobId;
use crate::web::answer::{ApiResult, Done, DoneResult};
use crate::web::guards::bearer::Bearer;
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;
use crate::web::param::Param;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_job, cancel_job]
}

/// Show a job.
///
/// To whoever asked for it; the deletion of an org to each of its owners. Deleting an account ends the session that asks for it; its token may still read
/// the job as long as it is good by itself, and nothing else. Finished jobs are forgotten after 30 days.
#[utoipa::path(
    context_path = "/api/v1", tag = "Jobs", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The job.")),
    responses((status = 200, description = "The job.", body = JobBody))
)]
#[get("/jobs/<id>")]
pub(crate) async fn show_job(
    app: &State<App>,
    client: Client,
    bearer: Bearer<'_>,
    id: Param<JobId>,
) -> ApiResult<JobBody> {
    Ok(Json((&show::show(app, &client.0, bearer.0, id.0).await?).into()))
}

/// Take a job back.
///
/// As long as it is not due: nothing of it is done. The deletion of an org can be taken back by any of its owners;
/// the deletion of an account is taken back by signing in.
#[utoipa::path(
    context_path = "/api/v1", tag = "Jobs", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The job.")),
    responses(
        (status = 204, description = "Taken back."),
        (status = 409, description = "It is due, or was taken back before.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[delete("/jobs/<id>")]
pub(crate) async fn cancel_job(app: &State<App>, caller: Caller, id: Param<JobId>) -> DoneResult {
    cancel::cancel(app, &caller.0, id.0).await?;
    Ok(Done)
}
