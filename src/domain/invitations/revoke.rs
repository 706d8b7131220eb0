//! Takes an invitation back.

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Missing};
use crate::domain::{App, Error, policy};
use crate::model::{Action, InvitationId, OrgId, Permission, Principal, Role, Target, UserId};
use crate::store::queries::{invitations, one_time_tokens, outbox};

/// Takes an invitation back: its tokens are void at once.
///
/// # Errors
/// `NotFound` for strangers and for no such invitation of the org; `Forbidden`; `Conflict` when it was
/// used, declined or taken back before.
pub async fn revoke(app: &App, principal: &Principal, org_id: OrgId, id: InvitationId) -> Result<(), Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let own = policy::require(change.tx, &caller, org_id, Permission::ManageInvitations)?.role;
        let invitation = invitations::find_invitation(change.tx, id)?
            .filter(|invitation| invitation.org_id == org_id)
            .ok_or(Missing::Invitation)?;
        policy::require_not_above(own, invitation.role)?;
        revoke_one(change, org_id, id)
    })
    .await
}

fn revoke_one(change: &mut Change<'_>, org_id: OrgId, id: InvitationId) -> Result<(), Error> {
    if !invitations::revoke_invitation(change.tx, id, change.now)? {
        return Err(Conflict::InvitationNotPending.into());
    }
    one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
    outbox::cancel_letter_of_invitation(change.tx, id, change.now)?;
    Ok(change.record(Action::InvitationRevoked, Target::Invitation(id), Some(org_id))?)
}

/// Takes back the open invitations of somebody who could not make them any more, now that their role is
/// `left`: they hold the links, and must not come back by them.
pub(in crate::domain) fn revoke_beyond(
    change: &mut Change<'_>,
    org_id: OrgId,
    inviter_id: UserId,
    left: Option<Role>,
) -> Result<(), Error> {
    let may = |role: Role| {
        let permission = match role {
            Role::Pending => Permission::ProposeMembers,
            Role::Member | Role::Admin | Role::Owner => Permission::ManageInvitations,
        };
        left.is_some_and(|left| left.may(permission) && role <= left)
    };
    for invitation in invitations::list_open_invitations_of_inviter(change.tx, org_id, inviter_id)? {
        if !may(invitation.role) {
            revoke_one(change, org_id, invitation.id)?;
        }
    }
    Ok(())
}

/// Takes back every open invitation that somebody made, into whichever org.
pub(in crate::domain) fn revoke_made_by(change: &mut Change<'_>, inviter_id: UserId) -> Result<(), Error> {
    for (org_id, id) in invitations::list_open_invitations_made_by(change.tx, inviter_id)? {
        revoke_one(change, org_id, id)?;
    }
    Ok(())
}
