//! Erases a person, once nobody takes the deletion back any more. What stays are ids: in the audit events of
//! what they did, and in the job that erased them.

use super::delete::ORGS_NAMED;
use super::letters::write_not_deleted;
use super::mailbox::void_sign_ups;
use super::make_operator::forget_set_up;
use super::undo_deletion::reopen_account;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::jobs::{BATCH, Progress, perform};
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::{App, Error};
use crate::model::{Action, EmailAddress, JobFailure, Letter, Step, Target, User, UserId};
use crate::store::StoreError;
use crate::store::queries::jobs::{self, ClaimedJob};
use crate::store::queries::{
    audit_personal, email_changes, inbox, invitations, logins, memberships, one_time_tokens, orgs, outbox,
    sessions, users,
};

/// Erases a person and all that is personal of them, everywhere, and tells them so in a last letter.
///
/// # Errors
/// When the database does not answer; what was erased before stays erased, and the rest can be done again.
pub(in crate::domain) async fn erase_account(
    app: &App,
    job: ClaimedJob,
    user_id: UserId,
) -> Result<(), Error> {
    if !may_go(app, job, user_id).await? {
        return Ok(());
    }
    perform(app, job, Step::EraseHistory, move |change| Ok(erase_history(change, user_id)?)).await?;
    perform(app, job, Step::EraseAccount, move |change| erase_rest(change, user_id)).await
}

/// Fails the job, and leaves the account open and telling why, if the person has come to be an org's only owner.
async fn may_go(app: &App, job: ClaimedJob, user_id: UserId) -> Result<bool, Error> {
    app.change(Actor::service(), move |change| {
        let owned_alone = orgs::list_orgs_owned_alone(change.tx, user_id, ORGS_NAMED)?;
        if owned_alone.is_empty() {
            return Ok(true);
        }
        reopen_account(change, user_id)?;
        users::update_state_error(change.tx, user_id, JobFailure::SoleOwner)?;
        if let Some(user) = users::find_user(change.tx, user_id)? {
            write_not_deleted(change, &user, &owned_alone)?;
        }
        jobs::finish_job(change.tx, job.id, Some(JobFailure::SoleOwner), change.now)?;
        Ok(false)
    })
    .await
}

fn erase_history(change: &mut Change<'_>, user_id: UserId) -> Result<Progress, StoreError> {
    let logins = logins::delete_logins_of_user(change.tx, user_id, BATCH)?;
    let places = audit_personal::delete_of_user(change.tx, user_id, BATCH)?;
    Ok(Progress::of_batch(logins.max(places)))
}

/// Erases the person and what is left of them. Sessions, keys, factors, memberships and invitations they
/// made go with their row.
fn erase_rest(change: &mut Change<'_>, user_id: UserId) -> Result<Progress, Error> {
    // What somebody did in their name while the history was erased.
    if erase_history(change, user_id)? == Progress::More {
        return Ok(Progress::More);
    }
    let Some(user) = users::find_user(change.tx, user_id)? else { return Ok(Progress::Done) };
    for org_id in memberships::list_org_ids(change.tx, user_id)? {
        change.record(Action::MemberRemoved, Target::User(user_id), Some(org_id))?;
    }
    one_time_tokens::spend_tokens_of_user(change.tx, user_id, change.now)?;
    invitations::delete_invitations_accepted_by(change.tx, user_id)?;
    for guess in Guess::ALL {
        lockout::forget(change, &Account::of(guess, user_id))?;
    }
    logins::clear_places_of_operator(change.tx, user_id)?;
    sessions::delete_sessions_of_operator(change.tx, user_id)?;
    outbox::delete_letters_of_user(change.tx, user_id)?;
    users::delete_user(change.tx, user_id)?;
    erase_address(change, &user.email.address)?;
    change.record(Action::UserDeleted, Target::User(user_id), None)?;
    write_last_letter(change, &user)?;
    Ok(Progress::Done)
}

/// Erases an address wherever somebody wrote it down.
fn erase_address(change: &mut Change<'_>, email: &EmailAddress) -> Result<(), StoreError> {
    void_sign_ups(change, email)?;
    invitations::delete_invitations_to(change.tx, email.normalized())?;
    email_changes::delete_email_changes_to(change.tx, email.normalized())?;
    inbox::delete_letters_to(change.tx, email.normalized())?;
    outbox::delete_letters_to(change.tx, email.normalized())?;
    forget_set_up(change, email)
}

/// Tells the person that they are erased. Nothing is kept of this letter once it has gone out.
fn write_last_letter(change: &mut Change<'_>, user: &User) -> Result<(), StoreError> {
    let letter = Letter::AccountDeleted { person: user.called() };
    let expires_at = later(change.now, change.app.rules.lifetimes.activation);
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}
