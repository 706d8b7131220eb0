//! Looks at a transfer before deciding. Changes nothing: mail scanners look too.

use crate::crypto::digest::Digest;
use crate::domain::error::{Conflict, Expired};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{ClientInfo, Org, OwnershipTransfer, OwnershipTransferId, Purpose, Timestamp};
use crate::store::Read;
use crate::store::queries::{orgs, ownership_transfers};

/// A transfer as its holder sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The transfer.
    pub transfer: OwnershipTransfer,
    /// Of which org.
    pub org: Org,
}

/// Looks at a transfer by the token of its letter.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours; `Conflict` where the
/// owner is one no longer or the successor left; `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<Seen, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store.read(move |tx| find_open(tx, &digest, now)).await
}

/// Finds an open transfer by its token.
///
/// # Errors
/// As for [`look`].
pub(super) fn find_open(tx: &mut dyn Read, digest: &Digest, now: Timestamp) -> Result<Seen, Error> {
    let token = one_time::require_token(tx, digest, &[Purpose::OwnershipTransfer])?;
    let transfer = ownership_transfers::find_transfer(tx, OwnershipTransferId::new(token.subject_id))?
        // It went with its org, or with one of the two whom it was between.
        .ok_or(Expired::TokenSpent)?;
    match transfer.outcome {
        None => {}
        Some(TransferOutcome::Accepted | TransferOutcome::Replaced) => {
            return Err(Expired::TokenSpent.into());
        }
        Some(TransferOutcome::Declined) => return Err(Expired::TransferDeclined.into()),
        Some(TransferOutcome::Cancelled) => return Err(Expired::TransferCancelled.into()),
        Some(TransferOutcome::Void) => return Err(Conflict::TransferVoid.into()),
    }
    if now >= transfer.expires_at {
        return Err(Expired::TokenExpired.into());
    }
    let org = orgs::find_org(tx, transfer.org_id)?.ok_or(Expired::OrgGone)?;
    Ok(Seen { transfer, org })
}
