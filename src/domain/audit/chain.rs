//! Chains the events that wait for it, in order.

use super::link;
use crate::crypto::digest::Digest;
use crate::domain::{App, Error};
use crate::store::Write;
use crate::store::queries::audit_chain::{self, ChainEnd};

/// Events chained in one transaction.
const BATCH: u32 = 500;

/// Nothing is chained to an end that this service did not write.
#[derive(Debug, thiserror::Error)]
#[error(
    "the end of the audit's chain was changed by other hands, so that nothing more is chained to it; run `gatepost \
     audit verify` to see what does not hold"
)]
struct EndAltered;

/// Chains all events that wait, and tells how many they were. Several callers at once, other processes' included, make
/// one chain: each goes on where it finds the end.
///
/// # Errors
/// `Internal` when the end of the chain was altered by hand. Else when the database does not answer; what was chained
/// before stays chained.
pub async fn chain(app: &App) -> Result<u64, Error> {
    let mut chained = 0;
    loop {
        let of_batch = {
            let this = app.clone();
            app.store.write(move |tx| chain_batch(&this, tx)).await?
        };
        chained += of_batch;
        if of_batch < u64::from(BATCH) {
            return Ok(chained);
        }
    }
}

fn chain_batch(app: &App, tx: &mut dyn Write) -> Result<u64, Error> {
    let (mut length, mut last) = match audit_chain::find_chain_end(tx)? {
        None => (0, None),
        Some(end) => (end.length, Some(vouched(app, &end).ok_or_else(|| Error::internal(EndAltered))?)),
    };
    let mut chained = 0;
    for event in audit_chain::list_unchained_events(tx, BATCH)? {
        let hash = link::hash(&app.audit_chain, last.as_ref(), &event);
        (length, chained) = (length + 1, chained + 1);
        audit_chain::chain_event(tx, &event.id, length, hash.as_bytes())?;
        last = Some(hash);
    }
    if let Some(last) = last.filter(|_| chained > 0) {
        let proof = app.audit_chain.vouch(length, &last);
        let end = ChainEnd { length, hash: last.as_bytes().to_vec(), proof: proof.as_bytes().to_vec() };
        audit_chain::put_chain_end(tx, &end)?;
    }
    Ok(chained)
}

/// The hash of the last event, where the end was written with this service's key.
pub(super) fn vouched(app: &App, end: &ChainEnd) -> Option<Digest> {
    let (last, proof) = (Digest::from_bytes(&end.hash)?, Digest::from_bytes(&end.proof)?);
    (app.audit_chain.vouch(end.length, &last) == proof).then_some(last)
}
