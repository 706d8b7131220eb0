//! Founds an org.

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::{App, Error, policy};
use crate::model::{
    Action, Country, Org, OrgId, OrgName, OrgPolicies, OrgState, Principal, Role, Scope, Target, Timestamp,
    UserId,
};
use crate::store::StoreError;
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
/// `Forbidden` for an API key without the scope.
pub async fn create(app: &App, principal: &Principal, input: CreateOrg) -> Result<Org, Error> {
    policy::require_scope(principal, Scope::CreateOrgs)?;
    let owner = principal.user_id();
    app.change(Actor::of(principal), move |change| {
        let org = new_org(change.id(), input.name.clone(), input.country, change.now);
        found(change, &org, owner)?;
        Ok(org)
    })
    .await
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
pub(in crate::domain) fn found(change: &mut Change<'_>, org: &Org, owner: UserId) -> Result<(), StoreError> {
    orgs::insert_org(change.tx, org)?;
    memberships::insert_membership(change.tx, owner, org.id, Role::Owner, change.now)?;
    change.record(Action::OrgCreated, Target::Org(org.id), Some(org.id))?;
    change.record(Action::MemberJoined, Target::User(owner), Some(org.id))
}
