//! Changes an org's settings.

use crate::domain::audit::record::Actor;
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
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let user_id = principal.user_id();
            let mut org = policy::require(tx, user_id, org_id, Permission::UpdateOrg)?.org;
            if let Some(name) = &input.name {
                org.name = name.clone();
            }
            if let Some(country) = input.country {
                org.country = country;
            }
            orgs::update_org(tx, &org, moment.now)?;
            let target = Target::Org(org_id);
            let mut chance = moment.chance();
            Actor::of(&principal).record(tx, &mut chance, moment.now, Action::OrgUpdated, target, Some(org_id))?;
            policy::require_membership(tx, user_id, org_id)
        })
        .await
}
