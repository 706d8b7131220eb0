//! Lists the attempts to sign in to one's account, refused ones too.

use crate::domain::{App, Error, policy};
use crate::model::{Login, Page, PageRequest, Principal, Slice};
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

/// As [`list_logins`], the part that is counted off.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list_logins_slice(app: &App, principal: &Principal, slice: Slice) -> Result<Vec<Login>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let rows = app.store.read(move |tx| logins::list_logins_slice(tx, user_id, slice)).await?;
    Ok(slice.cut(rows))
}
