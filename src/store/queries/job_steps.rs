//! Table `job_steps`: the parts of each job, in order.

use crate::model::{JobId, JobStep, Step, Timestamp};
use crate::store::{Read, StoreError, Write};

const LIST: &str = "SELECT step, started_at, finished_at FROM job_steps WHERE job_id = ?1 ORDER BY position";
const INSERT: &str =
    "INSERT INTO job_steps (job_id, position, step, started_at, finished_at) VALUES (?1, ?2, ?3, ?4, ?5)";
const START: &str =
    "UPDATE job_steps SET started_at = ?3 WHERE job_id = ?1 AND step = ?2 AND started_at IS NULL";
const FINISH: &str =
    "UPDATE job_steps SET finished_at = ?3 WHERE job_id = ?1 AND step = ?2 AND finished_at IS NULL";

pub const ALL: &[&str] = &[LIST, INSERT, START, FINISH];

/// A job's steps, in order.
pub fn list_job_steps(tx: &mut dyn Read, job_id: JobId) -> Result<Vec<JobStep>, StoreError> {
    tx.query(LIST, &[job_id.into()])?
        .into_iter()
        .map(|row| {
            let cells = &mut row.cells();
            Ok(JobStep {
                step: cells.parsed(Step::parse)?,
                started_at: cells.opt_at()?,
                finished_at: cells.opt_at()?,
            })
        })
        .collect()
}

/// Adds a job's steps.
pub fn insert_job_steps(tx: &mut dyn Write, job_id: JobId, steps: &[JobStep]) -> Result<(), StoreError> {
    for (position, step) in (0_u32..).zip(steps) {
        tx.queue(
            INSERT,
            &[
                job_id.into(),
                position.into(),
                step.step.as_str().into(),
                step.started_at.into(),
                step.finished_at.into(),
            ],
        )?;
    }
    Ok(())
}

/// Notes that a step was begun, unless it was before.
pub fn start_step(tx: &mut dyn Write, job_id: JobId, step: Step, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(START, &[job_id.into(), step.as_str().into(), now.into()])
}

/// Notes that a step was done, unless it was before.
pub fn finish_step(tx: &mut dyn Write, job_id: JobId, step: Step, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(FINISH, &[job_id.into(), step.as_str().into(), now.into()])
}
