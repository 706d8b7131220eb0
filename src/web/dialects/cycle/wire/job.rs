//! A job, and how one is told of where it begins.
//!
//! Cycle's client waits until a job is completed, and what it waits for is the account's `deleted` state. Ours is in it
//! at once; what follows days later is no business of that client. So a job is shown by its first step alone.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::values::{NO_HUB, time_or_never};
use crate::model::{Job, JobState, JobStep, Task, Timestamp};
use crate::web::answer::time;

/// The queue of all jobs.
const QUEUE: &str = "accounts";

/// What begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct DescriptorBody {
    /// What is done.
    #[schema(example = "delete")]
    pub action: &'static str,
    /// The job.
    pub job: BegunBody,
}

/// A job that begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct BegunBody {
    /// Its id, to look it up with.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// Always true: what is not accepted is refused.
    pub accepted: bool,
    /// Always `accounts`.
    pub queue: &'static str,
    /// When it was asked for.
    pub schedule: String,
    /// What is done beside it: nothing.
    pub parallel: ParallelBody,
    /// What it consists of.
    pub tasks: [BegunTaskBody; 1],
}

/// What is done beside a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParallelBody {
    /// Always null.
    #[schema(value_type = Option<String>)]
    pub sub_queue: (),
    /// Always false.
    pub tasks: bool,
}

/// A task of a job that begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct BegunTaskBody {
    /// What it is called, for people.
    pub caption: &'static str,
    /// The stable word for it.
    #[schema(example = "account.delete")]
    pub header: &'static str,
    /// What it consists of.
    pub steps: Vec<StepBody>,
    /// What it was given: nothing.
    pub input: BTreeMap<String, String>,
}

/// A step of a task.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepBody {
    /// What it is called, for people.
    pub caption: &'static str,
    /// What happens in it, for people.
    pub description: &'static str,
    /// When it was begun.
    pub started: String,
    /// When it was done.
    pub completed: String,
}

/// A job.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobBody {
    /// Its id.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// Always zeros: it is no hub's.
    pub hub_id: &'static str,
    /// Always `accounts`.
    pub queue: &'static str,
    /// What it is called, for people.
    pub caption: &'static str,
    /// What happened to it, and when.
    pub events: JobEventsBody,
    /// When it was asked for.
    pub schedule: String,
    /// From when on it can't be taken back any more.
    pub expires: String,
    /// What it consists of.
    pub tasks: [TaskBody; 1],
    /// Tells it from others.
    pub hash: String,
    /// Always true.
    pub limit_duplicates: bool,
    /// Who asked for it.
    pub creator: CreatorBody,
    /// How far it is.
    pub state: JobStateBody,
}

/// What happened to a job or a task. What never did happened at `0001-01-01T00:00:00Z`.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobEventsBody {
    /// When it was asked for.
    pub queued: String,
    /// When it was begun.
    pub started: String,
    /// When it was done.
    pub completed: String,
}

/// A task of a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskBody {
    /// Its id: the job's.
    pub id: String,
    /// What it is called, for people.
    pub caption: &'static str,
    /// The stable word for it.
    #[schema(example = "account.delete")]
    pub header: &'static str,
    /// What happened to it, and when.
    pub events: JobEventsBody,
    /// Why it failed.
    pub error: Option<JobErrorBody>,
    /// What it consists of.
    pub steps: Vec<StepBody>,
    /// How far it is.
    pub state: JobStateBody,
    /// What it was given: nothing.
    pub input: BTreeMap<String, String>,
    /// What came of it: nothing.
    #[schema(value_type = Option<Object>)]
    pub output: (),
}

/// Who asked for a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatorBody {
    /// Whose id.
    pub id: String,
    /// Always `account`.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// How far a job or a task is.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobStateBody {
    /// `running`, `completed` or `error`.
    pub current: &'static str,
    /// Since when.
    pub changed: String,
    /// Why it failed.
    pub error: Option<JobErrorBody>,
}

/// Why a job failed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct JobErrorBody {
    /// For people.
    pub message: String,
}

impl From<&Job> for DescriptorBody {
    fn from(job: &Job) -> Self {
        let task = BegunTaskBody {
            caption: job.task.caption(),
            header: header(job.task),
            steps: steps(job),
            input: BTreeMap::new(),
        };
        Self {
            action: action(job.task),
            job: BegunBody {
                id: job.id.abbreviated(),
                accepted: true,
                queue: QUEUE,
                schedule: time(job.created_at),
                parallel: ParallelBody { sub_queue: (), tasks: false },
                tasks: [task],
            },
        }
    }
}

impl From<&Job> for JobBody {
    fn from(job: &Job) -> Self {
        let task = TaskBody {
            id: job.id.abbreviated(),
            caption: job.task.caption(),
            header: header(job.task),
            events: job.into(),
            error: error(job),
            steps: steps(job),
            state: job.into(),
            input: BTreeMap::new(),
            output: (),
        };
        Self {
            id: job.id.abbreviated(),
            hub_id: NO_HUB,
            queue: QUEUE,
            caption: job.task.caption(),
            events: job.into(),
            schedule: time(job.created_at),
            expires: time(job.due_at),
            tasks: [task],
            hash: job.id.uuid().simple().to_string(),
            limit_duplicates: true,
            creator: CreatorBody { id: job.requested_by.abbreviated(), kind: "account" },
            state: job.into(),
        }
    }
}

impl From<&Job> for JobEventsBody {
    fn from(job: &Job) -> Self {
        Self {
            queued: time(job.created_at),
            started: time_or_never(shown(job).and_then(|step| step.started_at)),
            completed: time_or_never(completed_at(job)),
        }
    }
}

impl From<&Job> for JobStateBody {
    fn from(job: &Job) -> Self {
        let completed_at = completed_at(job);
        let (current, changed_at) = match (job.state, completed_at) {
            (JobState::Failed, _) => ("error", job.finished_at),
            (_, Some(at)) => ("completed", Some(at)),
            (_, None) => ("running", job.started_at),
        };
        Self { current, changed: time(changed_at.unwrap_or(job.created_at)), error: error(job) }
    }
}

fn action(task: Task) -> &'static str {
    match task {
        Task::DeleteAccount(_) | Task::DeleteOrg(_) => "delete",
    }
}

fn header(task: Task) -> &'static str {
    match task {
        Task::DeleteAccount(_) => "account.delete",
        Task::DeleteOrg(_) => "hub.delete",
    }
}

/// The step that is shown.
fn shown(job: &Job) -> Option<&JobStep> {
    job.steps.first()
}

fn completed_at(job: &Job) -> Option<Timestamp> {
    shown(job).and_then(|step| step.finished_at)
}

fn steps(job: &Job) -> Vec<StepBody> {
    let present = |step: &JobStep| StepBody {
        caption: step.step.caption(),
        description: step.step.description(),
        started: time_or_never(step.started_at),
        completed: time_or_never(step.finished_at),
    };
    shown(job).map(present).into_iter().collect()
}

fn error(job: &Job) -> Option<JobErrorBody> {
    job.failure.map(|failure| JobErrorBody { message: failure.to_string() })
}
