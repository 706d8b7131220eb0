//! Declines to be owner in another's place. The letter's holder need not be signed in.

use super::end::end;
use super::letters;
use super::look::{Seen, find_open};
use crate::domain::actor::Actor;
use crate::domain::error::Expired;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time, policy};
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{Action, ClientInfo, Principal, Target};

/// Declines the transfer of a token; its owner is told.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours; `Conflict` where the
/// owner is one no longer or the successor left; `RateLimited`.
pub async fn decline(
    app: &App,
    client: &ClientInfo,
    principal: Option<&Principal>,
    token: &str,
) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    if let Some(principal) = principal {
        policy::require_session(principal)?;
    }
    let digest = one_time::presented(token)?;
    let actor = principal.map_or_else(|| Actor::visitor(client), Actor::of);
    app.change(actor, move |change| {
        let Seen { transfer, org } = find_open(change.tx, &digest, change.now)?;
        if !end(change, &transfer, TransferOutcome::Declined)? {
            return Err(Expired::TokenSpent.into());
        }
        change.concern(transfer.successor.id);
        let target = Target::OwnershipTransfer(transfer.id);
        change.record(Action::OwnershipTransferDeclined, target, Some(org.id))?;
        Ok(letters::tell_declined(change, &org, &transfer)?)
    })
    .await
}
