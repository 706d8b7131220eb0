//! Shows an org to a member.

use crate::domain::{App, Error, policy};
use crate::model::{Membership, OrgId, Permission, Principal};

/// The org and the caller's membership of it.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for whoever waits for approval.
pub async fn show(app: &App, principal: &Principal, org_id: OrgId) -> Result<Membership, Error> {
    show_to(app, principal, org_id, Permission::ReadOrg).await
}

/// As [`show`], to those alone who may do `permission` in it.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for members whose role does not allow it.
pub async fn show_to(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    permission: Permission,
) -> Result<Membership, Error> {
    let principal = principal.clone();
    app.store.read(move |tx| policy::require(tx, &principal, org_id, permission)).await
}
