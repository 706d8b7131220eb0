//! Table `audit_personal`: what audit events tell of people beyond their ids, so that it can be erased.

use crate::model::{AuditEventId, AuditPersonal, OrgId, Timestamp, UserId};
use crate::store::{StoreError, Write};

const INSERT: &str = "INSERT INTO audit_personal (event_id, user_id, ip, kept_until, salt)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const DELETE_OF_USER: &str = "DELETE FROM audit_personal WHERE event_id IN
    (SELECT event_id FROM audit_personal WHERE user_id = ?1 ORDER BY event_id LIMIT ?2)";
const DELETE_OF_ORG: &str = "DELETE FROM audit_personal WHERE event_id IN
    (SELECT p.event_id FROM audit_personal p JOIN audit_events e ON e.id = p.event_id
    WHERE e.org_id = ?1 ORDER BY p.event_id LIMIT ?2)";
const DELETE_OVER: &str = "DELETE FROM audit_personal WHERE event_id IN
    (SELECT event_id FROM audit_personal WHERE kept_until < ?1 ORDER BY kept_until, event_id LIMIT ?2)";

pub const ALL: &[&str] = &[INSERT, DELETE_OF_USER, DELETE_OF_ORG, DELETE_OVER];

/// Adds what an event tells of a person.
pub fn insert_audit_personal(
    tx: &mut dyn Write,
    event_id: AuditEventId,
    personal: &AuditPersonal,
) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            event_id.into(),
            personal.user_id.into(),
            personal.ip.to_string().into(),
            personal.kept_until.into(),
            personal.salt.as_slice().into(),
        ],
    )
}

/// Erases up to `limit` of a person's.
pub fn delete_of_user(tx: &mut dyn Write, user_id: UserId, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OF_USER, &[user_id.into(), limit.into()])
}

/// Erases up to `limit` of what events in an org tell of anybody.
pub fn delete_of_org(tx: &mut dyn Write, org_id: OrgId, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OF_ORG, &[org_id.into(), limit.into()])
}

/// Erases up to `limit` whose time was over before `now`.
pub fn delete_over(tx: &mut dyn Write, now: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_OVER, &[now.into(), limit.into()])
}
