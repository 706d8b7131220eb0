//! Lists an org's invitations. Their secrets are never shown again.

use crate::domain::{App, Error, policy};
use crate::model::{Invitation, InvitationState, OrgId, Page, PageRequest, Permission, Principal, Timestamp};
use crate::store::queries::invitations;

/// The org's invitations, the newest first; with `state`, only those in it. Answers the time by which
/// their states are told.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for members whose role does not allow it.
pub async fn list(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    state: Option<InvitationState>,
    page: PageRequest,
) -> Result<(Page<Invitation>, Timestamp), Error> {
    let (caller, now) = (principal.clone(), app.clock.now());
    let rows = app
        .store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::ManageInvitations)?;
            invitations::list_invitations(tx, org_id, state, now, page).map_err(Error::from)
        })
        .await?;
    Ok((Page::cut(rows, page.limit, |invitation| invitation.id.uuid()), now))
}
