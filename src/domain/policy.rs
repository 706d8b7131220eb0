//! Who may do what. What hangs on rows is asked inside the transaction that then acts, on rows read there.

use super::Error;
use super::error::{Conflict, Forbidden, Missing};
use crate::model::{Member, Membership, OrgId, Permission, Principal, Role, Session};
use crate::store::Read;
use crate::store::queries::memberships;

/// The session that a caller calls by: what touches the account itself takes one.
///
/// # Errors
/// `Forbidden` for a caller who shows anything else.
pub fn require_session(principal: &Principal) -> Result<&Session, Error> {
    principal.session().ok_or(Error::Forbidden(Forbidden::SessionRequired))
}

/// The caller's membership of an org that they belong to and whose policies they keep.
///
/// # Errors
/// `NotFound` for anybody else: a stranger does not learn which orgs there are. `Forbidden` for a member
/// without the second factor that the org asks for.
pub fn require_membership(
    tx: &mut dyn Read,
    principal: &Principal,
    org_id: OrgId,
) -> Result<Membership, Error> {
    let membership = memberships::find_membership(tx, principal.user_id(), org_id)?.ok_or(Missing::Org)?;
    if membership.lacks_two_factor() {
        return Err(Forbidden::TwoFactorSetUpRequired.into());
    }
    Ok(membership)
}

/// The caller's membership of an org where their role allows `permission`.
///
/// # Errors
/// As for [`require_membership`]; `Forbidden` for members whose role does not allow it.
pub fn require(
    tx: &mut dyn Read,
    principal: &Principal,
    org_id: OrgId,
    permission: Permission,
) -> Result<Membership, Error> {
    let membership = require_membership(tx, principal, org_id)?;
    if membership.role.may(permission) { Ok(membership) } else { Err(Forbidden::RoleTooLow.into()) }
}

/// Refuses to grant, change or take a role above the caller's own.
///
/// # Errors
/// `Forbidden`.
pub fn require_not_above(own: Role, touched: Role) -> Result<(), Error> {
    if touched > own { Err(Forbidden::RoleAboveOwn.into()) } else { Ok(()) }
}

/// Refuses to let an org's last owner stop being one. Every path that takes an owner away asks this.
///
/// # Errors
/// `Conflict`.
pub fn require_another_owner(tx: &mut dyn Read, org_id: OrgId, leaving: &Member) -> Result<(), Error> {
    if leaving.role == Role::Owner && memberships::count_owners(tx, org_id)? <= 1 {
        return Err(Conflict::LastOwner.into());
    }
    Ok(())
}
