//! Table `sessions`.

use crate::model::{IssuedToken, OrgId, PageRequest, Role, Session, SessionId, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND: &str =
    "SELECT id, user_id, operator_id, org_id, token_generation, token_id, token_key_id, token_org_id, token_role,
    token_issued_at, token_expires_at, rotated_at, device, ip, created_at, last_used_at, expires_at, ended_at
    FROM sessions WHERE id = ?1";
const LIST: &str =
    "SELECT id, user_id, operator_id, org_id, token_generation, token_id, token_key_id, token_org_id, token_role,
    token_issued_at, token_expires_at, rotated_at, device, ip, created_at, last_used_at, expires_at, ended_at
    FROM sessions WHERE user_id = ?1 ORDER BY id DESC";
const LIST_LIVE: &str = "SELECT id, user_id, operator_id, org_id, token_generation, token_id, token_key_id, token_org_id,
    token_role, token_issued_at, token_expires_at, rotated_at, device, ip, created_at, last_used_at, expires_at,
    ended_at FROM sessions
    WHERE user_id = ?1 AND ended_at IS NULL AND expires_at > ?2 AND last_used_at > ?3
    AND (CAST(?4 AS TEXT) IS NULL OR id < ?4) ORDER BY id DESC LIMIT ?5";
const LIST_LIVE_IDS: &str =
    "SELECT id FROM sessions WHERE (user_id = ?1 OR operator_id = ?1) AND ended_at IS NULL ORDER BY id";
const LIST_SUPPORT_IDS: &str =
    "SELECT id FROM sessions WHERE user_id = ?1 AND operator_id IS NOT NULL AND ended_at IS NULL ORDER BY id";
const INSERT: &str = "INSERT INTO sessions (id, user_id, org_id, token_generation, token_id, token_key_id,
    token_org_id, token_role, token_issued_at, token_expires_at, rotated_at, device, ip, created_at, last_used_at,
    expires_at, ended_at, operator_id)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, ?11, ?12, ?13, ?13, ?14, NULL, ?15)";
const UPDATE_TOKEN: &str =
    "UPDATE sessions SET org_id = ?3, token_generation = ?4, token_id = ?5, token_key_id = ?6,
    token_org_id = ?7, token_role = ?8, token_issued_at = ?9, token_expires_at = ?10, rotated_at = ?9,
    last_used_at = ?9, ip = ?11
    WHERE id = ?1 AND token_generation = ?2 AND ended_at IS NULL";
const UPDATE_LAST_USED: &str =
    "UPDATE sessions SET last_used_at = ?2, ip = ?3 WHERE id = ?1 AND ended_at IS NULL";
const FIND_LAST_ORG: &str =
    "SELECT org_id FROM sessions WHERE user_id = ?1 AND org_id IS NOT NULL AND operator_id IS NULL
    ORDER BY id DESC LIMIT 1";
const CLEAR_ORG: &str = "UPDATE sessions SET org_id = NULL WHERE user_id = ?1 AND org_id = ?2";
const END: &str = "UPDATE sessions SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
const DELETE_OF_OPERATOR: &str = "DELETE FROM sessions WHERE operator_id = ?1";
const DELETE_IDLE: &str = "DELETE FROM sessions WHERE id IN
    (SELECT id FROM sessions WHERE last_used_at < ?1 ORDER BY last_used_at, id LIMIT ?2)";
const DELETE_ENDED: &str = "DELETE FROM sessions WHERE id IN
    (SELECT id FROM sessions WHERE ended_at < ?1 ORDER BY ended_at, id LIMIT ?2)";
const DELETE_EXPIRED: &str = "DELETE FROM sessions WHERE id IN
    (SELECT id FROM sessions WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    FIND,
    FIND_LAST_ORG,
    LIST,
    LIST_LIVE,
    LIST_LIVE_IDS,
    LIST_SUPPORT_IDS,
    INSERT,
    UPDATE_TOKEN,
    UPDATE_LAST_USED,
    CLEAR_ORG,
    END,
    DELETE_OF_OPERATOR,
    DELETE_IDLE,
    DELETE_ENDED,
    DELETE_EXPIRED,
];

fn from_row(cells: &mut Cells) -> Result<Session, StoreError> {
    Ok(Session {
        id: cells.id()?,
        user_id: cells.id()?,
        operator_id: cells.opt_id()?,
        org_id: cells.opt_id()?,
        token: IssuedToken {
            generation: cells.int()?,
            id: cells.uuid()?,
            key_id: cells.text()?,
            org_id: cells.opt_id()?,
            role: cells.opt_parsed(Role::parse)?,
            issued_at: cells.at()?,
            expires_at: cells.at()?,
        },
        rotated_at: cells.opt_at()?,
        device: cells.opt_text()?,
        ip: cells.text()?,
        created_at: cells.at()?,
        last_used_at: cells.at()?,
        expires_at: cells.at()?,
        ended_at: cells.opt_at()?,
    })
}

/// A session by id, ended ones too.
pub fn find_session(tx: &mut dyn Read, id: SessionId) -> Result<Option<Session>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// A person's sessions, ended ones too, the newest first.
pub fn list_sessions(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<Session>, StoreError> {
    tx.query(LIST, &[user_id.into()])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// The org that a person's newest session acts for, of those that act for one, ended ones too.
pub fn find_last_org(tx: &mut dyn Read, user_id: UserId) -> Result<Option<OrgId>, StoreError> {
    tx.query(FIND_LAST_ORG, &[user_id.into()])?.pop().map(|row| row.cells().id()).transpose()
}

/// A person's live sessions, the newest first, with one more than `page.limit`. A session last used
/// at or before `idle_since` is dead.
pub fn list_live_sessions(
    tx: &mut dyn Read,
    user_id: UserId,
    now: Timestamp,
    idle_since: Timestamp,
    page: PageRequest,
) -> Result<Vec<Session>, StoreError> {
    let params = [user_id.into(), now.into(), idle_since.into(), page.after.into(), (page.limit + 1).into()];
    tx.query(LIST_LIVE, &params)?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Adds a session.
pub fn insert_session(tx: &mut dyn Write, session: &Session) -> Result<(), StoreError> {
    let token = &session.token;
    tx.queue(
        INSERT,
        &[
            session.id.into(),
            session.user_id.into(),
            session.org_id.into(),
            token.generation.into(),
            token.id.into(),
            (&token.key_id).into(),
            token.org_id.into(),
            token.role.map(Role::as_str).into(),
            token.issued_at.into(),
            token.expires_at.into(),
            session.device.as_deref().into(),
            (&session.ip).into(),
            session.created_at.into(),
            session.expires_at.into(),
            session.operator_id.into(),
        ],
    )
}

/// Replaces the token of generation `replaced` by `session.token`; `false` if it was replaced, or the
/// session ended, before.
pub fn update_token(tx: &mut dyn Write, session: &Session, replaced: i64) -> Result<bool, StoreError> {
    let token = &session.token;
    let rows = tx.execute(
        UPDATE_TOKEN,
        &[
            session.id.into(),
            replaced.into(),
            session.org_id.into(),
            token.generation.into(),
            token.id.into(),
            (&token.key_id).into(),
            token.org_id.into(),
            token.role.map(Role::as_str).into(),
            token.issued_at.into(),
            token.expires_at.into(),
            (&session.ip).into(),
        ],
    )?;
    tx.announce(Topic::Session, session.id.uuid());
    Ok(rows == 1)
}

/// Notes that a session was used just now, and from where.
pub fn update_last_used(
    tx: &mut dyn Write,
    id: SessionId,
    now: Timestamp,
    ip: &str,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_LAST_USED, &[id.into(), now.into(), ip.into()])?;
    tx.announce(Topic::Session, id.uuid());
    Ok(())
}

/// Lets a person's sessions act for an org no longer.
pub fn clear_org(tx: &mut dyn Write, user_id: UserId, org_id: OrgId) -> Result<(), StoreError> {
    tx.queue(CLEAR_ORG, &[user_id.into(), org_id.into()])?;
    tx.announce(Topic::User, user_id.uuid());
    Ok(())
}

/// Ends a session; `false` if it had ended before.
pub fn end_session(tx: &mut dyn Write, id: SessionId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx.execute(END, &[id.into(), now.into()])?;
    tx.announce(Topic::Session, id.uuid());
    Ok(rows == 1)
}

/// Ends all of a person's sessions but `kept`, and those that they started as an operator, and tells which.
pub fn end_sessions(
    tx: &mut dyn Write,
    user_id: UserId,
    kept: Option<SessionId>,
    now: Timestamp,
) -> Result<Vec<SessionId>, StoreError> {
    end_listed(tx, LIST_LIVE_IDS, user_id, kept, now)
}

/// Ends the sessions that operators started as a person, and tells which.
pub fn end_support_sessions(
    tx: &mut dyn Write,
    user_id: UserId,
    now: Timestamp,
) -> Result<Vec<SessionId>, StoreError> {
    end_listed(tx, LIST_SUPPORT_IDS, user_id, None, now)
}

fn end_listed(
    tx: &mut dyn Write,
    list: &'static str,
    user_id: UserId,
    kept: Option<SessionId>,
    now: Timestamp,
) -> Result<Vec<SessionId>, StoreError> {
    let live: Vec<SessionId> = tx
        .query(list, &[user_id.into()])?
        .into_iter()
        .map(|row| row.cells().id())
        .collect::<Result<_, _>>()?;
    let ending: Vec<SessionId> = live.into_iter().filter(|id| Some(*id) != kept).collect();
    for id in &ending {
        end_session(tx, *id, now)?;
    }
    Ok(ending)
}

/// Forgets up to `limit` sessions last used before `idle_before`, or ended before `ended_before`.
pub fn delete_dead_sessions(
    tx: &mut dyn Write,
    idle_before: Timestamp,
    ended_before: Timestamp,
    limit: u32,
) -> Result<u64, StoreError> {
    let mut deleted = 0;
    for (sql, before) in
        [(DELETE_IDLE, idle_before), (DELETE_ENDED, ended_before), (DELETE_EXPIRED, ended_before)]
    {
        let left = i64::from(limit).saturating_sub_unsigned(deleted);
        deleted += tx.execute(sql, &[before.into(), left.into()])?;
    }
    Ok(deleted)
}

/// Forgets the sessions that an operator started as others, which have ended by then.
pub fn delete_sessions_of_operator(tx: &mut dyn Write, operator_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_OF_OPERATOR, &[operator_id.into()])
}
