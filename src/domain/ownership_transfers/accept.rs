//! Accepts to be owner in another's place.

use super::end::{end, void_of_former_owner};
use super::letters;
use super::look::{Seen, find_open};
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Expired, Forbidden, Missing, Unauthenticated};
use crate::domain::invitations::revoke::revoke_beyond;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time, policy};
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{Action, ClientInfo, Membership, OwnershipTransfer, Principal, Role, Target, UserState};
use crate::store::Read;
use crate::store::queries::memberships;

/// Makes the caller an owner, and the owner who asked an admin, in one transaction. The token is not
/// enough: its letter may have been read by others, so the successor has to be signed in. Somebody who
/// is not is told first when the transfer is over: it would be worth no signing in.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why; `Unauthenticated`; `Forbidden` for anybody but
/// the successor, and for one without the second factor that the org asks for; `Conflict` where the owner
/// is one no longer, or the successor waits for approval or left; `RateLimited`.
pub async fn accept(
    app: &App,
    client: &ClientInfo,
    principal: Option<&Principal>,
    token: &str,
) -> Result<Membership, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    if let Some(principal) = principal {
        policy::require_session(principal)?;
    }
    let digest = one_time::presented(token)?;
    let caller = principal.cloned();
    let actor = principal.map_or_else(|| Actor::visitor(client), Actor::of);
    app.change(actor, move |change| {
        let Seen { transfer, org } = find_open(change.tx, &digest, change.now)?;
        let caller = caller.as_ref().ok_or(Unauthenticated::NotSignedIn)?;
        let (owner_id, successor_id) = (transfer.owner.id, transfer.successor.id);
        if caller.user_id() != successor_id {
            return Err(Forbidden::WrongAccount.into());
        }
        require_standing(change.tx, &transfer)?;
        policy::require_membership(change.tx, caller, org.id)?;
        if !end(change, &transfer, TransferOutcome::Accepted)? {
            return Err(Expired::TokenSpent.into());
        }
        let target = Target::OwnershipTransfer(transfer.id);
        change.record(Action::OwnershipTransferAccepted, target, Some(org.id))?;
        for (user_id, role) in [(successor_id, Role::Owner), (owner_id, Role::Admin)] {
            memberships::update_role(change.tx, user_id, org.id, role)?;
            change.record(Action::MemberRoleChanged, Target::User(user_id), Some(org.id))?;
        }
        revoke_beyond(change, org.id, owner_id, Some(Role::Admin))?;
        void_of_former_owner(change, org.id, owner_id)?;
        letters::tell_accepted(change, &org, &transfer)?;
        memberships::find_membership(change.tx, successor_id, org.id)?.ok_or(Error::NotFound(Missing::Org))
    })
    .await
}

/// Whether both are still what they were when it was asked. Most that changes it voids the transfer at
/// once; this asks the rows that the acceptance acts on.
fn require_standing(tx: &mut dyn Read, transfer: &OwnershipTransfer) -> Result<(), Error> {
    let owner = memberships::find_member(tx, transfer.org_id, transfer.owner.id)?;
    let successor = memberships::find_member(tx, transfer.org_id, transfer.successor.id)?;
    let owner_stands =
        owner.is_some_and(|owner| owner.role == Role::Owner && owner.user.state == UserState::Active);
    let successor_stands = successor.is_some_and(|successor| successor.role != Role::Pending);
    if owner_stands && successor_stands { Ok(()) } else { Err(Conflict::TransferVoid.into()) }
}
