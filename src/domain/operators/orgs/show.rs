//! Shows an org.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Org, OrgId, Principal};
use crate::store::queries::orgs;

/// An org, also one that is gone and not erased yet.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn show(app: &App, principal: &Principal, id: OrgId) -> Result<Org, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            orgs::find_any_org(tx, id)?.ok_or(Missing::Org.into())
        })
        .await
}
