//! Removes members, or lets one leave.

use std::collections::BTreeSet;

use crate::domain::actor::Actor;
use crate::domain::api_keys::revoke::revoke_of_member;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::domain::invitations::revoke::revoke_beyond;
use crate::domain::ownership_transfers::end::void_of_leaver;
use crate::domain::{App, Error, policy};
use crate::model::{Action, OrgId, Permission, Principal, Role, Target, UserId};
use crate::store::StoreError;
use crate::store::queries::{memberships, sessions};

/// Ends a membership. Anybody may end their own, by a session; to end another's takes the permission, and a
/// role not below theirs. Their sessions go on, acting for no org; API keys they bound to the org, and
/// invitations they made and nobody used, are taken back, and ownership transfers between them and others void.
///
/// # Errors
/// `NotFound` for strangers and for no such member, `Forbidden`, `Conflict` for the last owner.
pub async fn remove(app: &App, principal: &Principal, org_id: OrgId, user_id: UserId) -> Result<(), Error> {
    remove_several(app, principal, org_id, vec![user_id]).await
}

/// Ends several memberships, as [`remove`] does: all of them, or none.
///
/// # Errors
/// As for [`remove`].
pub async fn remove_several(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    user_ids: Vec<UserId>,
) -> Result<(), Error> {
    let (caller, leaving) = (principal.clone(), user_ids.into_iter().collect::<BTreeSet<_>>());
    app.change(Actor::of(principal), move |change| {
        let own = policy::require_membership(change.tx, &caller, org_id)?.role;
        if leaving.contains(&caller.user_id()) {
            policy::require_session(&caller)?;
        }
        if leaving.iter().any(|user_id| *user_id != caller.user_id()) {
            policy::require(change.tx, &caller, org_id, Permission::ManageMembers)?;
        }
        leaving.iter().try_for_each(|user_id| remove_one(change, own, org_id, *user_id))
    })
    .await
}

fn remove_one(change: &mut Change<'_>, own: Role, org_id: OrgId, user_id: UserId) -> Result<(), Error> {
    let member = memberships::find_member(change.tx, org_id, user_id)?.ok_or(Missing::Member)?;
    policy::require_not_above(own, member.role)?;
    policy::require_another_owner(change.tx, org_id, &member)?;
    revoke_beyond(change, org_id, user_id, None)?;
    void_of_leaver(change, org_id, user_id)?;
    end_membership(change, org_id, user_id)?;
    Ok(change.record(Action::MemberRemoved, Target::User(user_id), Some(org_id))?)
}

/// Ends a membership, and what its person has by it: their sessions act for no org, keys they bound to it are
/// taken back.
pub(in crate::domain) fn end_membership(
    change: &mut Change<'_>,
    org_id: OrgId,
    user_id: UserId,
) -> Result<(), StoreError> {
    memberships::delete_membership(change.tx, user_id, org_id)?;
    revoke_of_member(change, user_id, org_id)?;
    sessions::clear_org(change.tx, user_id, org_id)
}
