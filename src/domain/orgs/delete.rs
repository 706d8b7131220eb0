//! Asks for the deletion of an org, by its owner's password. The org is closed, and nothing is erased until
//! the time for second thoughts is over; `erase` does that.

use super::letters::tell_of_deletion;
use crate::domain::accounts::password::{confirm_for, require_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::customs::Deed;
use crate::domain::error::Unauthenticated;
use crate::domain::{App, Error, jobs, policy};
use crate::model::{Action, Job, OrgId, OrgState, Password, Permission, Principal, Target, Task};
use crate::store::queries::{orgs, users};

/// Schedules the deletion of an org. At once it is closed: to its members it is not there, their sessions act
/// for no org, API keys bound to it are refused, and its invitations and transfers can't be used. Its owners are
/// told by letter, and any of them can take it back until it is due; then all of this is as it was.
///
/// # Errors
/// `NotFound` for strangers, and once it is closed; `Forbidden` without a session, for a wrong password and for
/// whoever is no owner; `RateLimited` after too many wrong passwords.
pub async fn delete(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    password: Option<Password>,
) -> Result<Job, Error> {
    let stored = confirm_for(app, principal, Deed::DeleteOrg, password.as_ref()).await?;
    let session = policy::require_session(principal)?.clone();
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let org = policy::require(change.tx, &caller, org_id, Permission::DeleteOrg)?.org;
        require_still_confirmed(change, caller.user_id(), stored.as_deref())?;
        let owner = users::find_user(change.tx, caller.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
        orgs::update_state(change.tx, org_id, OrgState::Deleting, change.now)?;
        let job = jobs::schedule_deletion(change, Task::DeleteOrg(org_id), &session)?;
        change.record(Action::OrgDeletionRequested, Target::Org(org_id), Some(org_id))?;
        tell_of_deletion(change, &org, &owner, &job)?;
        Ok(job)
    })
    .await
}
