//! `/jobs`: what is done later.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};

use super::wire::job::JobBody;
use crate::domain::App;
use crate::domain::jobs::show;
use crate::model::JobId;
use crate::web::answer::ApiResult;
use crate::web::guards::bearer::Bearer;
use crate::web::guards::client::Client;
use crate::web::param::Param;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_job]
}

/// Show a job.
///
/// To whoever asked for it. Deleting an account ends the session that asks for it; its token may still read
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
