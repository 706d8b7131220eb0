//! Lists a person's API keys. The keys themselves are never shown again.

use crate::domain::{App, Error, policy};
use crate::model::{ApiKey, Page, PageRequest, Principal};
use crate::store::queries::api_keys;

/// The caller's keys, expired ones too, the newest first.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<ApiKey>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let rows =
        app.store.read(move |tx| api_keys::list_api_keys(tx, user_id, page).map_err(Error::from)).await?;
    Ok(Page::cut(rows, page.limit, |key| key.id.uuid()))
}
