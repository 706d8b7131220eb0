//! Shows a job to whoever asked for it, and the deletion of an org to each of its owners.

use crate::domain::error::Missing;
use crate::domain::orgs::undo_deletion::owns_org;
use crate::domain::sessions::authenticate::{authenticate, token_id};
use crate::domain::{App, Error, policy};
use crate::model::id::Abbreviated;
use crate::model::{ClientInfo, Job, JobId, Principal, Task, UserId};
use crate::store::queries::jobs;
use crate::store::{Read, StoreError};

/// Shows a job. A deletion ends the session that asks for it; the token it was asked for with may still
/// read this one job, as long as it is good by itself, and nothing else.
///
/// # Errors
/// `NotFound` for no such job and for another's; `Unauthenticated`, `Forbidden` as for every call.
pub async fn show(app: &App, client: &ClientInfo, bearer: &str, id: JobId) -> Result<Job, Error> {
    show_found(app, client, bearer, move |tx| jobs::find_job(tx, id)).await
}

/// Shows a job to somebody who is signed in.
///
/// # Errors
/// `NotFound` for no such job and for another's; `Forbidden` without a session.
pub async fn show_to(app: &App, principal: &Principal, id: JobId) -> Result<Job, Error> {
    let reader = policy::require_session(principal)?.user_id;
    app.store.read(move |tx| require_job_of(reader, jobs::find_job(tx, id)?, tx)).await
}

/// As [`show`], where no more than the first digits of the job's id are known. Digits that are none, and such as
/// several ids begin with, name no job.
///
/// # Errors
/// As for [`show`].
pub async fn show_abbreviated(
    app: &App,
    client: &ClientInfo,
    bearer: &str,
    digits: &str,
) -> Result<Job, Error> {
    let id: Option<Abbreviated<Job>> = digits.parse().ok();
    let find = move |tx: &mut dyn Read| match id {
        Some(id) => jobs::find_job_abbreviated(tx, id),
        None => Ok(None),
    };
    show_found(app, client, bearer, find).await
}

async fn show_found(
    app: &App,
    client: &ClientInfo,
    bearer: &str,
    find: impl Fn(&mut dyn Read) -> Result<Option<Job>, StoreError> + Send + 'static,
) -> Result<Job, Error> {
    match authenticate(app, bearer, client.clone()).await {
        Ok(principal) => {
            let reader = policy::require_session(&principal)?.user_id;
            app.store.read(move |tx| require_job_of(reader, find(tx)?, tx)).await
        }
        Err(refusal @ Error::Unauthenticated(_)) => {
            let token_id = token_id(app, bearer)?;
            let job = app.store.read(move |tx| find(tx).map_err(Error::from)).await?;
            job.filter(|job| job.token_id == token_id).ok_or(refusal)
        }
        Err(refusal) => Err(refusal),
    }
}

/// A job that a person may see: they asked for it, or it deletes an org that they own.
///
/// # Errors
/// `NotFound` for none, and for any other.
pub(super) fn require_job_of(reader: UserId, found: Option<Job>, tx: &mut dyn Read) -> Result<Job, Error> {
    let job = found.ok_or(Missing::Job)?;
    let is_theirs = job.requested_by == reader
        || match job.task {
            Task::DeleteAccount(_) => false,
            Task::DeleteOrg(org_id) => owns_org(tx, reader, org_id)?,
        };
    if is_theirs { Ok(job) } else { Err(Missing::Job.into()) }
}
