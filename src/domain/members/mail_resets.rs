//! Mails members a link to set another password, when somebody who runs their org asks for it.

use std::collections::BTreeSet;

use crate::domain::accounts::request_password_reset::write_reset;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::limits::{Attempts, Limited};
use crate::domain::{App, Error, policy};
use crate::model::{Action, Member, OrgId, Permission, Principal, Target, UserId};
use crate::store::Read;
use crate::store::queries::memberships;

/// Mails each member a link that sets another password: to all of them, or to none. Nothing changes until they use
/// it; the caller never sees it.
///
/// # Errors
/// `NotFound` for strangers and for no such member; `Forbidden` when the caller's role does not allow it or is below
/// a member's; `RateLimited`.
pub async fn mail_resets(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    user_ids: Vec<UserId>,
) -> Result<(), Error> {
    app.limits.check_ip(Limited::Resend, principal.client.ip)?;
    let user_ids: BTreeSet<UserId> = user_ids.into_iter().collect();
    let (caller, asked) = (principal.clone(), user_ids.clone());
    let members = app.store.read(move |tx| require_members(tx, &caller, org_id, &asked)).await?;
    let addresses = members.iter().map(|member| member.user.email.address.normalized());
    app.check_accounts(addresses.map(|address| Attempts::one(Limited::Resend, address))).await?;
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        for member in require_members(change.tx, &caller, org_id, &user_ids)? {
            write_reset(change, &member.user)?;
            change.record(Action::PasswordResetRequested, Target::User(member.user.id), Some(org_id))?;
        }
        Ok(())
    })
    .await
}

fn require_members(
    tx: &mut dyn Read,
    caller: &Principal,
    org_id: OrgId,
    user_ids: &BTreeSet<UserId>,
) -> Result<Vec<Member>, Error> {
    let own = policy::require(tx, caller, org_id, Permission::ManageMembers)?.role;
    user_ids
        .iter()
        .map(|user_id| {
            let member = memberships::find_member(tx, org_id, *user_id)?.ok_or(Missing::Member)?;
            policy::require_not_above(own, member.role)?;
            Ok(member)
        })
        .collect()
}
