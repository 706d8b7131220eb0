//! Lists an org's open transfers.

use crate::domain::{App, Error, policy};
use crate::model::{OrgId, OwnershipTransfer, Page, PageRequest, Permission, Principal};
use crate::store::queries::ownership_transfers;

/// The org's transfers that can be accepted, the newest first.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` without a session and for whoever is no owner.
pub async fn list(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    page: PageRequest,
) -> Result<Page<OwnershipTransfer>, Error> {
    policy::require_session(principal)?;
    let (caller, now) = (principal.clone(), app.clock.now());
    let rows = app
        .store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::TransferOwnership)?;
            ownership_transfers::list_open_transfers(tx, org_id, now, page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |transfer| transfer.id.uuid()))
}
