//! Lists orgs.

use crate::domain::{App, Error, policy};
use crate::model::{Org, Page, PageRequest, Principal, Search};
use crate::store::queries::orgs;

/// Every org, or those found by `search`, the newest first.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list(
    app: &App,
    principal: &Principal,
    search: Option<Search>,
    page: PageRequest,
) -> Result<Page<Org>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            orgs::list_orgs(tx, search.as_ref(), page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |org| org.id.uuid()))
}
