//! Lists the orgs that a person could act for.

use crate::domain::{App, Error, policy};
use crate::model::{Membership, OrgId, PageRequest, Principal, Scope};
use crate::store::queries::{memberships, sessions};

/// As many as are listed with a sign-in.
const MANY: PageRequest = PageRequest { limit: 200, after: None };

/// What a person can choose from.
#[derive(Clone, Debug)]
pub struct OrgsToActFor {
    /// The orgs they belong to, the newest first.
    pub memberships: Vec<Membership>,
    /// The org of their newest session that acts for one.
    pub last_org: Option<OrgId>,
}

/// The caller's orgs, and the one that they last acted for.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn orgs_to_act_for(app: &App, principal: &Principal) -> Result<OrgsToActFor, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let user_id = principal.user_id();
    app.store
        .read(move |tx| {
            Ok(OrgsToActFor {
                memberships: memberships::list_memberships(tx, user_id, MANY)?,
                last_org: sessions::find_last_org(tx, user_id)?,
            })
        })
        .await
}
