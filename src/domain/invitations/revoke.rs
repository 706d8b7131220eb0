//! Takes an invitation back.

use crate::domain::audit::record::Actor;
use crate::domain::error::{Conflict, Missing};
use crate::domain::{App, Error, policy};
use crate::model::{Action, InvitationId, OrgId, Permission, Principal, Target};
use crate::store::queries::{invitations, one_time_tokens};

/// Takes an invitation back: its tokens are void at once.
///
/// # Errors
/// `NotFound` for strangers and for no such invitation of the org; `Forbidden`; `Conflict` when it was
/// used, declined or taken back before.
pub async fn revoke(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    id: InvitationId,
) -> Result<(), Error> {
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (now, mut chance) = (moment.now, moment.chance());
            policy::require(tx, principal.user_id(), org_id, Permission::ManageInvitations)?;
            invitations::find_invitation(tx, id)?
                .filter(|invitation| invitation.org_id == org_id)
                .ok_or(Missing::Invitation)?;
            if !invitations::revoke_invitation(tx, id, now)? {
                return Err(Conflict::InvitationNotPending.into());
            }
            one_time_tokens::spend_tokens_of_subject(tx, id.uuid(), now)?;
            let target = Target::Invitation(id);
            Actor::of(&principal)
                .record(tx, &mut chance, now, Action::InvitationRevoked, target, Some(org_id))
                .map_err(Error::from)
        })
        .await
}
