//! Takes the deletion of an org back.

use super::letters::tell_what_became;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::error::{Forbidden, Missing};
use crate::domain::policy::keep_to_policies;
use crate::model::letter::OrgDeletionEvent;
use crate::model::{Action, Membership, OrgId, OrgState, Permission, Target, UserId};
use crate::store::queries::{memberships, orgs};
use crate::store::{Read, StoreError};

/// The membership by which somebody may take the deletion of an org back: whoever could ask for it can, and is
/// an owner who can act, so that the org has one.
///
/// # Errors
/// `NotFound` for strangers, and for an org that is not to be deleted; `Forbidden` for members whose role does
/// not allow it, and without the second factor that the org asks for.
pub(in crate::domain) fn require_may_undo(
    tx: &mut dyn Read,
    user_id: UserId,
    org_id: OrgId,
) -> Result<Membership, Error> {
    let membership = memberships::find_membership_of_closed_org(tx, user_id, org_id)?.ok_or(Missing::Org)?;
    let membership = keep_to_policies(membership)?;
    if membership.role.may(Permission::DeleteOrg) {
        Ok(membership)
    } else {
        Err(Forbidden::RoleTooLow.into())
    }
}

/// Whether somebody owns an org and could have it deleted, whether or not it is closed.
pub(in crate::domain) fn owns_org(
    tx: &mut dyn Read,
    user_id: UserId,
    org_id: OrgId,
) -> Result<bool, StoreError> {
    let membership = match memberships::find_membership(tx, user_id, org_id)? {
        Some(membership) => Some(membership),
        None => memberships::find_membership_of_closed_org(tx, user_id, org_id)?,
    };
    Ok(membership.is_some_and(|membership| {
        membership.role.may(Permission::DeleteOrg) && !membership.lacks_two_factor()
    }))
}

/// Opens an org again whose deletion will not be done: all is as it was. Its owners are told.
pub(in crate::domain) fn reopen_org(change: &mut Change<'_>, org_id: OrgId) -> Result<(), Error> {
    orgs::update_state(change.tx, org_id, OrgState::Active, change.now)?;
    change.record(Action::OrgDeletionCancelled, Target::Org(org_id), Some(org_id))?;
    let org = orgs::find_org(change.tx, org_id)?.ok_or(Missing::Org)?;
    Ok(tell_what_became(change, &org, OrgDeletionEvent::Cancelled)?)
}
