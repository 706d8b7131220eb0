//! The letters about the deletion of an org, to its owners.

use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::Journey;
use crate::domain::members::approval::OWNERS;
use crate::model::letter::OrgDeletionEvent;
use crate::model::{Job, Letter, Org, Purpose, User};
use crate::store::StoreError;
use crate::store::queries::memberships;

/// Tells an org's owners that it is to be deleted, and where to take that back. Who asked for it gets a link that
/// says it was somebody else; so they are told even while their mailbox is unproven.
pub(super) fn tell_of_deletion(
    change: &mut Change<'_>,
    org: &Org,
    owner: &User,
    job: &Job,
) -> Result<(), StoreError> {
    let mut readers = memberships::list_owners(change.tx, org.id, OWNERS)?;
    readers.retain(|reader| reader.id != owner.id);
    let disowning = change.issue_token(Purpose::NotMe, owner.id.uuid(), Some(owner.id), job.due_at)?;
    let not_me_link = change.link(Journey::NotMe, &disowning);
    tell(change, org, owner, job, owner, Some(not_me_link))?;
    for reader in readers {
        tell(change, org, owner, job, &reader, None)?;
    }
    Ok(())
}

fn tell(
    change: &mut Change<'_>,
    org: &Org,
    owner: &User,
    job: &Job,
    reader: &User,
    not_me_link: Option<String>,
) -> Result<(), StoreError> {
    let letter = Letter::OrgDeletion {
        person: reader.called(),
        org: org.name.as_str().to_owned(),
        owner: owner.called(),
        due: job.due_at,
        job_link: change.job_link(job.id),
        not_me_link,
    };
    change.enqueue(reader, &letter, job.due_at)?;
    Ok(())
}

/// Tells an org's owners what became of its deletion.
pub(super) fn tell_what_became(
    change: &mut Change<'_>,
    org: &Org,
    event: OrgDeletionEvent,
) -> Result<(), StoreError> {
    let expires_at = later(change.now, change.app.rules.lifetimes.session_total);
    for owner in memberships::list_owners(change.tx, org.id, OWNERS)? {
        let letter = Letter::OrgDeletionNotice {
            person: owner.called(),
            event,
            org: org.name.as_str().to_owned(),
            sign_in_link: change.sign_in_link(),
        };
        change.enqueue(&owner, &letter, expires_at)?;
    }
    Ok(())
}
