//! Lists what was done in an org.

use crate::domain::{App, Error, policy};
use crate::model::audit::{AuditFilter, RecordedEvent};
use crate::model::{OrgId, Page, PageRequest, Permission, Principal};
use crate::store::queries::audit_events;

/// What was done in the org and fits `filter`, the newest first.
///
/// # Errors
/// `NotFound` for strangers, `Forbidden` for members whose role does not allow it.
pub async fn list(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    filter: AuditFilter,
    page: PageRequest,
) -> Result<Page<RecordedEvent>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require(tx, &caller, org_id, Permission::ReadAudit)?;
            audit_events::list_events(tx, org_id, &filter, page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |event| event.id.uuid()))
}
