//! Asks another member to be owner in one's place.

use super::end::{end, list_open};
use super::letters;
use crate::domain::accounts::password::{confirm, is_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::error::{Conflict, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::ownership_transfer::TransferOutcome;
use crate::model::{
    Action, Member, OrgId, OwnershipTransfer, Password, Permission, Principal, Purpose, Role, Target, UserId,
    UserState,
};
use crate::store::queries::{memberships, ownership_transfers, users};

/// How often asking starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Asks a member by letter to take the caller's place as an owner; the other owners are told. Asking again
/// voids what the caller asked before.
///
/// # Errors
/// `Forbidden` without a session, for a wrong password, and for whoever is no owner; `NotFound` for
/// strangers and for no such member; `Invalid` for oneself; `Conflict` for a member who could not act;
/// `RateLimited`.
pub async fn start(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    successor_id: UserId,
    password: Password,
) -> Result<OwnershipTransfer, Error> {
    app.limits.check_ip(Limited::Resend, principal.client.ip)?;
    app.check_account(Limited::Resend, &org_id.to_string()).await?;
    for _ in 0..ATTEMPTS {
        let stored = confirm(app, principal, &password).await?;
        if let Some(transfer) = ask(app, principal, org_id, successor_id, stored).await? {
            return Ok(transfer);
        }
    }
    Err(Error::Unavailable)
}

/// Notes the transfer and writes the letters; `None` when the password changed since it was checked.
async fn ask(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    successor_id: UserId,
    stored: String,
) -> Result<Option<OwnershipTransfer>, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let membership = policy::require(change.tx, &caller, org_id, Permission::TransferOwnership)?;
        if !is_still_confirmed(change, caller.user_id(), &stored)? {
            return Ok(None);
        }
        let successor = require_successor(change, org_id, &caller, successor_id)?;
        let owner = users::find_user(change.tx, caller.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
        for open in list_open(change, org_id)?.iter().filter(|open| open.owner.id == owner.id) {
            end(change, open, TransferOutcome::Replaced)?;
        }
        let id = change.id();
        let expires_at = later(change.now, change.app.rules.lifetimes.invitation);
        let token = change.issue_token(Purpose::OwnershipTransfer, id.uuid(), None, expires_at)?;
        let owner = owner.named();
        let letter_id = letters::write_to_successor(
            change,
            &membership.org,
            &owner,
            &successor.user,
            &token,
            expires_at,
        )?;
        let transfer = OwnershipTransfer {
            id,
            org_id,
            owner,
            successor: successor.user,
            letter_id,
            created_at: change.now,
            expires_at,
            outcome: None,
        };
        ownership_transfers::insert_transfer(change.tx, &transfer)?;
        letters::tell_asked(change, &membership.org, &transfer)?;
        change.record(Action::OwnershipTransferStarted, Target::OwnershipTransfer(id), Some(org_id))?;
        Ok(Some(transfer))
    })
    .await
}

/// The member who is asked: somebody else, who could act as an owner at once.
fn require_successor(
    change: &mut Change<'_>,
    org_id: OrgId,
    caller: &Principal,
    successor_id: UserId,
) -> Result<Member, Error> {
    if successor_id == caller.user_id() {
        let detail = "You are an owner already. Name another member.";
        return Err(Error::invalid("user_id", "transfer_to_self", detail));
    }
    let member = memberships::find_member(change.tx, org_id, successor_id)?.ok_or(Missing::Member)?;
    let could_act = member.role != Role::Pending
        && member.user.state == UserState::Active
        && member.user.email.is_verified();
    if could_act { Ok(member) } else { Err(Conflict::MemberNotEligible.into()) }
}
