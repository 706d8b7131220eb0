//! Changes an org's settings.

use crate::domain::actor::Actor;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Country, Membership, OrgId, OrgName, Permission, Principal, Target};
use crate::store::queries::orgs;

/// What is to change; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default)]
pub struct UpdateOrg {
    /// What it is called.
    pub name: Option<OrgName>,
    /// Where it is; `Some(None)` forgets it.
    pub country: Option<Option<Country>>,
}

/// Changes an org's settings.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for members whose role does not allow it.
pub async fn update(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    input: UpdateOrg,
) -> Result<Membership, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let mut org = policy::require(change.tx, &caller, org_id, Permission::UpdateOrg)?.org;
        if let Some(name) = &input.name {
            org.name.clone_from(name);
        }
        if let Some(country) = input.country {
            org.country = country;
        }
        orgs::update_org(change.tx, &org, change.now)?;
        change.record(Action::OrgUpdated, Target::Org(org_id), Some(org_id))?;
        policy::require_membership(change.tx, &caller, org_id)
    })
    .await
}
