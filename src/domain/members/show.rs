//! Shows one member to the others.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Member, OrgId, Permission, Principal, UserId};
use crate::store::queries::memberships;

/// A member of an org.
///
/// # Errors
/// `NotFound` for strangers and for no such member, `Forbidden` for whoever waits for approval.
pub async fn show(app: &App, principal: &Principal, org_id: OrgId, user_id: UserId) -> Result<Member, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::ReadMembers)?;
            memberships::find_member(tx, org_id, user_id)?.ok_or(Missing::Member.into())
        })
        .await
}
