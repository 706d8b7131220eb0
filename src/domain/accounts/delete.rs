//! Asks for the deletion of an account, by its password. Nothing is erased until the time for second
//! thoughts is over; `erase` does that.

use super::letters::write_deletion;
use super::password::{confirm_for, require_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::customs::Deed;
use crate::domain::error::Unauthenticated;
use crate::domain::invitations::revoke::revoke_made_by;
use crate::domain::ownership_transfers::end::void_of_leaver;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, jobs, policy};
use crate::model::{Action, Job, Password, Principal, Target, Task, UserState};
use crate::store::queries::{memberships, one_time_tokens, orgs, outbox, users};

/// As many orgs as a refusal names.
pub(super) const ORGS_NAMED: u32 = 200;

/// Schedules the deletion of the caller's account. At once every session ends, links that were mailed,
/// invitations the person made and transfers they take part in are void, and a letter tells of it, with a
/// "this wasn't me" link. Whoever signs in before the deletion is due takes it back.
///
/// # Errors
/// `SoleOwner` while an org would be left without an owner, `Conflict` while the service would be left without an
/// operator; `Forbidden` without a session and for a wrong
/// password, `RateLimited` after too many of them.
pub async fn delete(app: &App, principal: &Principal, password: Option<Password>) -> Result<Job, Error> {
    let stored = confirm_for(app, principal, Deed::DeleteAccount, password.as_ref()).await?;
    let session = policy::require_session(principal)?.clone();
    let (caller, client) = (principal.user_id(), principal.client.clone());
    app.change(Actor::of(principal), move |change| {
        require_still_confirmed(change, caller, stored.as_deref())?;
        let user = users::find_user(change.tx, caller)?
            .filter(|user| user.state == UserState::Active)
            .ok_or(Unauthenticated::NotSignedIn)?;
        let owned_alone = orgs::list_orgs_owned_alone(change.tx, caller, ORGS_NAMED)?;
        if !owned_alone.is_empty() {
            return Err(Error::SoleOwner { orgs: owned_alone });
        }
        policy::require_another_operator(change.tx, &user)?;
        users::update_state(change.tx, caller, UserState::Deleting, change.now)?;
        end_sessions(change, caller, None)?;
        one_time_tokens::spend_links_of_user(change.tx, caller, change.now)?;
        outbox::cancel_links_of_user(change.tx, caller, change.now)?;
        revoke_made_by(change, caller)?;
        for org_id in memberships::list_org_ids(change.tx, caller)? {
            void_of_leaver(change, org_id, caller)?;
        }
        let job = jobs::schedule_deletion(change, Task::DeleteAccount(caller), &session)?;
        change.record(Action::DeletionRequested, Target::User(caller), None)?;
        write_deletion(change, &user, &client, job.due_at)?;
        Ok(job)
    })
    .await
}
