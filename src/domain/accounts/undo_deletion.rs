//! Takes the deletion of an account back: its person has signed in, or has shown that it was not their
//! doing.

use crate::domain::change::Change;
use crate::model::{Action, Target, Task, UserId, UserState};
use crate::store::StoreError;
use crate::store::queries::{jobs, users};

/// Takes the deletion back, and opens the account again; `false` once it is due. What the request for it
/// ended and made void stays so.
pub(in crate::domain) fn undo_deletion(change: &mut Change<'_>, user_id: UserId) -> Result<bool, StoreError> {
    let Some(job_id) = jobs::find_open_job(change.tx, Task::DeleteAccount(user_id))? else {
        return Ok(false);
    };
    if !jobs::cancel_job(change.tx, job_id, change.now)? {
        return Ok(false);
    }
    reopen(change, user_id)?;
    Ok(true)
}

/// Opens an account again whose deletion will not be done.
pub(super) fn reopen(change: &mut Change<'_>, user_id: UserId) -> Result<(), StoreError> {
    users::update_state(change.tx, user_id, UserState::Active, change.now)?;
    change.record(Action::DeletionCancelled, Target::User(user_id), None)
}
