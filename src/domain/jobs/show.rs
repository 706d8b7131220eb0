//! Shows a job to whoever asked for it.

use crate::domain::error::Missing;
use crate::domain::sessions::authenticate::{authenticate, token_id};
use crate::domain::{App, Error, policy};
use crate::model::{ClientInfo, Job, JobId};
use crate::store::queries::jobs;

/// Shows a job. A deletion ends the session that asks for it; the token it was asked for with may still
/// read this one job, as long as it is good by itself, and nothing else.
///
/// # Errors
/// `NotFound` for no such job and for another's; `Unauthenticated`, `Forbidden` as for every call.
pub async fn show(app: &App, client: &ClientInfo, bearer: &str, id: JobId) -> Result<Job, Error> {
    match authenticate(app, bearer, client.clone()).await {
        Ok(principal) => {
            let reader = policy::require_session(&principal)?.user_id;
            let job = find(app, id).await?.filter(|job| job.requested_by == reader);
            job.ok_or(Missing::Job.into())
        }
        Err(refusal @ Error::Unauthenticated(_)) => {
            let token_id = token_id(app, bearer)?;
            find(app, id).await?.filter(|job| job.token_id == token_id).ok_or(refusal)
        }
        Err(refusal) => Err(refusal),
    }
}

async fn find(app: &App, id: JobId) -> Result<Option<Job>, Error> {
    app.store.read(move |tx| jobs::find_job(tx, id).map_err(Error::from)).await
}
