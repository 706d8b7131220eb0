//! Gives a member another role.

use super::approval::write_to_approved;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::invitations::revoke::revoke_beyond;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Member, OrgId, Permission, Principal, Role, Target, UserId};
use crate::store::queries::memberships;

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
        let member = memberships::find_member(change.tx, org_id, user_id)?.ok_or(Missing::Member)?;
        policy::require_not_above(own, member.role)?;
        policy::require_not_above(own, role)?;
        if role == member.role {
            return Ok(member);
        }
        if role != Role::Owner {
            policy::require_another_owner(change.tx, org_id, &member)?;
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
    })
    .await
}
