//! Jobs: what the service does later and by itself, step by step, while whoever asked for it can watch.

use uuid::Uuid;

use super::{JobId, OrgId, Timestamp, UserId};

/// Something that is done later.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What is done, and to what.
    pub task: Task,
    /// Who asked for it.
    pub requested_by: UserId,
    /// The id (`jti`) of the session token it was asked for with: that token may read the job even when
    /// its session has ended by it.
    pub token_id: Uuid,
    /// How far it is.
    pub state: JobState,
    /// Why it failed.
    pub failure: Option<JobFailure>,
    /// What it consists of, in order.
    pub steps: Vec<JobStep>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// From when on it is done, and can't be taken back any more.
    pub due_at: Timestamp,
    /// When it was begun.
    pub started_at: Option<Timestamp>,
    /// When it was done, failed or was taken back.
    pub finished_at: Option<Timestamp>,
}

/// What a job does, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Erases a person.
    DeleteAccount(UserId),
    /// Erases an org.
    DeleteOrg(OrgId),
}

impl Task {
    /// The kind's word and the id of what it is done to, as rows keep them.
    pub fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::DeleteAccount(id) => ("account_deletion", id.uuid()),
            Self::DeleteOrg(id) => ("org_deletion", id.uuid()),
        }
    }

    /// What it is called, for people.
    pub fn caption(self) -> &'static str {
        match self {
            Self::DeleteAccount(_) => "Delete the account",
            Self::DeleteOrg(_) => "Delete the org",
        }
    }

    /// Reads the parts back.
    pub fn from_parts(kind: &str, subject_id: Uuid) -> Option<Self> {
        match kind {
            "account_deletion" => Some(Self::DeleteAccount(subject_id.into())),
            "org_deletion" => Some(Self::DeleteOrg(subject_id.into())),
            _ => None,
        }
    }

    /// What it consists of, in order. The first step is taken when it is asked for, the second is the
    /// time until it is due.
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::DeleteAccount(_) => {
                &[Step::SignOut, Step::WaitForSecondThoughts, Step::EraseHistory, Step::EraseAccount]
            }
            Self::DeleteOrg(_) => {
                &[Step::CloseOrg, Step::WaitForSecondThoughts, Step::EraseHistory, Step::EraseOrg]
            }
        }
    }
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It waits until it is due.
    Scheduled,
    /// It is being done.
    Running,
    /// It is done.
    Completed,
    /// It was taken back before it was due.
    Cancelled,
    /// It can't be done.
    Failed,
}

impl JobState {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Scheduled, Self::Running, Self::Completed, Self::Cancelled, Self::Failed]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

/// Why a job can't be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobFailure {
    /// The person has come to be an org's only owner.
    #[error("The account stays: an org would be left without an owner.")]
    SoleOwner,
}

impl JobFailure {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SoleOwner => "sole_owner",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::SoleOwner].into_iter().find(|failure| failure.as_str() == word)
    }
}

/// A part of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person is signed out, and what was mailed to them is void.
    SignOut,
    /// Nobody can act in the org any more, or join it.
    CloseOrg,
    /// Nothing is erased yet.
    WaitForSecondThoughts,
    /// What was written down of who acted from where is erased.
    EraseHistory,
    /// The person is erased.
    EraseAccount,
    /// The org is erased.
    EraseOrg,
}

impl Step {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignOut => "sign_out",
            Self::CloseOrg => "close_org",
            Self::WaitForSecondThoughts => "wait_for_second_thoughts",
            Self::EraseHistory => "erase_history",
            Self::EraseAccount => "erase_account",
            Self::EraseOrg => "erase_org",
        }
    }

    /// What it is called, for people.
    pub fn caption(self) -> &'static str {
        match self {
            Self::SignOut => "Sign out",
            Self::CloseOrg => "Close the org",
            Self::WaitForSecondThoughts => "Wait for second thoughts",
            Self::EraseHistory => "Erase the history",
            Self::EraseAccount => "Erase the account",
            Self::EraseOrg => "Erase the org",
        }
    }

    /// What happens in it, for people.
    pub fn description(self) -> &'static str {
        match self {
            Self::SignOut => "Sign the person out everywhere, and void the links mailed to them.",
            Self::CloseOrg => "Let nobody act in the org any more, or join it.",
            Self::WaitForSecondThoughts => "Keep everything for a while, in case of second thoughts.",
            Self::EraseHistory => "Erase what was written down of who acted from where.",
            Self::EraseAccount => "Erase the account, and all that is left of the person.",
            Self::EraseOrg => "Erase the org, and who belonged to it.",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::SignOut,
            Self::CloseOrg,
            Self::WaitForSecondThoughts,
            Self::EraseHistory,
            Self::EraseAccount,
            Self::EraseOrg,
        ]
        .into_iter()
        .find(|step| step.as_str() == word)
    }
}

/// How far a part of a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobStep {
    /// Which part.
    pub step: Step,
    /// When it was begun.
    pub started_at: Option<Timestamp>,
    /// When it was done.
    pub finished_at: Option<Timestamp>,
}

/// How far a part of a job is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Its turn has not come.
    Waiting,
    /// It is being done.
    Running,
    /// It is done.
    Completed,
    /// It will not be done: the job was taken back.
    Cancelled,
    /// It will not be done: the job failed.
    Failed,
}

impl StepState {
    /// The word for it in APIs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

impl Job {
    /// How far one of its steps is.
    pub fn state_of(&self, step: &JobStep) -> StepState {
        match (step.finished_at, self.state) {
            (Some(_), _) => StepState::Completed,
            (None, JobState::Cancelled) => StepState::Cancelled,
            (None, JobState::Failed) => StepState::Failed,
            (None, JobState::Scheduled | JobState::Running | JobState::Completed) => {
                if step.started_at.is_some() { StepState::Running } else { StepState::Waiting }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_rows_are_read_back() {
        let task = Task::DeleteAccount(Uuid::from_u128(7).into());
        let (kind, subject_id) = task.parts();
        assert_eq!(Task::from_parts(kind, subject_id), Some(task));
        for step in task.steps() {
            assert_eq!(Step::parse(step.as_str()), Some(*step));
        }
    }
}
