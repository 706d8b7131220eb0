//! Schedules a deletion, in the change that asks for it.

use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::model::{Job, JobState, JobStep, Session, Task};
use crate::store::StoreError;
use crate::store::queries::jobs;

/// Schedules a deletion, asked for by a session, for when the time for second thoughts is over. Its first step is
/// what the change itself does.
pub(in crate::domain) fn schedule_deletion(
    change: &mut Change<'_>,
    task: Task,
    session: &Session,
) -> Result<Job, StoreError> {
    let now = change.now;
    let steps = (0..).zip(task.steps()).map(|(position, step)| JobStep {
        step: *step,
        started_at: (position < 2).then_some(now),
        finished_at: (position < 1).then_some(now),
    });
    let job = Job {
        id: change.id(),
        task,
        requested_by: session.user_id,
        token_id: session.token.id,
        state: JobState::Scheduled,
        failure: None,
        steps: steps.collect(),
        created_at: now,
        due_at: later(now, change.app.rules.lifetimes.deletion_grace),
        started_at: None,
        finished_at: None,
    };
    jobs::insert_job(change.tx, &job)?;
    Ok(job)
}
