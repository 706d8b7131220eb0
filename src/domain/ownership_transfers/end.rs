//! How a transfer ends, whichever way: its token is void, and its letter, if it has not gone out, taken back.

use crate::domain::Error;
use crate::domain::change::Change;
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{Action, OrgId, OwnershipTransfer, PageRequest, Target, Timestamp, UserId};
use crate::store::StoreError;
use crate::store::queries::{one_time_tokens, outbox, ownership_transfers};

/// There is one per owner; nobody has more owners.
const ALL: PageRequest = PageRequest { limit: 10_000, after: None };

/// Every transfer of an org that nothing has become of, also those whose time is over.
pub(super) fn list_open(
    change: &mut Change<'_>,
    org_id: OrgId,
) -> Result<Vec<OwnershipTransfer>, StoreError> {
    ownership_transfers::list_open_transfers(change.tx, org_id, Timestamp::UNIX_EPOCH, ALL)
}

/// Ends a transfer; `false` if it had ended before. Of however many try at once, one succeeds.
pub(super) fn end(
    change: &mut Change<'_>,
    transfer: &OwnershipTransfer,
    outcome: TransferOutcome,
) -> Result<bool, StoreError> {
    if !ownership_transfers::end_transfer(change.tx, transfer.id, outcome, change.now)? {
        return Ok(false);
    }
    one_time_tokens::spend_tokens_of_subject(change.tx, transfer.id.uuid(), change.now)?;
    outbox::cancel_letter(change.tx, transfer.letter_id, change.now)?;
    Ok(true)
}

/// Voids what somebody asked who is no owner any more. Made an owner again, they ask again.
pub(in crate::domain) fn void_of_former_owner(
    change: &mut Change<'_>,
    org_id: OrgId,
    user_id: UserId,
) -> Result<(), Error> {
    void_where(change, org_id, |transfer| transfer.owner.id == user_id)
}

/// Voids what somebody who leaves the org asked, or was asked.
pub(in crate::domain) fn void_of_leaver(
    change: &mut Change<'_>,
    org_id: OrgId,
    user_id: UserId,
) -> Result<(), Error> {
    void_where(change, org_id, |transfer| transfer.owner.id == user_id || transfer.successor.id == user_id)
}

/// Voids what anybody asked, now that the org is gone.
pub(in crate::domain) fn void_all(change: &mut Change<'_>, org_id: OrgId) -> Result<(), Error> {
    void_where(change, org_id, |_| true)
}

fn void_where(
    change: &mut Change<'_>,
    org_id: OrgId,
    is_void: impl Fn(&OwnershipTransfer) -> bool,
) -> Result<(), Error> {
    for transfer in list_open(change, org_id)?.into_iter().filter(is_void) {
        end(change, &transfer, TransferOutcome::Void)?;
        let target = Target::OwnershipTransfer(transfer.id);
        change.record(Action::OwnershipTransferVoided, target, Some(org_id))?;
    }
    Ok(())
}
