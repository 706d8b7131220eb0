//! Takes a transfer back.

use super::end::end;
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Missing};
use crate::domain::{App, Error, policy};
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{Action, OrgId, OwnershipTransferId, Permission, Principal, Target};
use crate::store::queries::ownership_transfers;

/// Takes a transfer back, one's own or another owner's: its letter is void at once.
///
/// # Errors
/// `NotFound` for strangers and for no such transfer of the org; `Forbidden` without a session and for whoever is no owner;
/// `Conflict` when it is over.
pub async fn cancel(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    id: OwnershipTransferId,
) -> Result<(), Error> {
    policy::require_session(principal)?;
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require(change.tx, &caller, org_id, Permission::TransferOwnership)?;
        let transfer = ownership_transfers::find_transfer(change.tx, id)?
            .filter(|transfer| transfer.org_id == org_id)
            .ok_or(Missing::Transfer)?;
        if change.now >= transfer.expires_at || !end(change, &transfer, TransferOutcome::Cancelled)? {
            return Err(Conflict::TransferNotOpen.into());
        }
        let target = Target::OwnershipTransfer(id);
        Ok(change.record(Action::OwnershipTransferCancelled, target, Some(org_id))?)
    })
    .await
}
