//! Does the jobs that are due.

use super::perform::LEASE;
use crate::domain::accounts::erase::erase_account;
use crate::domain::actor::Actor;
use crate::domain::clock::later;
use crate::domain::orgs::erase::erase_org;
use crate::domain::{App, Error};
use crate::model::{Step, Task, Timestamp};
use crate::store::queries::job_steps;
use crate::store::queries::jobs::{self, ClaimedJob};

/// Does what is due, one job after the other, and tells when the next one is. A job that breaks off is
/// taken up again once its lease is over, here or by another process; the others go on.
///
/// # Errors
/// When the database does not answer.
pub async fn run_due(app: &App) -> Result<Option<Timestamp>, Error> {
    while let Some(job) = claim(app).await? {
        let (kind, _) = job.task.parts();
        match run(app, job).await {
            Ok(()) => tracing::info!(id = %job.id, kind, "A job was done."),
            Err(error) => {
                tracing::error!(id = %job.id, kind, %error, "A job broke off; it is taken up again.");
            }
        }
    }
    app.store.read(|tx| jobs::next_due_at(tx).map_err(Error::from)).await
}

async fn claim(app: &App) -> Result<Option<ClaimedJob>, Error> {
    app.change(Actor::service(), move |change| {
        let claimed = jobs::claim_due(change.tx, change.now, later(change.now, LEASE))?;
        if let Some(job) = claimed {
            job_steps::finish_step(change.tx, job.id, Step::WaitForSecondThoughts, change.now)?;
        }
        Ok(claimed)
    })
    .await
}

async fn run(app: &App, job: ClaimedJob) -> Result<(), Error> {
    match job.task {
        Task::DeleteAccount(user_id) => erase_account(app, job, user_id).await,
        Task::DeleteOrg(org_id) => erase_org(app, job, org_id).await,
    }
}
