//! Lists what was done, anywhere.

use crate::domain::{App, Error, policy};
use crate::model::audit::{AllEventsFilter, RecordedEvent};
use crate::model::{Page, PageRequest, Principal};
use crate::store::queries::audit_events;

/// What was done and fits `filter`, in orgs and outside of them, the newest first.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list_audit_events(
    app: &App,
    principal: &Principal,
    filter: AllEventsFilter,
    page: PageRequest,
) -> Result<Page<RecordedEvent>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            audit_events::list_all_events(tx, &filter, page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |event| event.id.uuid()))
}
