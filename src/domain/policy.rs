//! Who may do what. What hangs on rows is asked inside the transaction that then acts, on rows read there.

use super::Error;
use super::error::{Conflict, Forbidden, Missing, Unauthenticated};
use crate::model::{Member, Membership, OrgId, Permission, Principal, Role, Scope, Session, User, UserState};
use crate::store::Read;
use crate::store::queries::{memberships, users};

/// The session that a caller calls by, be it an operator's as a person.
///
/// # Errors
/// `Forbidden` for a caller who shows anything else.
pub fn require_any_session(principal: &Principal) -> Result<&Session, Error> {
    principal.session().ok_or(Error::Forbidden(Forbidden::SessionRequired))
}

/// The caller's own session: what touches the account itself takes one, and nobody else's word will do.
///
/// # Errors
/// `Forbidden` for a caller who shows anything else, and for an operator who is signed in as somebody.
pub fn require_session(principal: &Principal) -> Result<&Session, Error> {
    let session = require_any_session(principal)?;
    if session.operator_id.is_some() {
        return Err(Forbidden::SupportLogin.into());
    }
    Ok(session)
}

/// Refuses a caller who does not run the service, by what authenticating them has found: before anything that they ask
/// for is read. An API key never acts as an operator.
///
/// # Errors
/// `Forbidden`.
pub fn require_operator_session(principal: &Principal) -> Result<(), Error> {
    require_session(principal)?;
    if principal.identity.user.operator { Ok(()) } else { Err(Forbidden::OperatorRequired.into()) }
}

/// The caller, who runs the service at this moment.
///
/// # Errors
/// `Forbidden` for anybody else.
pub fn require_operator(tx: &mut dyn Read, principal: &Principal) -> Result<User, Error> {
    require_operator_session(principal)?;
    let user = users::find_user(tx, principal.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
    require_active(&user)?;
    if user.operator { Ok(user) } else { Err(Forbidden::OperatorRequired.into()) }
}

/// Refuses to let the last operator who can act stop being one.
///
/// # Errors
/// `Conflict`.
pub fn require_another_operator(tx: &mut dyn Read, leaving: &User) -> Result<(), Error> {
    if leaving.operator && users::count_other_operators(tx, leaving.id)? == 0 {
        return Err(Conflict::LastOperator.into());
    }
    Ok(())
}

/// Refuses an API key that is not for `scope`. A session is for everything.
///
/// # Errors
/// `Forbidden`.
pub fn require_scope(principal: &Principal, scope: Scope) -> Result<(), Error> {
    match principal.api_key() {
        Some(key) if !key.scopes.contains(&scope) => Err(Forbidden::ScopeMissing(scope).into()),
        _ => Ok(()),
    }
}

/// Refuses a person who may not sign in. Whoever waits to be deleted may: that is how they come back.
///
/// # Errors
/// `Forbidden`, saying why.
pub fn require_admitted(user: &User) -> Result<(), Error> {
    match user.state {
        UserState::Active | UserState::Deleting => Ok(()),
        UserState::Pending => Err(Forbidden::NotActivated.into()),
        UserState::Suspended => Err(Forbidden::Suspended.into()),
    }
}

/// Refuses a person who may not call at all.
///
/// # Errors
/// `Forbidden`, saying why; `Unauthenticated` for a person who is to be deleted.
pub fn require_active(user: &User) -> Result<(), Error> {
    match user.state {
        UserState::Active => Ok(()),
        UserState::Pending => Err(Forbidden::NotActivated.into()),
        UserState::Suspended => Err(Forbidden::Suspended.into()),
        UserState::Deleting => Err(Unauthenticated::NotSignedIn.into()),
    }
}

/// The caller's membership of an org that they belong to and whose policies they keep. To an API key that is bound to
/// an org, there is no other.
///
/// # Errors
/// `NotFound` for anybody else: a stranger does not learn which orgs there are. `Forbidden` for a member
/// without the second factor that the org asks for.
pub fn require_membership(
    tx: &mut dyn Read,
    principal: &Principal,
    org_id: OrgId,
) -> Result<Membership, Error> {
    if principal.api_key().and_then(|key| key.org_id).is_some_and(|bound_to| bound_to != org_id) {
        return Err(Missing::Org.into());
    }
    keep_to_policies(memberships::find_membership(tx, principal.user_id(), org_id)?.ok_or(Missing::Org)?)
}

/// A membership, if its person keeps the policies of its org.
///
/// # Errors
/// `Forbidden` for a member without the second factor that the org asks for.
pub(in crate::domain) fn keep_to_policies(membership: Membership) -> Result<Membership, Error> {
    if membership.lacks_two_factor() {
        return Err(Forbidden::TwoFactorSetUpRequired.into());
    }
    Ok(membership)
}

/// The caller's membership of an org where their role allows `permission` and, if they call by an API key, its
/// scopes do too.
///
/// # Errors
/// As for [`require_membership`]; `Forbidden` for keys without the scope and for members whose role does not allow
/// it.
pub fn require(
    tx: &mut dyn Read,
    principal: &Principal,
    org_id: OrgId,
    permission: Permission,
) -> Result<Membership, Error> {
    let membership = require_membership(tx, principal, org_id)?;
    require_scope(principal, Scope::Org(permission))?;
    if membership.role.may(permission) { Ok(membership) } else { Err(Forbidden::RoleTooLow.into()) }
}

/// Refuses to grant, change or take a role above the caller's own.
///
/// # Errors
/// `Forbidden`.
pub fn require_not_above(own: Role, touched: Role) -> Result<(), Error> {
    if touched > own { Err(Forbidden::RoleAboveOwn.into()) } else { Ok(()) }
}

/// Refuses to let an org's last owner who can act stop being one. Every path that takes an owner away asks
/// this.
///
/// # Errors
/// `Conflict`.
pub fn require_another_owner(tx: &mut dyn Read, org_id: OrgId, leaving: &Member) -> Result<(), Error> {
    if leaving.role == Role::Owner && memberships::count_other_owners(tx, org_id, leaving.user.id)? == 0 {
        return Err(Conflict::LastOwner.into());
    }
    Ok(())
}
