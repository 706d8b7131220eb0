//! `/account/export`: everything that is held about me, to take along.

use std::sync::Arc;

use rocket::http::{ContentType, Header};
use rocket::response::{self, Responder, Response};
use rocket::tokio::fs::File;
use rocket::tokio::task::spawn_blocking;
use rocket::{Request, Route, State, get, routes};

use crate::domain::accounts::export as operation;
use crate::domain::{App, Error};
use crate::web::export::{self, Archive};
use crate::web::guards::caller::Caller;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![export_account]
}

/// A zip, to be kept.
pub(crate) struct Download(Archive);

impl<'r> Responder<'r, 'static> for Download {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let length = usize::try_from(self.0.length).ok();
        Response::build()
            .header(ContentType::ZIP)
            .header(Header::new("Content-Disposition", "attachment; filename=\"export.zip\""))
            .sized_body(length, File::from_std(self.0.file))
            .ok()
    }
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
pub(crate) async fn export_account(app: &State<App>, caller: Caller) -> Result<Download, Problem> {
    let everything = operation::export(app, &caller.0).await?;
    let product = app.rules.product.clone();
    let written = spawn_blocking(move || export::write(&everything, &product)).await;
    let written = written.unwrap_or_else(|stopped| Err(stopped.into()));
    let archive = written.map_err(|fault| Error::Internal(Arc::new(fault)))?;
    Ok(Download(archive))
}
