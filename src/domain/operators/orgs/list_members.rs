//! Lists who belongs to an org.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Member, OrgId, Page, PageRequest, Principal};
use crate::store::queries::{memberships, orgs};

/// The org's members, the newest account first.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn list_members(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    page: PageRequest,
) -> Result<Page<Member>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            orgs::find_any_org(tx, org_id)?.ok_or(Missing::Org)?;
            memberships::list_members(tx, org_id, None, page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |member| member.user.id.uuid()))
}
