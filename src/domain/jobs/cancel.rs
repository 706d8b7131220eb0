//! Takes a job back before it is due.

use super::show::require_job_of;
use crate::domain::accounts::undo_deletion::reopen_account;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::Conflict;
use crate::domain::orgs::undo_deletion::{reopen_org, require_may_undo};
use crate::domain::{App, Error, policy};
use crate::model::{JobId, JobState, Principal, Task, UserId};
use crate::store::queries::jobs;

/// Takes a job back: nothing of it is done. The deletion of an org can be taken back by any of its owners; that of
/// an account by whoever signs in, so that no session is left by which this call could do it.
///
/// # Errors
/// `NotFound` for no such job and for another's; `Forbidden` without a session, and for whoever may not undo what
/// was asked for; `Conflict` once it is due, or was taken back before.
pub async fn cancel(app: &App, principal: &Principal, id: JobId) -> Result<(), Error> {
    let caller = policy::require_session(principal)?.user_id;
    app.change(Actor::of(principal), move |change| {
        let found = jobs::find_job(change.tx, id)?;
        let job = require_job_of(caller, found, change.tx)?;
        if job.state != JobState::Scheduled {
            return Err(Conflict::JobNotScheduled.into());
        }
        if let Task::DeleteOrg(org_id) = job.task {
            require_may_undo(change.tx, caller, org_id)?;
        }
        if take_back(change, id, job.task)? { Ok(()) } else { Err(Conflict::JobNotScheduled.into()) }
    })
    .await
}

/// Takes a job back, and undoes what was done when it was asked for; `false` once it is due.
pub(in crate::domain) fn take_back(change: &mut Change<'_>, id: JobId, task: Task) -> Result<bool, Error> {
    if !jobs::cancel_job(change.tx, id, change.now)? {
        return Ok(false);
    }
    match task {
        Task::DeleteAccount(user_id) => reopen_account(change, user_id)?,
        Task::DeleteOrg(org_id) => reopen_org(change, org_id)?,
    }
    Ok(true)
}

/// Takes back whatever somebody asked for in a person's name that is not theirs alone: the deletion of orgs.
pub(in crate::domain) fn take_back_asked_by(change: &mut Change<'_>, user_id: UserId) -> Result<(), Error> {
    for job in jobs::list_jobs(change.tx, user_id)? {
        if let Task::DeleteOrg(org_id) = job.task
            && job.state == JobState::Scheduled
            && require_may_undo(change.tx, user_id, org_id).is_ok()
        {
            take_back(change, job.id, job.task)?;
        }
    }
    Ok(())
}
