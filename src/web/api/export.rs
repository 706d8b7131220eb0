//! `/account/export`: everything that is held about me, to take along.

use rocket::{Route, State, get, routes};

use crate::domain::App;
use crate::web::export::{Archive, archive};
use crate::web::guards::caller::Caller;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![export_account]
}

/// Export my data.
///
/// One zip of everything that is held about me: JSON files, and a page `index.html` that shows them. No secrets are in
/// it.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "The archive.", body = Vec<u8>, content_type = "application/zip"))
)]
#[get("/account/export")]
pub(crate) async fn export_account(app: &State<App>, caller: Caller) -> Result<Archive, Problem> {
    Ok(archive(app, &caller.0).await?)
}
