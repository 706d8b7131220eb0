//! Lists a person's live sessions.

use crate::domain::clock::earlier;
use crate::domain::{App, Error, policy};
use crate::model::{Page, PageRequest, Principal, Session};
use crate::store::queries::sessions;

/// The caller's live sessions, the newest first.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<Session>, Error> {
    let (user_id, now) = (policy::require_session(principal)?.user_id, app.clock.now());
    let idle_since = earlier(now, app.rules.lifetimes.session_idle);
    let rows = app
        .store
        .read(move |tx| sessions::list_live_sessions(tx, user_id, now, idle_since, page).map_err(Error::from))
        .await?;
    Ok(Page::cut(rows, page.limit, |session| session.id.uuid()))
}
