//! Removes a member, or lets one leave.

use crate::domain::actor::Actor;
use crate::domain::api_keys::revoke::revoke_of_member;
use crate::domain::error::Missing;
use crate::domain::invitations::revoke::revoke_beyond;
use crate::domain::{App, Error, policy};
use crate::model::{Action, OrgId, Permission, Principal, Target, UserId};
use crate::store::queries::{memberships, sessions};

/// Ends a membership. Anybody may end their own, by a session; to end another's takes the permission, and a
/// role not below theirs. Their sessions go on, acting for no org; API keys they bound to the org, and
/// invitations they made and nobody used, are taken back.
///
/// # Errors
/// `NotFound` for strangers and for no such member, `Forbidden`, `Conflict` for the last owner.
pub async fn remove(app: &App, principal: &Principal, org_id: OrgId, user_id: UserId) -> Result<(), Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let own = policy::require_membership(change.tx, &caller, org_id)?.role;
        if caller.user_id() == user_id {
            policy::require_session(&caller)?;
        } else {
            policy::require(change.tx, &caller, org_id, Permission::ManageMembers)?;
        }
        let member = memberships::find_member(change.tx, org_id, user_id)?.ok_or(Missing::Member)?;
        policy::require_not_above(own, member.role)?;
        policy::require_another_owner(change.tx, org_id, &member)?;
        memberships::delete_membership(change.tx, user_id, org_id)?;
        revoke_beyond(change, org_id, user_id, None)?;
        revoke_of_member(change, user_id, org_id)?;
        sessions::clear_org(change.tx, user_id, org_id)?;
        Ok(change.record(Action::MemberRemoved, Target::User(user_id), Some(org_id))?)
    })
    .await
}
