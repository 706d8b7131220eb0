//! Table `audit_events`: who did what, to whom. Only ever added to; what it tells of a person beyond
//! their id goes into `audit_personal`.

use super::audit_personal;
use crate::model::{AuditEvent, OrgId};
use crate::store::{Read, StoreError, Write};

const INSERT: &str = "INSERT INTO audit_events (id, at, org_id, actor_id, action, target_kind, target_id)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const LIST_ACTIONS: &str = "SELECT action FROM audit_events
    WHERE (CAST(?1 AS TEXT) IS NULL OR org_id = ?1) ORDER BY id";

pub const ALL: &[&str] = &[INSERT, LIST_ACTIONS];

/// Adds an event, and what it tells of a person.
pub fn insert_audit_event(tx: &mut dyn Write, event: &AuditEvent) -> Result<(), StoreError> {
    let (target_kind, target_id) = event.target.parts();
    tx.execute(
        INSERT,
        &[
            event.id.into(),
            event.at.into(),
            event.org_id.into(),
            event.actor_id.into(),
            event.action.as_str().into(),
            target_kind.into(),
            target_id.into(),
        ],
    )?;
    match &event.personal {
        Some(personal) => audit_personal::insert_audit_personal(tx, event.id, personal),
        None => Ok(()),
    }
}

/// What was done, in order; with `org_id`, only what was done in that org.
pub fn list_actions(tx: &mut dyn Read, org_id: Option<OrgId>) -> Result<Vec<String>, StoreError> {
    tx.query(LIST_ACTIONS, &[org_id.into()])?.into_iter().map(|row| row.cells().text()).collect()
}
