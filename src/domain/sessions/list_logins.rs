//! Lists the attempts to sign in to one's account, refused ones too.

use crate::domain::{App, Error, policy};
use crate::model::{Login, NamedUser, Page, PageRequest, Principal, Slice};
use crate::store::queries::{logins, users};

/// The attempts to sign in to the caller's account, the newest first.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list_logins(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<Login>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let rows = app.store.read(move |tx| logins::list_logins(tx, user_id, page).map_err(Error::from)).await?;
    Ok(Page::cut(rows, page.limit, |login| login.id.uuid()))
}

/// As [`list_logins`], each support login with its operator, as long as they have an account.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list_logins_with_operators(
    app: &App,
    principal: &Principal,
    page: PageRequest,
) -> Result<Page<(Login, Option<NamedUser>)>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let rows = app
        .store
        .read(move |tx| {
            let logins = logins::list_logins(tx, user_id, page)?;
            let mut with_operators = Vec::with_capacity(logins.len());
            for login in logins {
                let operator = match login.operator_id {
                    Some(id) => users::find_user(tx, id)?.map(|operator| operator.named()),
                    None => None,
                };
                with_operators.push((login, operator));
            }
            Ok::<_, Error>(with_operators)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |(login, _)| login.id.uuid()))
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
