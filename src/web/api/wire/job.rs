//! A job: what is done later.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::model::{Job, JobFailure, JobStep};
use crate::web::answer::time;

/// Something that is done later.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobBody {
    /// The job's id.
    pub id: Uuid,
    /// What it does: `account_deletion` or `org_deletion`.
    #[schema(example = "account_deletion")]
    pub kind: &'static str,
    /// What it is called, for people.
    #[schema(example = "Delete the account")]
    pub caption: &'static str,
    /// `scheduled`, `running`, `completed`, `cancelled` or `failed`.
    #[schema(example = "scheduled")]
    pub state: &'static str,
    /// What it consists of, in order.
    pub steps: Vec<JobStepBody>,
    /// When it was asked for.
    pub created_at: String,
    /// From when on it is done, and can't be taken back any more.
    pub due_at: String,
    /// When it was begun.
    pub started_at: Option<String>,
    /// When it was done, failed or was taken back.
    pub finished_at: Option<String>,
    /// Why it failed: `sole_owner`.
    pub error: Option<&'static str>,
}

/// A part of a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobStepBody {
    /// The stable word for it.
    #[schema(example = "erase_account")]
    pub name: &'static str,
    /// What it is called, for people.
    #[schema(example = "Erase the account")]
    pub caption: &'static str,
    /// What happens in it, for people.
    pub description: &'static str,
    /// `waiting`, `running`, `completed`, `cancelled` or `failed`.
    #[schema(example = "waiting")]
    pub state: &'static str,
    /// When it was begun.
    pub started_at: Option<String>,
    /// When it was done.
    pub finished_at: Option<String>,
}

impl From<&Job> for JobBody {
    fn from(job: &Job) -> Self {
        let step = |step: &JobStep| JobStepBody {
            name: step.step.as_str(),
            caption: step.step.caption(),
            description: step.step.description(),
            state: job.state_of(step).as_str(),
            started_at: step.started_at.map(time),
            finished_at: step.finished_at.map(time),
        };
        Self {
            id: job.id.uuid(),
            kind: job.task.parts().0,
            caption: job.task.caption(),
            state: job.state.as_str(),
            steps: job.steps.iter().map(step).collect(),
            created_at: time(job.created_at),
            due_at: time(job.due_at),
            started_at: job.started_at.map(time),
            finished_at: job.finished_at.map(time),
            error: job.failure.map(JobFailure::as_str),
        }
    }
}
