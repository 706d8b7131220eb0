//! What holds of the service whatever was done, by whomever, in whatever order: looked at through the API, and where
//! only rows tell, read from the store.

use std::collections::BTreeSet;

use gatepost::domain::audit::{chain, verify};
use gatepost::store::{Row, StoreError};
use serde_json::Value;

use super::world::World;
use crate::support::{Person, TestApp};

/// Each a sentence, and the statement that finds what is against it. The audit is weighed against the rows: what it
/// tells adds up to what there is.
pub(crate) const OF_ROWS: [(&str, &str); 14] = [
    (
        "an org has an owner",
        "SELECT o.id FROM orgs o WHERE NOT EXISTS
         (SELECT 1 FROM memberships m WHERE m.org_id = o.id AND m.role = 'owner')",
    ),
    (
        "an owner can act for an open org, unless an operator shut the account of one",
        "SELECT o.id FROM orgs o WHERE o.state = 'active' AND NOT EXISTS
         (SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
          WHERE m.org_id = o.id AND m.role = 'owner' AND u.state IN ('active', 'suspended'))",
    ),
    (
        "nobody but whoever is being erased waits without the job that does it",
        "SELECT u.id FROM users u WHERE u.state = 'deleting' AND NOT EXISTS
         (SELECT 1 FROM jobs j WHERE j.subject_id = u.id AND j.kind = 'account_deletion' AND j.finished_at IS NULL)",
    ),
    (
        "the audit tells how every person came to be, once",
        "SELECT u.id FROM users u WHERE 1 <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.created')",
    ),
    (
        "nobody is there whose end the audit tells",
        "SELECT u.id FROM users u WHERE EXISTS
         (SELECT 1 FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.deleted')",
    ),
    (
        "the audit tells how every org came to be, once, and no end of one that is there",
        "SELECT o.id FROM orgs o WHERE 1 <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = o.id AND e.action = 'org.created')
         OR EXISTS (SELECT 1 FROM audit_events e WHERE e.target_id = o.id AND e.action = 'org.deleted')",
    ),
    (
        "who joined an org and was not removed belongs to it, and nobody else",
        "SELECT u.id, o.id FROM users u CROSS JOIN orgs o WHERE
         (SELECT COUNT(*) FROM memberships m WHERE m.user_id = u.id AND m.org_id = o.id) <>
         (SELECT COUNT(*) FROM audit_events e
          WHERE e.target_id = u.id AND e.org_id = o.id AND e.action = 'member.joined') -
         (SELECT COUNT(*) FROM audit_events e
          WHERE e.target_id = u.id AND e.org_id = o.id AND e.action = 'member.removed')",
    ),
    (
        "an account is suspended when the audit tells so, and else not",
        "SELECT u.id FROM users u WHERE CASE WHEN u.state = 'suspended' THEN 1 ELSE 0 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.suspended') -
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.restored')",
    ),
    (
        "an account waits for its deletion when the audit tells so, and else not",
        "SELECT u.id FROM users u WHERE CASE WHEN u.state = 'deleting' THEN 1 ELSE 0 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.deletion_requested') -
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = u.id AND e.action = 'user.deletion_cancelled')",
    ),
    (
        "an org is closed when the audit tells so, and else not",
        "SELECT o.id FROM orgs o WHERE CASE WHEN o.state = 'active' THEN 0 ELSE 1 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = o.id AND e.action = 'org.deletion_requested') -
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = o.id AND e.action = 'org.deletion_cancelled')",
    ),
    (
        "the audit tells how a session began, once",
        "SELECT s.id FROM sessions s WHERE 1 <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = s.id AND e.action = 'session.started')",
    ),
    (
        "a session has ended when the audit tells so, once, and else not",
        "SELECT s.id FROM sessions s WHERE CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END <>
         (SELECT COUNT(*) FROM audit_events e
          WHERE e.target_id = s.id AND e.action IN ('session.ended', 'session.token_reused'))",
    ),
    (
        "an API key is there when the audit tells that it was made and not taken back",
        "SELECT k.id FROM api_keys k WHERE 1 <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = k.id AND e.action = 'api_key.created') -
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = k.id AND e.action = 'api_key.revoked')",
    ),
    (
        "an invitation came to the end that the audit tells, once",
        "SELECT i.id FROM invitations i WHERE
         CASE WHEN i.accepted_at IS NULL THEN 0 ELSE 1 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = i.id AND e.action = 'invitation.accepted')
         OR CASE WHEN i.declined_at IS NULL THEN 0 ELSE 1 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = i.id AND e.action = 'invitation.declined')
         OR CASE WHEN i.revoked_at IS NULL THEN 0 ELSE 1 END <>
         (SELECT COUNT(*) FROM audit_events e WHERE e.target_id = i.id AND e.action = 'invitation.revoked')",
    ),
];

/// Sessions that have ended, and of the others the generation of their token.
const ENDED: &str = "SELECT id FROM sessions WHERE ended_at IS NOT NULL";

/// What does not hold.
pub(super) async fn broken(app: &TestApp, world: &World) -> Vec<String> {
    let mut broken = of_rows(app).await;
    broken.extend(of_members(app).await);
    broken.extend(of_sessions(app, world).await);
    broken.extend(of_audit(app).await);
    broken
}

async fn of_rows(app: &TestApp) -> Vec<String> {
    let mut broken = Vec::new();
    for (sentence, sql) in OF_ROWS {
        let found = app.app.store.read(move |tx| -> Result<_, StoreError> { tx.query(sql, &[]) }).await;
        let found = found.expect("the database answers");
        if !found.is_empty() {
            broken.push(format!("not so: {sentence}: {found:?}{}", told_of(app, &found).await));
        }
    }
    broken
}

/// All that the audit and the jobs tell of what was found, for whoever looks for the reason.
async fn told_of(app: &TestApp, found: &[Row]) -> String {
    const EVENTS: &str = "SELECT at, action, target_id, org_id, actor_id FROM audit_events
        WHERE target_id = ?1 OR org_id = ?1 OR actor_id = ?1 ORDER BY at";
    const JOBS: &str = "SELECT id, kind, state, failure, created_at, due_at, finished_at FROM jobs
        WHERE subject_id = ?1";
    let Some(id) = found.first().and_then(|row| row.clone().cells().text().ok()) else {
        return String::new();
    };
    let told = app.app.store.read(move |tx| -> Result<_, StoreError> {
        let mut rows = tx.query(EVENTS, &[id.as_str().into()])?;
        rows.extend(tx.query(JOBS, &[id.as_str().into()])?);
        Ok(rows)
    });
    let rows = told.await.expect("the database answers");
    rows.iter().fold(String::new(), |lines, row| lines + &format!("\n  {row:?}"))
}

/// As an operator sees them: nobody is a member twice, and there is an owner.
async fn of_members(app: &TestApp) -> Vec<String> {
    let mut broken = Vec::new();
    let tess: Person = app.operator("tess@gatepost.example").await;
    for org in all(app, &tess, "/admin/orgs").await {
        let id = org["id"].as_str().unwrap_or_default();
        let members = all(app, &tess, &format!("/admin/orgs/{id}/members")).await;
        let people: BTreeSet<_> = members.iter().map(|member| member["user"]["id"].to_string()).collect();
        if people.len() != members.len() {
            broken.push(format!("a member of {id} is one twice: {members:?}"));
        }
        if members.iter().all(|member| member["role"] != "owner") {
            broken.push(format!("{id} lacks an owner: {members:?}"));
        }
    }
    broken
}

/// All pages of a list.
async fn all(app: &TestApp, by: &Person, path: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut next = format!("{path}?limit=200");
    loop {
        let page = by.api(app).get(&next).await.expect(200);
        items.extend_from_slice(page.items());
        let Some(cursor) = page.body["next_cursor"].as_str() else { return items };
        next = format!("{path}?limit=200&cursor={cursor}");
    }
}

/// Of all tokens that anybody ever had, at most the newest of a session works, and none of one that has ended.
async fn of_sessions(app: &TestApp, world: &World) -> Vec<String> {
    let ended = app.app.store.read(|tx| -> Result<BTreeSet<String>, StoreError> {
        tx.query(ENDED, &[])?.into_iter().map(|row| row.cells().text()).collect()
    });
    let ended = ended.await.expect("the database answers");
    let mut broken = Vec::new();
    for held in &world.sessions {
        let is_over = held.ended.is_some() || ended.contains(&held.id);
        let live = if is_over { None } else { held.tokens.last() };
        for token in &held.tokens {
            let status = app.bearer(token).get("/sessions/current").await.status;
            if live != Some(token) && status != 401 {
                broken.push(format!("a token that was replaced or ended works: {status}, {held:?}"));
            }
        }
    }
    broken
}

async fn of_audit(app: &TestApp) -> Vec<String> {
    while chain::chain(&app.app).await.expect("events can be chained") > 0 {}
    let found = verify::verify(&app.app).await.expect("the audit can be read");
    if found.faults.is_empty() && found.waiting == 0 {
        return Vec::new();
    }
    vec![format!("the audit does not hold: {found:?}")]
}
