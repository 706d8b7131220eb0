//! Lists people.

use crate::domain::{App, Error, policy};
use crate::model::{Page, PageRequest, Principal, Search, User};
use crate::store::queries::users;

/// Everybody, or whoever is found by `search`, the newest account first.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list(
    app: &App,
    principal: &Principal,
    search: Option<Search>,
    page: PageRequest,
) -> Result<Page<User>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            users::list_users(tx, search.as_ref(), page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |user| user.id.uuid()))
}
