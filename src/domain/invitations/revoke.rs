//! Takes an invitation back.

use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Missing};
use crate::domain::{App, Error, policy};
use crate::model::{Action, InvitationId, OrgId, Permission, Principal, Target};
use crate::store::queries::{invitations, one_time_tokens, outbox};

/// Takes an invitation back: its tokens are void at once.
///
/// # Errors
/// `NotFound` for strangers and for no such invitation of the org; `Forbidden`; `Conflict` when it was
/// used, declined or taken back before.
pub async fn revoke(app: &App, principal: &Principal, org_id: OrgId, id: InvitationId) -> Result<(), Error> {
    let caller = principal.user_id();
    app.change(Actor::of(principal), move |change| {
        let own = policy::require(change.tx, caller, org_id, Permission::ManageInvitations)?.role;
        let invitation = invitations::find_invitation(change.tx, id)?
            .filter(|invitation| invitation.org_id == org_id)
            .ok_or(Missing::Invitation)?;
        policy::require_not_above(own, invitation.role)?;
        if !invitations::revoke_invitation(change.tx, id, change.now)? {
            return Err(Conflict::InvitationNotPending.into());
        }
        one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
        outbox::cancel_letter_of_invitation(change.tx, id, change.now)?;
        Ok(change.record(Action::InvitationRevoked, Target::Invitation(id), Some(org_id))?)
    })
    .await
}
