//! Table `api_keys`: digests of API keys, with what each is for. A key that was taken back is gone.

use super::encoding::{decode_texts, encode_texts};
use crate::model::{ApiKey, ApiKeyId, IpNetwork, KeyName, OrgId, PageRequest, Scope, Timestamp, UserId};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND_BY_DIGEST: &str =
    "SELECT id, user_id, org_id, name, scopes, prefix, ip_allowlist, created_at, expires_at,
    last_used_at, last_refused_at FROM api_keys WHERE key_digest = ?1";
const FIND_OF_USER: &str =
    "SELECT id, user_id, org_id, name, scopes, prefix, ip_allowlist, created_at, expires_at,
    last_used_at, last_refused_at FROM api_keys WHERE id = ?1 AND user_id = ?2";
const LIST: &str = "SELECT id, user_id, org_id, name, scopes, prefix, ip_allowlist, created_at, expires_at,
    last_used_at, last_refused_at FROM api_keys
    WHERE user_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3";
const LIST_IDS: &str = "SELECT id, org_id FROM api_keys WHERE user_id = ?1 ORDER BY id";
const COUNT_LIVE: &str =
    "SELECT COUNT(*) FROM api_keys WHERE user_id = ?1 AND (expires_at IS NULL OR expires_at > ?2)";
const INSERT: &str =
    "INSERT INTO api_keys (id, user_id, org_id, key_digest, name, scopes, prefix, ip_allowlist,
    created_at, expires_at, last_used_at, last_refused_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, NULL)";
const UPDATE_LAST_USED: &str = "UPDATE api_keys SET last_used_at = ?2
    WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at <= ?3)";
const UPDATE_LAST_REFUSED: &str = "UPDATE api_keys SET last_refused_at = ?2
    WHERE id = ?1 AND (last_refused_at IS NULL OR last_refused_at <= ?3)";
const DELETE: &str = "DELETE FROM api_keys WHERE id = ?1";
const DELETE_EXPIRED: &str = "DELETE FROM api_keys WHERE id IN
    (SELECT id FROM api_keys WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    FIND_BY_DIGEST,
    FIND_OF_USER,
    LIST,
    LIST_IDS,
    COUNT_LIVE,
    INSERT,
    UPDATE_LAST_USED,
    UPDATE_LAST_REFUSED,
    DELETE,
    DELETE_EXPIRED,
];

fn from_row(cells: &mut Cells) -> Result<ApiKey, StoreError> {
    Ok(ApiKey {
        id: cells.id()?,
        user_id: cells.id()?,
        org_id: cells.opt_id()?,
        name: KeyName::from_row(cells.text()?),
        scopes: cells.parsed(|text| decode_texts(text, |word| Scope::parse(word).ok()))?,
        prefix: cells.text()?,
        ip_allowlist: cells.parsed(|text| decode_texts(text, |word| IpNetwork::parse(word).ok()))?,
        created_at: cells.at()?,
        expires_at: cells.opt_at()?,
        last_used_at: cells.opt_at()?,
        last_refused_at: cells.opt_at()?,
    })
}

/// A key by the digest of what is shown, expired ones too.
pub fn find_api_key(tx: &mut dyn Read, digest: &[u8]) -> Result<Option<ApiKey>, StoreError> {
    tx.query(FIND_BY_DIGEST, &[digest.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// One of a person's keys, expired ones too.
pub fn find_api_key_of_user(
    tx: &mut dyn Read,
    id: ApiKeyId,
    user_id: UserId,
) -> Result<Option<ApiKey>, StoreError> {
    tx.query(FIND_OF_USER, &[id.into(), user_id.into()])?
        .pop()
        .map(|row| from_row(&mut row.cells()))
        .transpose()
}

/// A person's keys, expired ones too, the newest first, with one more than `page.limit`.
pub fn list_api_keys(
    tx: &mut dyn Read,
    user_id: UserId,
    page: PageRequest,
) -> Result<Vec<ApiKey>, StoreError> {
    tx.query(LIST, &[user_id.into(), page.after.into(), (page.limit + 1).into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// How many of a person's keys can still be used.
pub fn count_live_api_keys(tx: &mut dyn Read, user_id: UserId, now: Timestamp) -> Result<i64, StoreError> {
    tx.query(COUNT_LIVE, &[user_id.into(), now.into()])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// Adds a key.
pub fn insert_api_key(tx: &mut dyn Write, key: &ApiKey, digest: &[u8]) -> Result<(), StoreError> {
    let networks: Vec<String> = key.ip_allowlist.iter().map(ToString::to_string).collect();
    tx.queue(
        INSERT,
        &[
            key.id.into(),
            key.user_id.into(),
            key.org_id.into(),
            digest.into(),
            key.name.as_str().into(),
            encode_texts(key.scopes.iter().map(|scope| scope.as_str())).into(),
            (&key.prefix).into(),
            encode_texts(networks.iter().map(String::as_str)).into(),
            key.created_at.into(),
            key.expires_at.into(),
        ],
    )
}

/// Notes that a key was used, unless a use of it after `recently` is noted.
pub fn update_last_used(
    tx: &mut dyn Write,
    id: ApiKeyId,
    now: Timestamp,
    recently: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_LAST_USED, &[id.into(), now.into(), recently.into()])?;
    tx.announce(Topic::ApiKey, id.uuid());
    Ok(())
}

/// Notes that a use of a key was refused; `false` if one after `recently` is noted, or the key is gone.
pub fn update_last_refused(
    tx: &mut dyn Write,
    id: ApiKeyId,
    now: Timestamp,
    recently: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx.execute(UPDATE_LAST_REFUSED, &[id.into(), now.into(), recently.into()])?;
    tx.announce(Topic::ApiKey, id.uuid());
    Ok(rows == 1)
}

/// Takes a key back; `false` if it was gone.
pub fn delete_api_key(tx: &mut dyn Write, id: ApiKeyId) -> Result<bool, StoreError> {
    let rows = tx.execute(DELETE, &[id.into()])?;
    tx.announce(Topic::ApiKey, id.uuid());
    Ok(rows == 1)
}

/// Takes back all of a person's keys; with `bound_to`, only those that are bound to that org. Tells which, and
/// the org that each was bound to.
pub fn delete_api_keys(
    tx: &mut dyn Write,
    user_id: UserId,
    bound_to: Option<OrgId>,
) -> Result<Vec<(ApiKeyId, Option<OrgId>)>, StoreError> {
    let all: Vec<(ApiKeyId, Option<OrgId>)> = tx
        .query(LIST_IDS, &[user_id.into()])?
        .into_iter()
        .map(|row| {
            let mut cells = row.cells();
            Ok((cells.id()?, cells.opt_id()?))
        })
        .collect::<Result<_, StoreError>>()?;
    let falling: Vec<(ApiKeyId, Option<OrgId>)> =
        all.into_iter().filter(|(_, org_id)| bound_to.is_none() || *org_id == bound_to).collect();
    for (id, _) in &falling {
        delete_api_key(tx, *id)?;
    }
    Ok(falling)
}

/// Forgets up to `limit` keys that expired before `before`.
pub fn delete_expired_api_keys(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_EXPIRED, &[before.into(), limit.into()])
}
