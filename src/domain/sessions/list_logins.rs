//! Lists the attempts to sign in to one's account, refused ones too.

use crate::domain::{App, Error, policy};
use crate::model::{Login, Page, PageRequest, Principal};
use crate::store::queries::logins;

/// The attempts to sign in to the caller's account, the newest first.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list_logins(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<Login>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let rows = app.store.read(move |tx| logins::list_logins(tx, user_id, page).map_err(Error::from)).await?;
    Ok(Page::cut(rows, page.limit, |login| login.id.uuid()))
}
