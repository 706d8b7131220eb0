//! Lists what is done later.

use crate::domain::{App, Error, policy};
use crate::model::{Job, JobState, Page, PageRequest, Principal};
use crate::store::queries::jobs;

/// The jobs in a state, or all, the newest first. Finished ones are kept for a while.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list_jobs(
    app: &App,
    principal: &Principal,
    state: Option<JobState>,
    page: PageRequest,
) -> Result<Page<Job>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            jobs::list_all_jobs(tx, state, page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |job| job.id.uuid()))
}
