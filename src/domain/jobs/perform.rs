//! Does a step of a claimed job, batch by batch.

use std::time::Duration;

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::{App, Error};
use crate::model::Step;
use crate::store::queries::job_steps;
use crate::store::queries::jobs::{self, ClaimedJob};

/// How long a claimed job is this process's: longer than any batch can take.
pub(super) const LEASE: Duration = Duration::from_mins(5);

/// Rows touched in one batch.
pub(in crate::domain) const BATCH: u32 = 500;

/// What one batch of a step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Progress {
    /// There is more of it.
    More,
    /// That was all.
    Done,
}

impl Progress {
    /// What a batch of so many rows came to: a full one may have left some.
    pub(in crate::domain) fn of_batch(rows: u64) -> Self {
        if rows < u64::from(BATCH) { Self::Done } else { Self::More }
    }
}

/// Does a step: calls `batch` in one change after the other until it has done all. Each change is short,
/// so that no caller waits behind a large one, and the last one of the last step finishes the job.
pub(in crate::domain) async fn perform(
    app: &App,
    job: ClaimedJob,
    step: Step,
    batch: impl Fn(&mut Change<'_>) -> Result<Progress, Error> + Clone + Send + 'static,
) -> Result<(), Error> {
    loop {
        let batch = batch.clone();
        let progress = app
            .change(Actor::service(), move |change| {
                jobs::extend_claim(change.tx, job.id, later(change.now, LEASE))?;
                job_steps::start_step(change.tx, job.id, step, change.now)?;
                let progress = batch(change)?;
                if progress == Progress::Done {
                    job_steps::finish_step(change.tx, job.id, step, change.now)?;
                    if job.task.steps().last() == Some(&step) {
                        jobs::finish_job(change.tx, job.id, None, change.now)?;
                    }
                }
                Ok(progress)
            })
            .await?;
        if progress == Progress::Done {
            return Ok(());
        }
    }
}
