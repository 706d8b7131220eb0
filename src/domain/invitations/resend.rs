//! Sends an invitation's letter again.

use super::invite::write_letter;
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Forbidden, Missing};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::{
    Action, Invitation, InvitationId, InvitationState, OrgId, Permission, Principal, Target, Timestamp,
};
use crate::store::queries::{invitations, one_time_tokens};

/// Sends another letter and pushes the expiry. The link handed over before, and the earlier letters,
/// stay good: nothing new was decided. An expired invitation is open again.
///
/// # Errors
/// `NotFound` for strangers and for no such invitation of the org; `Forbidden`, also for an address that the
/// org does not let in any more; `Conflict` when it was used, declined or taken back; `RateLimited`.
pub async fn resend(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    id: InvitationId,
) -> Result<(Invitation, Timestamp), Error> {
    app.limits.check_ip(Limited::Resend, principal.client.ip)?;
    app.check_account(Limited::Resend, &id.to_string()).await?;
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let membership = policy::require(change.tx, &caller, org_id, Permission::ManageInvitations)?;
        let mut invitation = invitations::find_invitation(change.tx, id)?
            .filter(|invitation| invitation.org_id == org_id)
            .ok_or(Missing::Invitation)?;
        if !matches!(invitation.state(change.now), InvitationState::Pending | InvitationState::Expired) {
            return Err(Conflict::InvitationNotPending.into());
        }
        policy::require_not_above(membership.role, invitation.role)?;
        if !membership.org.policies.allow(&invitation.email) {
            return Err(Forbidden::EmailDomainNotAllowed.into());
        }
        invitation.expires_at = change.link_expiry(change.app.rules.lifetimes.invitation);
        one_time_tokens::update_expiry_of_subject(change.tx, id.uuid(), invitation.expires_at)?;
        let letter_id = write_letter(change, &membership.org, &invitation, &caller.identity.user)?;
        invitations::update_resent(change.tx, id, letter_id, invitation.expires_at)?;
        change.record(Action::InvitationResent, Target::Invitation(id), Some(org_id))?;
        Ok((invitations::find_invitation(change.tx, id)?.unwrap_or(invitation), change.now))
    })
    .await
}
