//! Lists an org's members.

use crate::domain::{App, Error, policy};
use crate::model::{Member, OrgId, Page, PageRequest, Permission, Principal, Search};
use crate::store::queries::memberships;

/// The org's members, the newest account first; with `search`, those whose address, username or name begins with it.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for whoever waits for approval.
pub async fn list(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    search: Option<Search>,
    page: PageRequest,
) -> Result<Page<Member>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::ReadMembers)?;
            memberships::list_members(tx, org_id, search.as_ref(), page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |member| member.user.id.uuid()))
}
