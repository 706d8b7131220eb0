//! Gives members other roles.

use super::approval::write_to_approved;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::domain::invitations::revoke::revoke_beyond;
use crate::domain::ownership_transfers::end::void_of_former_owner;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Member, OrgId, Permission, Principal, Role, Target, UserId};
use crate::store::queries::memberships;

/// Which role members are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleChange {
    /// This one.
    SetTo(Role),
    /// This one, unless theirs is as great.
    RaiseTo(Role),
}

impl RoleChange {
    fn role_after(self, role: Role) -> Role {
        match self {
            Self::SetTo(given) => given,
            Self::RaiseTo(given) => role.max(given),
        }
    }
}

/// Gives a member another role. Whoever waited is approved by it, whatever role they were invited with, and
/// told by mail. Invitations they made and could not make with it
/// are taken back.
///
/// # Errors
/// `NotFound` for strangers and for no such member; `Forbidden` when the caller's role does not allow
/// it, or the member's old or new role is above their own; `Conflict` for the last owner.
pub async fn change_role(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    user_id: UserId,
    role: Role,
) -> Result<Member, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let own = policy::require(change.tx, &caller, org_id, Permission::ManageMembers)?.role;
        give_role(change, own, org_id, user_id, RoleChange::SetTo(role))
    })
    .await
}

/// Gives several members other roles: all of them, or none.
///
/// # Errors
/// As for [`change_role`].
pub async fn change_roles(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    user_ids: Vec<UserId>,
    to: RoleChange,
) -> Result<Vec<Member>, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let own = policy::require(change.tx, &caller, org_id, Permission::ManageMembers)?.role;
        user_ids.iter().map(|user_id| give_role(change, own, org_id, *user_id, to)).collect()
    })
    .await
}

fn give_role(
    change: &mut Change<'_>,
    own: Role,
    org_id: OrgId,
    user_id: UserId,
    to: RoleChange,
) -> Result<Member, Error> {
    let member = memberships::find_member(change.tx, org_id, user_id)?.ok_or(Missing::Member)?;
    let role = to.role_after(member.role);
    policy::require_not_above(own, member.role)?;
    policy::require_not_above(own, role)?;
    if role == member.role {
        return Ok(member);
    }
    if role != Role::Owner {
        policy::require_another_owner(change.tx, org_id, &member)?;
        void_of_former_owner(change, org_id, user_id)?;
    }
    revoke_beyond(change, org_id, user_id, Some(role))?;
    memberships::update_role(change.tx, user_id, org_id, role)?;
    let was_waiting = member.role == Role::Pending;
    let member = Member { role, requested_role: None, ..member };
    if was_waiting {
        change.record(Action::MemberApproved, Target::User(user_id), Some(org_id))?;
        write_to_approved(change, org_id, &member)?;
    } else {
        change.record(Action::MemberRoleChanged, Target::User(user_id), Some(org_id))?;
    }
    Ok(member)
}
