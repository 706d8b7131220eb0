//! Table `jobs`: what is done later.
//!
//! A job is claimed by a lease: whoever dies over it loses it to the next claim once the lease is over. A
//! claim and a cancellation are conditional updates of the same row, so one of them happens.

use super::job_steps;
use crate::model::id::Abbreviated;
use crate::model::{Job, JobFailure, JobId, JobState, PageRequest, Task, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND: &str =
    "SELECT id, kind, subject_id, requested_by, token_id, state, failure, created_at, due_at, started_at,
    finished_at FROM jobs WHERE id = ?1";
const LIST_IDS_OF_REQUESTER: &str = "SELECT id FROM jobs WHERE requested_by = ?1 ORDER BY id DESC";
const FIND_ID_IN_RANGE: &str = "SELECT id FROM jobs WHERE id >= ?1 AND id <= ?2 ORDER BY id LIMIT 2";
const LIST_IDS: &str = "SELECT id FROM jobs WHERE (CAST(?1 AS TEXT) IS NULL OR state = ?1)
    AND (CAST(?2 AS TEXT) IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3";
const COUNT_OPEN: &str = "SELECT COUNT(*) FROM jobs WHERE finished_at IS NULL";
const COUNT_FAILED: &str = "SELECT COUNT(*) FROM jobs WHERE state = 'failed'";
const FIND_OPEN: &str = "SELECT id FROM jobs WHERE kind = ?1 AND subject_id = ?2 AND finished_at IS NULL";
const NEXT_DUE: &str =
    "SELECT CASE WHEN state = 'running' THEN claimed_until ELSE due_at END AS next_at FROM jobs
    WHERE finished_at IS NULL ORDER BY next_at, id LIMIT 1";
const INSERT: &str = "INSERT INTO jobs (id, kind, subject_id, requested_by, token_id, state, failure, created_at, due_at,
    started_at, finished_at, claimed_until) VALUES (?1, ?2, ?3, ?4, ?5, 'scheduled', NULL, ?6, ?7, NULL, NULL, NULL)";
const CLAIM: &str =
    "UPDATE jobs SET state = 'running', claimed_until = ?2, started_at = COALESCE(started_at, ?1)
    WHERE id = (SELECT id FROM jobs WHERE finished_at IS NULL
        AND (state = 'scheduled' AND due_at <= ?1 OR state = 'running' AND claimed_until <= ?1)
        ORDER BY due_at, id LIMIT 1)
    RETURNING id, kind, subject_id";
const EXTEND_CLAIM: &str = "UPDATE jobs SET claimed_until = ?2 WHERE id = ?1 AND state = 'running'";
const CANCEL: &str = "UPDATE jobs SET state = 'cancelled', finished_at = ?2 WHERE id = ?1 AND state = 'scheduled' AND due_at > ?2";
const FINISH: &str = "UPDATE jobs SET state = ?3, failure = ?4, finished_at = ?2, claimed_until = NULL WHERE id = ?1 AND state = 'running'";
const DELETE_FINISHED: &str = "DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < ?1 ORDER BY finished_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    FIND,
    LIST_IDS_OF_REQUESTER,
    FIND_ID_IN_RANGE,
    LIST_IDS,
    COUNT_OPEN,
    COUNT_FAILED,
    FIND_OPEN,
    NEXT_DUE,
    INSERT,
    CLAIM,
    EXTEND_CLAIM,
    CANCEL,
    FINISH,
    DELETE_FINISHED,
];

/// A job in the hands of whoever claimed it.
#[derive(Clone, Copy, Debug)]
pub struct ClaimedJob {
    /// Its id.
    pub id: JobId,
    /// What it does.
    pub task: Task,
}

fn task_from_row(cells: &mut Cells) -> Result<Task, StoreError> {
    let (kind, subject_id) = (cells.text()?, cells.uuid()?);
    Task::from_parts(&kind, subject_id)
        .ok_or_else(|| StoreError::driver("a row holds a job that this version does not know"))
}

/// A job by id, with its steps.
pub fn find_job(tx: &mut dyn Read, id: JobId) -> Result<Option<Job>, StoreError> {
    let Some(row) = tx.query(FIND, &[id.into()])?.pop() else { return Ok(None) };
    let cells = &mut row.cells();
    Ok(Some(Job {
        id: cells.id()?,
        task: task_from_row(cells)?,
        requested_by: cells.id()?,
        token_id: cells.uuid()?,
        state: cells.parsed(JobState::parse)?,
        failure: cells.opt_parsed(JobFailure::parse)?,
        steps: job_steps::list_job_steps(tx, id)?,
        created_at: cells.at()?,
        due_at: cells.at()?,
        started_at: cells.opt_at()?,
        finished_at: cells.opt_at()?,
    }))
}

/// The jobs that a person asked for, the newest first.
pub fn list_jobs(tx: &mut dyn Read, requested_by: UserId) -> Result<Vec<Job>, StoreError> {
    let mut jobs = Vec::new();
    for row in tx.query(LIST_IDS_OF_REQUESTER, &[requested_by.into()])? {
        jobs.extend(find_job(tx, row.cells().id()?)?);
    }
    Ok(jobs)
}

/// The job whose id begins so; `None` also where several do.
pub fn find_job_abbreviated(tx: &mut dyn Read, id: Abbreviated<Job>) -> Result<Option<Job>, StoreError> {
    let (first, last) = id.range();
    let mut found = tx.query(FIND_ID_IN_RANGE, &[first.into(), last.into()])?;
    match (found.pop(), found.pop()) {
        (Some(row), None) => find_job(tx, row.cells().id()?),
        _ => Ok(None),
    }
}

/// The jobs in a state, or all, the newest first, with one more than `page.limit`.
pub fn list_all_jobs(
    tx: &mut dyn Read,
    state: Option<JobState>,
    page: PageRequest,
) -> Result<Vec<Job>, StoreError> {
    let params = [state.map(JobState::as_str).into(), page.after.into(), (page.limit + 1).into()];
    let mut jobs = Vec::new();
    for row in tx.query(LIST_IDS, &params)? {
        jobs.extend(find_job(tx, row.cells().id()?)?);
    }
    Ok(jobs)
}

/// How many jobs are not finished, and how many of those that are kept failed.
pub fn count_jobs(tx: &mut dyn Read) -> Result<(i64, i64), StoreError> {
    let mut count = |sql| tx.query(sql, &[])?.pop().map_or(Ok(0), |row| row.cells().int());
    Ok((count(COUNT_OPEN)?, count(COUNT_FAILED)?))
}

/// The job that does this and is not finished.
pub fn find_open_job(tx: &mut dyn Read, task: Task) -> Result<Option<JobId>, StoreError> {
    let (kind, subject_id) = task.parts();
    tx.query(FIND_OPEN, &[kind.into(), subject_id.into()])?.pop().map(|row| row.cells().id()).transpose()
}

/// When there is next something to do, if ever.
pub fn next_due_at(tx: &mut dyn Read) -> Result<Option<Timestamp>, StoreError> {
    tx.query(NEXT_DUE, &[])?.pop().map(|row| row.cells().at()).transpose()
}

/// Adds a scheduled job and its steps.
pub fn insert_job(tx: &mut dyn Write, job: &Job) -> Result<(), StoreError> {
    let (kind, subject_id) = job.task.parts();
    tx.queue(
        INSERT,
        &[
            job.id.into(),
            kind.into(),
            subject_id.into(),
            job.requested_by.into(),
            job.token_id.into(),
            job.created_at.into(),
            job.due_at.into(),
        ],
    )?;
    job_steps::insert_job_steps(tx, job.id, &job.steps)?;
    tx.announce(Topic::Job, job.id.uuid());
    Ok(())
}

/// Claims one job that is due, or that somebody died over, until `lease_until`.
pub fn claim_due(
    tx: &mut dyn Write,
    now: Timestamp,
    lease_until: Timestamp,
) -> Result<Option<ClaimedJob>, StoreError> {
    let Some(row) = tx.query(CLAIM, &[now.into(), lease_until.into()])?.pop() else { return Ok(None) };
    let cells = &mut row.cells();
    Ok(Some(ClaimedJob { id: cells.id()?, task: task_from_row(cells)? }))
}

/// Holds a claimed job until `lease_until`.
pub fn extend_claim(tx: &mut dyn Write, id: JobId, lease_until: Timestamp) -> Result<(), StoreError> {
    tx.queue(EXTEND_CLAIM, &[id.into(), lease_until.into()])
}

/// Takes a job back; `false` once it is due.
pub fn cancel_job(tx: &mut dyn Write, id: JobId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(CANCEL, &[id.into(), now.into()])? == 1)
}

/// Notes that a running job is done, or why it can't be done.
pub fn finish_job(
    tx: &mut dyn Write,
    id: JobId,
    failure: Option<JobFailure>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let state = if failure.is_some() { JobState::Failed } else { JobState::Completed };
    let params = [id.into(), now.into(), state.as_str().into(), failure.map(JobFailure::as_str).into()];
    tx.queue(FINISH, &params)
}

/// Forgets up to `limit` jobs that were finished before `before`.
pub fn delete_finished_jobs(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_FINISHED, &[before.into(), limit.into()])
}
