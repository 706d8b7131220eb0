//! Takes the deletion of an account back: its person has signed in, or has shown that it was not their
//! doing.

use crate::domain::change::Change;
use crate::domain::{Error, jobs};
use crate::model::{Action, Target, Task, UserId, UserState};
use crate::store::StoreError;
use crate::store::queries::{jobs as rows, users};

/// Takes the deletion back, and opens the account again; `false` once it is due. What the request for it
/// ended and made void stays so.
pub(in crate::domain) fn undo_deletion(change: &mut Change<'_>, user_id: UserId) -> Result<bool, Error> {
    let task = Task::DeleteAccount(user_id);
    match rows::find_open_job(change.tx, task)? {
        Some(job_id) => jobs::take_back(change, job_id, task),
        None => Ok(false),
    }
}

/// Opens an account again whose deletion will not be done.
pub(in crate::domain) fn reopen_account(change: &mut Change<'_>, user_id: UserId) -> Result<(), StoreError> {
    users::update_state(change.tx, user_id, UserState::Active, change.now)?;
    change.record(Action::DeletionCancelled, Target::User(user_id), None)
}
