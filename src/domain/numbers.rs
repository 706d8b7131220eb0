//! What a caller can see, by the numbers that a dialect calls it. To anybody else a number is nobody's, as an id is.

use super::error::Missing;
use super::{App, Error, policy};
use crate::model::{Number, OrgId, Permission, Principal, UserId};
use crate::store::queries::{memberships, orgs};

/// The org with a number, of those that the caller belongs to.
///
/// # Errors
/// `NotFound` for any other.
pub async fn find_org(app: &App, principal: &Principal, number: Number) -> Result<OrgId, Error> {
    let user_id = principal.user_id();
    app.store
        .read(move |tx| {
            let id = orgs::find_org_id_by_number(tx, number)?.ok_or(Missing::Org)?;
            memberships::find_membership(tx, user_id, id)?.ok_or(Missing::Org)?;
            Ok(id)
        })
        .await
}

/// The members of an org with these numbers, in this order. Numbers of anybody else are left out.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for whoever waits for approval.
pub async fn find_members(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    numbers: Vec<Number>,
) -> Result<Vec<UserId>, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::ReadMembers)?;
            let mut members = Vec::with_capacity(numbers.len());
            for number in &numbers {
                members.extend(memberships::find_member_id_by_number(tx, org_id, *number)?);
            }
            Ok(members)
        })
        .await
}
