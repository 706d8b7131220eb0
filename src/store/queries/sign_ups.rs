//! Table `sign_ups`: attempts that wait for their letter to be used.

use crate::model::{
    Country, EmailAddress, FoundedOrg, InvitationId, Locale, OrgId, OrgName, PersonName, SignUp,
    SignUpDomainId, SignUpId, Timestamp, Username,
};
use crate::store::{Cells, Read, StoreError, Write};

const FIND: &str =
    "SELECT id, user_id, email_address, name_first, name_last, username, username_generated, password_hash,
    sealed_password, org_id,
    org_name, org_country, domain_id, invitation_id, locale, terms_accepted_at, created_at, expires_at
    FROM sign_ups WHERE id = ?1";
const LIST_LIVE: &str =
    "SELECT id, user_id, email_address, name_first, name_last, username, username_generated, password_hash,
    sealed_password, org_id,
    org_name, org_country, domain_id, invitation_id, locale, terms_accepted_at, created_at, expires_at
    FROM sign_ups WHERE email_normalized = ?1 AND expires_at > ?2 ORDER BY id DESC LIMIT ?3";
const FIND_LATEST_PASSWORD_HASH: &str = "SELECT password_hash FROM sign_ups
    WHERE (email_normalized = ?1 OR username_normalized = ?2) AND expires_at > ?3 ORDER BY id DESC LIMIT 1";
const INSERT: &str =
    "INSERT INTO sign_ups (id, user_id, email_address, email_normalized, name_first, name_last,
    username, username_normalized, username_generated, password_hash, sealed_password, org_id, org_name, org_country, domain_id, invitation_id,
    locale, terms_accepted_at, created_at, expires_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";
const UPDATE_EXPIRY: &str = "UPDATE sign_ups SET expires_at = ?2 WHERE id = ?1";
const DELETE: &str = "DELETE FROM sign_ups WHERE id = ?1";
const DELETE_BY_EMAIL: &str = "DELETE FROM sign_ups WHERE email_normalized = ?1";
const DELETE_EXPIRED: &str = "DELETE FROM sign_ups WHERE id IN
    (SELECT id FROM sign_ups WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    FIND,
    LIST_LIVE,
    FIND_LATEST_PASSWORD_HASH,
    INSERT,
    UPDATE_EXPIRY,
    DELETE,
    DELETE_BY_EMAIL,
    DELETE_EXPIRED,
];

fn from_row(cells: &mut Cells) -> Result<SignUp, StoreError> {
    Ok(SignUp {
        id: cells.id()?,
        user_id: cells.id()?,
        email: cells.parsed(|text| EmailAddress::parse(text).ok())?,
        name: PersonName::from_parts(cells.text()?, cells.text()?),
        username: cells.opt_parsed(|text| Username::parse(text).ok())?,
        username_generated: cells.bool()?,
        password_hash: cells.text()?,
        sealed_password: cells.opt_bytes()?,
        org: org_from_row(cells)?,
        domain_id: cells.opt_id()?,
        invitation_id: cells.opt_id()?,
        locale: cells.opt_parsed(|text| Locale::parse(text).ok())?,
        terms_accepted_at: cells.opt_at()?,
        created_at: cells.at()?,
        expires_at: cells.at()?,
    })
}

fn org_from_row(cells: &mut Cells) -> Result<Option<FoundedOrg>, StoreError> {
    let (id, name) = (cells.opt_id()?, cells.opt_text()?);
    let country = cells.opt_parsed(|code| Country::parse(code).ok())?;
    Ok(id.zip(name).map(|(id, name): (OrgId, String)| FoundedOrg {
        id,
        name: OrgName::from_row(name),
        country,
    }))
}

/// A sign-up by id.
pub fn find_sign_up(tx: &mut dyn Read, id: SignUpId) -> Result<Option<SignUp>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// The sign-ups that wait with an address, the newest first.
pub fn list_live_sign_ups(
    tx: &mut dyn Read,
    email_normalized: &str,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<SignUp>, StoreError> {
    tx.query(LIST_LIVE, &[email_normalized.into(), now.into(), limit.into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// The password's hash of the newest sign-up that waits with an address or a username.
pub fn find_latest_password_hash(
    tx: &mut dyn Read,
    email_normalized: &str,
    username_normalized: &str,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    tx.query(FIND_LATEST_PASSWORD_HASH, &[email_normalized.into(), username_normalized.into(), now.into()])?
        .pop()
        .map(|row| row.cells().text())
        .transpose()
}

/// Adds a sign-up.
pub fn insert_sign_up(tx: &mut dyn Write, sign_up: &SignUp) -> Result<(), StoreError> {
    let org = sign_up.org.as_ref();
    tx.queue(
        INSERT,
        &[
            sign_up.id.into(),
            sign_up.user_id.into(),
            sign_up.email.as_str().into(),
            sign_up.email.normalized().into(),
            sign_up.name.first().into(),
            sign_up.name.last().into(),
            sign_up.username.as_ref().map(Username::as_str).into(),
            sign_up.username.as_ref().map(Username::normalized).into(),
            sign_up.username_generated.into(),
            (&sign_up.password_hash).into(),
            sign_up.sealed_password.as_deref().into(),
            org.map(|org| org.id).into(),
            org.map(|org| org.name.as_str()).into(),
            org.and_then(|org| org.country).map(Country::code).into(),
            sign_up.domain_id.map(SignUpDomainId::uuid).into(),
            sign_up.invitation_id.map(InvitationId::uuid).into(),
            sign_up.locale.as_ref().map(ToString::to_string).into(),
            sign_up.terms_accepted_at.into(),
            sign_up.created_at.into(),
            sign_up.expires_at.into(),
        ],
    )
}

/// Lets a sign-up wait until `expires_at`.
pub fn update_expiry(tx: &mut dyn Write, id: SignUpId, expires_at: Timestamp) -> Result<(), StoreError> {
    tx.queue(UPDATE_EXPIRY, &[id.into(), expires_at.into()])
}

/// Forgets a sign-up; `false` if it was gone.
pub fn delete_sign_up(tx: &mut dyn Write, id: SignUpId) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[id.into()])? == 1)
}

/// Forgets every sign-up with an address: its owner is known now.
pub fn delete_sign_ups_by_email(tx: &mut dyn Write, email_normalized: &str) -> Result<(), StoreError> {
    tx.queue(DELETE_BY_EMAIL, &[email_normalized.into()])
}

/// Forgets up to `limit` sign-ups that expired before `now`.
pub fn delete_expired_sign_ups(tx: &mut dyn Write, now: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_EXPIRED, &[now.into(), limit.into()])
}
