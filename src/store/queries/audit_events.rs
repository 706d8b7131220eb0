//! Table `audit_events`: who did what, to whom. Only ever added to; what it tells of a person beyond
//! their id goes into `audit_personal`, and how it is chained is known to `audit_chain`.

use super::audit_personal;
use crate::model::audit::{AllEventsFilter, AuditFilter, RecordedActor, RecordedEvent, RecordedTarget};
use crate::model::{AuditEvent, EmailAddress, OrgId, PageRequest, PersonName, UserId};
use crate::store::{Cells, Read, Row, StoreError, Topic, Write};

const INSERT: &str =
    "INSERT INTO audit_events (id, at, org_id, actor_id, action, target_kind, target_id, personal_digest)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

const LIST: &str =
    "SELECT e.id, e.at, e.actor_id, a.name_first, a.name_last, a.email_address, e.action, e.target_kind,
    e.target_id, u.name_first, u.name_last, u.email_address, o.name, i.email_address, p.ip, e.hash
    FROM audit_events e
    LEFT JOIN users a ON a.id = e.actor_id
    LEFT JOIN users u ON e.target_kind = 'user' AND u.id = e.target_id
    LEFT JOIN orgs o ON e.target_kind = 'org' AND o.id = e.target_id
    LEFT JOIN invitations i ON e.target_kind = 'invitation' AND i.id = e.target_id
    LEFT JOIN audit_personal p ON p.event_id = e.id
    WHERE e.org_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR e.action = ?2)
    AND (CAST(?3 AS TEXT) IS NULL OR e.actor_id = ?3) AND (CAST(?4 AS TEXT) IS NULL OR e.id < ?4)
    ORDER BY e.id DESC LIMIT ?5";

const LIST_ABOUT: &str =
    "SELECT e.id, e.at, e.actor_id, a.name_first, a.name_last, a.email_address, e.action, e.target_kind,
    e.target_id, u.name_first, u.name_last, u.email_address, o.name, i.email_address, p.ip, e.hash
    FROM audit_events e
    LEFT JOIN users a ON a.id = e.actor_id
    LEFT JOIN users u ON e.target_kind = 'user' AND u.id = e.target_id
    LEFT JOIN orgs o ON e.target_kind = 'org' AND o.id = e.target_id
    LEFT JOIN invitations i ON e.target_kind = 'invitation' AND i.id = e.target_id
    LEFT JOIN audit_personal p ON p.event_id = e.id AND e.actor_id = ?1
    WHERE e.actor_id = ?1 OR (e.target_kind = 'user' AND e.target_id = ?1)
    ORDER BY e.id DESC";

const LIST_ALL: &str =
    "SELECT e.id, e.at, e.actor_id, a.name_first, a.name_last, a.email_address, e.action, e.target_kind,
    e.target_id, u.name_first, u.name_last, u.email_address, o.name, i.email_address, p.ip, e.hash
    FROM audit_events e
    LEFT JOIN users a ON a.id = e.actor_id
    LEFT JOIN users u ON e.target_kind = 'user' AND u.id = e.target_id
    LEFT JOIN orgs o ON e.target_kind = 'org' AND o.id = e.target_id
    LEFT JOIN invitations i ON e.target_kind = 'invitation' AND i.id = e.target_id
    LEFT JOIN audit_personal p ON p.event_id = e.id
    WHERE (CAST(?1 AS TEXT) IS NULL OR e.org_id = ?1) AND (CAST(?2 AS TEXT) IS NULL OR e.action = ?2)
    AND (CAST(?3 AS TEXT) IS NULL OR e.actor_id = ?3) AND (CAST(?4 AS TEXT) IS NULL OR e.target_id = ?4)
    AND (CAST(?5 AS TEXT) IS NULL OR e.id < ?5)
    ORDER BY e.id DESC LIMIT ?6";

pub const ALL: &[&str] = &[INSERT, LIST, LIST_ABOUT, LIST_ALL];

fn from_row(row: Row) -> Result<RecordedEvent, StoreError> {
    let cells = &mut row.cells();
    let (id, at, actor_id) = (cells.id()?, cells.at()?, cells.opt_id()?);
    let actor_name = name(cells)?;
    let (action, kind, target_id) = (cells.text()?, cells.text()?, cells.uuid()?);
    let user = name(cells)?.map(|name| name.full());
    let (org, invited) = (cells.opt_text()?, cells.opt_text()?);
    Ok(RecordedEvent {
        id,
        at,
        actor: actor_id.map(|id| RecordedActor { id, name: actor_name }),
        action,
        target: RecordedTarget { kind, id: target_id, name: user.or(org).or(invited) },
        ip: cells.opt_text()?,
        hash: cells.opt_bytes()?,
    })
}

/// What a person is called, from the next three columns; `None` where there is no such person.
fn name(cells: &mut Cells) -> Result<Option<PersonName>, StoreError> {
    let (first, last) = (cells.opt_text()?, cells.opt_text()?);
    let address = cells.opt_parsed(|text| EmailAddress::parse(text).ok())?;
    Ok(first
        .zip(last)
        .zip(address)
        .map(|((first, last), address)| PersonName::from_parts(first, last).or_named_by(&address)))
}

/// Adds an event, and what it tells of a person.
pub fn insert_audit_event(tx: &mut dyn Write, event: &AuditEvent) -> Result<(), StoreError> {
    let (target_kind, target_id) = event.target.parts();
    tx.queue(
        INSERT,
        &[
            event.id.into(),
            event.at.into(),
            event.org_id.into(),
            event.actor_id.into(),
            event.action.as_str().into(),
            target_kind.into(),
            target_id.into(),
            event.personal.as_ref().map(|personal| personal.digest.as_slice()).into(),
        ],
    )?;
    tx.announce(Topic::Audit, event.id.uuid());
    match &event.personal {
        Some(personal) => audit_personal::insert_audit_personal(tx, event.id, personal),
        None => Ok(()),
    }
}

/// What a person did, and what was done to their account, the newest first. Where others acted from is not told.
pub fn list_events_about(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<RecordedEvent>, StoreError> {
    tx.query(LIST_ABOUT, &[user_id.into()])?.into_iter().map(from_row).collect()
}

/// What was done in an org and fits `filter`, the newest first, with one more than `page.limit`.
pub fn list_events(
    tx: &mut dyn Read,
    org_id: OrgId,
    filter: &AuditFilter,
    page: PageRequest,
) -> Result<Vec<RecordedEvent>, StoreError> {
    let params = [
        org_id.into(),
        filter.action.as_deref().into(),
        filter.actor_id.into(),
        page.after.into(),
        (page.limit + 1).into(),
    ];
    tx.query(LIST, &params)?.into_iter().map(from_row).collect()
}

/// What was done anywhere and fits `filter`, the newest first, with one more than `page.limit`.
pub fn list_all_events(
    tx: &mut dyn Read,
    filter: &AllEventsFilter,
    page: PageRequest,
) -> Result<Vec<RecordedEvent>, StoreError> {
    let params = [
        filter.org_id.into(),
        filter.events.action.as_deref().into(),
        filter.events.actor_id.into(),
        filter.target_id.into(),
        page.after.into(),
        (page.limit + 1).into(),
    ];
    tx.query(LIST_ALL, &params)?.into_iter().map(from_row).collect()
}
