//! Changes an org's settings.

use std::collections::HashSet;

use super::create::require_free_name;
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::expected::Expected;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Country, EmailDomain, Membership, OrgId, OrgName, Permission, Principal, Target};
use crate::store::queries::orgs;

/// What is to change; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default)]
pub struct UpdateOrg {
    /// What it is called.
    pub name: Option<OrgName>,
    /// Where it is; `Some(None)` forgets it.
    pub country: Option<Option<Country>>,
    /// Whether members need a second factor.
    pub require_two_factor: Option<bool>,
    /// The domains whose addresses may join; none for all.
    pub allowed_email_domains: Option<Vec<EmailDomain>>,
    /// Whether whoever joins by an invitation waits for approval.
    pub invitations_need_approval: Option<bool>,
    /// Which versions of the org it may be made to.
    pub expected: Expected,
}

/// Changes an org's settings. Who asks every member for a second factor has one: they would lock
/// themselves out.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for members whose role does not allow it, `Conflict` for a caller
/// without the second factor that they ask for, for another org's name where the face keeps names apart, and for
/// another version than was expected.
pub async fn update(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    input: UpdateOrg,
) -> Result<Membership, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let membership = policy::require(change.tx, &caller, org_id, Permission::UpdateOrg)?;
        input.expected.require(membership.org.version)?;
        if input.require_two_factor == Some(true) && !membership.two_factor {
            return Err(Conflict::TwoFactorOff.into());
        }
        let mut org = membership.org;
        if let Some(name) = &input.name {
            require_free_name(change, org_id, name)?;
            org.name.clone_from(name);
        }
        if let Some(country) = input.country {
            org.country = country;
        }
        if let Some(require_two_factor) = input.require_two_factor {
            org.policies.require_two_factor = require_two_factor;
        }
        if let Some(need_approval) = input.invitations_need_approval {
            org.policies.invitations_need_approval = need_approval;
        }
        if let Some(domains) = &input.allowed_email_domains {
            let mut seen = HashSet::new();
            org.policies.allowed_email_domains =
                domains.iter().filter(|domain| seen.insert(*domain)).cloned().collect();
        }
        orgs::update_org(change.tx, &org, change.now)?;
        change.record(Action::OrgUpdated, Target::Org(org_id), Some(org_id))?;
        policy::require_membership(change.tx, &caller, org_id)
    })
    .await
}
