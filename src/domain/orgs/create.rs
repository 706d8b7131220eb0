//! Founds an org.

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::OrgNames;
use crate::domain::error::Conflict;
use crate::domain::once::{Once, Outcome};
use crate::domain::{App, Error, policy};
use crate::model::{
    Action, Country, Org, OrgId, OrgName, OrgPolicies, OrgState, Principal, Role, Scope, Target, Timestamp,
    UserId,
};
use crate::store::queries::{memberships, orgs};

/// What an org is founded with.
#[derive(Clone, Debug)]
pub struct CreateOrg {
    /// What it is called.
    pub name: OrgName,
    /// Where it is.
    pub country: Option<Country>,
}

/// Founds an org whose owner is the caller.
///
/// # Errors
/// `Forbidden` for an API key without the scope; `Unauthenticated` for whoever is being deleted by now; `Conflict` for
/// another org's name, where the face keeps names apart.
pub async fn create(app: &App, principal: &Principal, input: CreateOrg) -> Result<Org, Error> {
    policy::require_scope(principal, Scope::CreateOrgs)?;
    app.change(Actor::of(principal), work(principal, input)).await
}

/// As [`create`], with an idempotency key.
///
/// # Errors
/// As for [`create`]; `Conflict` when the key came with another request.
pub async fn create_once(
    app: &App,
    principal: &Principal,
    input: CreateOrg,
    once: Option<Once<Org>>,
) -> Result<Outcome<Org>, Error> {
    policy::require_scope(principal, Scope::CreateOrgs)?;
    app.change_once(Actor::of(principal), once, work(principal, input)).await
}

fn work(
    principal: &Principal,
    input: CreateOrg,
) -> impl Fn(&mut Change<'_>) -> Result<Org, Error> + Send + 'static {
    let owner = principal.user_id();
    move |change| {
        let org = new_org(change.id(), input.name.clone(), input.country, change.now);
        found(change, &org, owner)?;
        Ok(org)
    }
}

/// An org as it is founded.
pub(in crate::domain) fn new_org(id: OrgId, name: OrgName, country: Option<Country>, now: Timestamp) -> Org {
    let policies = OrgPolicies::default();
    Org {
        id,
        name,
        country,
        sign_up_domain_id: None,
        policies,
        state: OrgState::Active,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// Adds an org and its first owner: never one without the other.
///
/// # Errors
/// As for [`require_free_name`].
pub(in crate::domain) fn found(change: &mut Change<'_>, org: &Org, owner: UserId) -> Result<(), Error> {
    require_free_name(change, org.id, &org.name)?;
    orgs::insert_org(change.tx, org)?;
    let id = change.id();
    memberships::insert_membership(change.tx, id, owner, org.id, Role::Owner, change.now)?;
    change.record(Action::OrgCreated, Target::Org(org.id), Some(org.id))?;
    Ok(change.record(Action::MemberJoined, Target::User(owner), Some(org.id))?)
}

/// Refuses the name of another org, where the face keeps names apart. Through the others two orgs may have one
/// name: it is this transaction that decides, and no constraint.
///
/// # Errors
/// `Conflict`.
pub(super) fn require_free_name(change: &mut Change<'_>, id: OrgId, name: &OrgName) -> Result<(), Error> {
    match change.customs().org_names {
        OrgNames::Unique if orgs::exists_other_org_named(change.tx, &name.normalized(), id)? => {
            Err(Conflict::OrgNameTaken.into())
        }
        OrgNames::Free | OrgNames::Unique => Ok(()),
    }
}
