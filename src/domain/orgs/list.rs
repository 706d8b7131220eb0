//! Lists the orgs a person belongs to.

use crate::domain::{App, Error, policy};
use crate::model::{Membership, Page, PageRequest, Principal, Scope};
use crate::store::queries::memberships;

/// The caller's orgs with their role in each, the newest org first.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn list(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<Membership>, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let user_id = principal.user_id();
    let rows = app
        .store
        .read(move |tx| memberships::list_memberships(tx, user_id, page).map_err(Error::from))
        .await?;
    Ok(Page::cut(rows, page.limit, |membership| membership.org.id.uuid()))
}
