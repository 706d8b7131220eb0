//! Erases an org, once nobody takes its deletion back any more. What stays are ids: in the audit events of what
//! was done in it, and in the job that erased it.

use super::letters::tell_what_became;
use crate::domain::change::Change;
use crate::domain::jobs::{BATCH, Progress, perform};
use crate::domain::members::remove::end_membership;
use crate::domain::ownership_transfers::end::void_all;
use crate::domain::{App, Error};
use crate::model::letter::OrgDeletionEvent;
use crate::model::{Action, OrgId, Step, Target};
use crate::store::StoreError;
use crate::store::queries::jobs::ClaimedJob;
use crate::store::queries::{audit_personal, invitations, memberships, one_time_tokens, orgs, outbox};

/// Erases an org and all that is of it, and tells its owners in a last letter. Its people stay.
///
/// # Errors
/// When the database does not answer; what was erased before stays erased, and the rest can be done again.
pub(in crate::domain) async fn erase_org(app: &App, job: ClaimedJob, org_id: OrgId) -> Result<(), Error> {
    perform(app, job, Step::EraseHistory, move |change| Ok(erase_history(change, org_id)?)).await?;
    perform(app, job, Step::EraseOrg, move |change| erase_rest(change, org_id)).await
}

/// Erases from where people acted in the org.
fn erase_history(change: &mut Change<'_>, org_id: OrgId) -> Result<Progress, StoreError> {
    Ok(Progress::of_batch(audit_personal::delete_of_org(change.tx, org_id, BATCH)?))
}

/// Erases the org: first its invitations, then its people, the owners last since they are told.
fn erase_rest(change: &mut Change<'_>, org_id: OrgId) -> Result<Progress, Error> {
    let Some(org) = orgs::find_any_org(change.tx, org_id)? else { return Ok(Progress::Done) };
    // What was written down while the history was erased.
    if erase_history(change, org_id)? == Progress::More
        || erase_invitations(change, org_id)? == Progress::More
    {
        return Ok(Progress::More);
    }
    let people = memberships::list_user_ids(change.tx, org_id, BATCH)?;
    let progress = Progress::of_batch(people.len() as u64);
    if progress == Progress::Done {
        void_all(change, org_id)?;
        tell_what_became(change, &org, OrgDeletionEvent::Done)?;
    }
    for user_id in people {
        end_membership(change, org_id, user_id)?;
    }
    if progress == Progress::Done {
        orgs::delete_org(change.tx, org_id)?;
        change.record(Action::OrgDeleted, Target::Org(org_id), Some(org_id))?;
    }
    Ok(progress)
}

/// Erases who was invited; what was mailed to them is void.
fn erase_invitations(change: &mut Change<'_>, org_id: OrgId) -> Result<Progress, StoreError> {
    let batch = invitations::list_letters_of_org(change.tx, org_id, BATCH)?;
    for (id, letter_id) in &batch {
        one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
        outbox::cancel_letter(change.tx, *letter_id, change.now)?;
        invitations::delete_invitation(change.tx, *id)?;
    }
    Ok(Progress::of_batch(batch.len() as u64))
}
