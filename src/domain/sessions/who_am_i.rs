//! Tells a caller who they are.

use crate::domain::{Error, policy};
use crate::model::{Membership, Permission, Principal, Scope, Session, User};

/// Who calls, for which org, and what they may do there.
#[derive(Clone, Debug)]
pub struct WhoAmI<'a> {
    /// The session they call by, if by one.
    pub session: Option<&'a Session>,
    /// Who.
    pub user: &'a User,
    /// The org they act for, and their role in it.
    pub membership: Option<&'a Membership>,
    /// What they may do in it: what their role allows and, of an API key, its scopes too.
    pub permissions: Vec<Permission>,
}

/// Tells who calls, from what authenticating them has found out.
///
/// An API key takes the scope to see the account. One that is bound to an org can't have it, and takes the scope to
/// see the org.
///
/// # Errors
/// `Forbidden` for an API key without that scope.
pub fn who_am_i(principal: &Principal) -> Result<WhoAmI<'_>, Error> {
    let is_bound = principal.api_key().is_some_and(|key| key.org_id.is_some());
    let scope = if is_bound { Scope::Org(Permission::ReadOrg) } else { Scope::ReadAccount };
    policy::require_scope(principal, scope)?;
    let identity = &*principal.identity;
    let membership = identity.membership.as_ref();
    let allowed = membership.map_or(&[][..], Membership::permissions);
    let has_scope = |permission: &Permission| match principal.api_key() {
        Some(key) => key.scopes.contains(&Scope::Org(*permission)),
        None => true,
    };
    Ok(WhoAmI {
        session: principal.session(),
        user: &identity.user,
        membership,
        permissions: allowed.iter().copied().filter(has_scope).collect(),
    })
}
