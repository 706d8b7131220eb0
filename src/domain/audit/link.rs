//! What the chain of audit events covers.

use crate::crypto::chain::{Chain, salted_digest};
use crate::crypto::digest::Digest;
use crate::store::queries::audit_chain::EventRow;

/// The name of the chain, from which its keys are made.
pub(in crate::domain) const NAME: &str = "audit";

/// The hash of an event that follows the one whose hash is `previous`. Its number is not covered: the order is, by
/// what each follows.
pub(super) fn hash(chain: &Chain, previous: Option<&Digest>, event: &EventRow) -> Digest {
    chain.link(
        previous,
        &[
            Some(event.id.as_bytes()),
            Some(&event.at.to_be_bytes()),
            event.org_id.as_deref().map(str::as_bytes),
            event.actor_id.as_deref().map(str::as_bytes),
            Some(event.action.as_bytes()),
            Some(event.target_kind.as_bytes()),
            Some(event.target_id.as_bytes()),
            event.personal_digest.as_deref(),
        ],
    )
}

/// What stays in an event of its personal part. Times are in microseconds.
pub(in crate::domain) fn personal_digest(
    salt: &[u8],
    user_id: Option<&str>,
    ip: &str,
    kept_until: Option<i64>,
) -> Digest {
    let kept_until = kept_until.map(i64::to_be_bytes);
    let fields =
        [user_id.map(str::as_bytes), Some(ip.as_bytes()), kept_until.as_ref().map(<[u8; 8]>::as_slice)];
    salted_digest(salt, &fields)
}
