//! The letters of a transfer: the one that asks, and those that tell.

use crate::crypto::tokens::one_time::OneTimeToken;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::Journey;
use crate::domain::members::approval::OWNERS;
use crate::model::letter::OwnershipEvent;
use crate::model::{Letter, LetterId, NamedUser, Org, OwnershipTransfer, Timestamp, User};
use crate::store::StoreError;
use crate::store::queries::{memberships, users};

/// Asks the successor.
pub(super) fn write_to_successor(
    change: &mut Change<'_>,
    org: &Org,
    owner: &NamedUser,
    successor: &User,
    token: &OneTimeToken,
    expires_at: Timestamp,
) -> Result<LetterId, StoreError> {
    let letter = Letter::OwnershipTransfer {
        person: successor.called(),
        owner: owner.name.full(),
        org: org.name.as_str().to_owned(),
        link: change.link(Journey::OwnershipTransfer, token),
        expires: expires_at,
    };
    change.enqueue(successor, &letter, expires_at)
}

/// Tells the other owners that one of them wants to go.
pub(super) fn tell_asked(
    change: &mut Change<'_>,
    org: &Org,
    transfer: &OwnershipTransfer,
) -> Result<(), StoreError> {
    tell_owners(change, org, transfer, OwnershipEvent::Asked)
}

/// Tells the former owner and the other owners who has taken their place.
pub(super) fn tell_accepted(
    change: &mut Change<'_>,
    org: &Org,
    transfer: &OwnershipTransfer,
) -> Result<(), StoreError> {
    tell_former_owner(change, org, transfer, OwnershipEvent::Accepted)?;
    tell_owners(change, org, transfer, OwnershipEvent::Accepted)
}

/// Tells the owner who asked that they remain it.
pub(super) fn tell_declined(
    change: &mut Change<'_>,
    org: &Org,
    transfer: &OwnershipTransfer,
) -> Result<(), StoreError> {
    tell_former_owner(change, org, transfer, OwnershipEvent::Declined)
}

/// Writes to whoever is an owner now, but for the two whom it is between.
fn tell_owners(
    change: &mut Change<'_>,
    org: &Org,
    transfer: &OwnershipTransfer,
    event: OwnershipEvent,
) -> Result<(), StoreError> {
    let concerned = [transfer.owner.id, transfer.successor.id];
    for owner in memberships::list_owners(change.tx, org.id, OWNERS)? {
        if !concerned.contains(&owner.id) {
            tell(change, &owner, org, transfer, event)?;
        }
    }
    Ok(())
}

fn tell_former_owner(
    change: &mut Change<'_>,
    org: &Org,
    transfer: &OwnershipTransfer,
    event: OwnershipEvent,
) -> Result<(), StoreError> {
    match users::find_user(change.tx, transfer.owner.id)? {
        Some(owner) => tell(change, &owner, org, transfer, event),
        None => Ok(()),
    }
}

fn tell(
    change: &mut Change<'_>,
    to: &User,
    org: &Org,
    transfer: &OwnershipTransfer,
    event: OwnershipEvent,
) -> Result<(), StoreError> {
    let letter = Letter::OwnershipNotice {
        person: to.called(),
        event,
        owner: transfer.owner.name.full(),
        successor: transfer.successor.called(),
        org: org.name.as_str().to_owned(),
        sign_in_link: change.sign_in_link(),
    };
    let expires_at = later(change.now, change.app.rules.lifetimes.invitation);
    change.enqueue(to, &letter, expires_at)?;
    Ok(())
}
