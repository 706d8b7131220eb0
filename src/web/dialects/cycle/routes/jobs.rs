//! `/v1/jobs`: what the caller asked for and is done later.

use rocket::{Route, State, get, routes};

use crate::domain::App;
use crate::domain::jobs::show::show_abbreviated;
use crate::web::dialects::cycle::wire::job::JobBody;
use crate::web::dialects::cycle::wire::{Data, DataResult};
use crate::web::guards::bearer::Bearer;
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_job]
}

/// getJob.
///
/// To whoever asked for it; also by the bearer that it was asked for with, when its session has ended by it.
#[utoipa::path(
    tag = "Jobs", security(("bearer" = [])),
    params(("job_id" = String, Path, description = "The job.")),
    responses((status = 200, description = "The job.", body = Data<JobBody>))
)]
#[get("/v1/jobs/<job_id>")]
pub(crate) async fn show_job(
    app: &State<App>,
    client: Client,
    bearer: Bearer<'_>,
    job_id: &str,
) -> DataResult<JobBody> {
    Ok(Data::of(&show_abbreviated(app, &client.0, bearer.0, job_id).await?))
}
