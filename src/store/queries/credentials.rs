//! What a password is checked against, by one statement: a person of table `users`, the hash of their password, and what
//! `lockouts` knows of wrong guesses.
//!
//! It takes the same work whether there is such a person or not, and answers one row.

use super::lockouts::Lockout;
use super::users;
use crate::model::{User, UserId};
use crate::store::{Cells, Read, StoreError, Value};

const FIND: &str =
    "SELECT l.failures, l.locked_until, l.last_failed_at, u.password_hash, u.id IS NOT NULL, u.id, u.name_first,
    u.name_last, u.username, u.email_address, u.email_verified_at, u.email_added_at, u.state, u.state_changed_at,
    u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at,
    u.terms_accepted_at, u.created_at, u.updated_at, u.last_login_at, u.version
    FROM (SELECT CAST(?1 AS TEXT) AS login) asked LEFT JOIN users u ON u.id = asked.login
    LEFT JOIN lockouts l
    ON l.account = CASE WHEN u.id IS NULL THEN CAST(?3 AS TEXT) ELSE CAST(?2 AS TEXT) || u.id END";
const FIND_BY_EMAIL: &str =
    "SELECT l.failures, l.locked_until, l.last_failed_at, u.password_hash, u.id IS NOT NULL, u.id, u.name_first,
    u.name_last, u.username, u.email_address, u.email_verified_at, u.email_added_at, u.state, u.state_changed_at,
    u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at,
    u.terms_accepted_at, u.created_at, u.updated_at, u.last_login_at, u.version
    FROM (SELECT CAST(?1 AS TEXT) AS login) asked LEFT JOIN users u ON u.email_normalized = asked.login
    LEFT JOIN lockouts l
    ON l.account = CASE WHEN u.id IS NULL THEN CAST(?3 AS TEXT) ELSE CAST(?2 AS TEXT) || u.id END";
const FIND_BY_USERNAME: &str =
    "SELECT l.failures, l.locked_until, l.last_failed_at, u.password_hash, u.id IS NOT NULL, u.id, u.name_first,
    u.name_last, u.username, u.email_address, u.email_verified_at, u.email_added_at, u.state, u.state_changed_at,
    u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at,
    u.terms_accepted_at, u.created_at, u.updated_at, u.last_login_at, u.version
    FROM (SELECT CAST(?1 AS TEXT) AS login) asked LEFT JOIN users u ON u.username_normalized = asked.login
    LEFT JOIN lockouts l
    ON l.account = CASE WHEN u.id IS NULL THEN CAST(?3 AS TEXT) ELSE CAST(?2 AS TEXT) || u.id END";

pub const ALL: &[&str] = &[FIND, FIND_BY_EMAIL, FIND_BY_USERNAME];

/// Under which account wrong guesses are counted.
#[derive(Clone, Copy, Debug)]
pub struct CountedUnder<'a> {
    /// Under this and the person's id.
    pub person: &'a str,
    /// Under this where there is nobody.
    pub nobody: &'a str,
}

/// What is known of a name and of wrong guesses at its password.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// Who it is.
    pub user: Option<User>,
    /// The hash of their password, if they have one.
    pub password_hash: Option<String>,
    /// The wrong guesses.
    pub lockout: Option<Lockout>,
}

fn from_row(cells: &mut Cells) -> Result<Credentials, StoreError> {
    let (failures, locked_until, last_failed_at) = (cells.opt_int()?, cells.opt_at()?, cells.opt_at()?);
    let lockout = failures.zip(last_failed_at).map(|(failures, last_failed_at)| Lockout {
        failures,
        locked_until,
        last_failed_at,
    });
    let password_hash = cells.opt_text()?;
    let user = if cells.bool()? { Some(users::from_row(cells)?) } else { None };
    Ok(Credentials { user, password_hash, lockout })
}

/// Of a person by id.
pub fn find_credentials(
    tx: &mut dyn Read,
    id: UserId,
    counted: CountedUnder<'_>,
) -> Result<Credentials, StoreError> {
    find(tx, FIND, id.into(), counted)
}

/// Of the compared form of an address.
pub fn find_credentials_by_email(
    tx: &mut dyn Read,
    normalized: &str,
    counted: CountedUnder<'_>,
) -> Result<Credentials, StoreError> {
    find(tx, FIND_BY_EMAIL, normalized.into(), counted)
}

/// Of the compared form of a username.
pub fn find_credentials_by_username(
    tx: &mut dyn Read,
    normalized: &str,
    counted: CountedUnder<'_>,
) -> Result<Credentials, StoreError> {
    find(tx, FIND_BY_USERNAME, normalized.into(), counted)
}

fn find(
    tx: &mut dyn Read,
    sql: &'static str,
    login: Value,
    counted: CountedUnder<'_>,
) -> Result<Credentials, StoreError> {
    let rows = tx.query(sql, &[login, counted.person.into(), counted.nobody.into()])?;
    match rows.into_iter().next() {
        Some(row) => from_row(&mut row.cells()),
        None => Err(StoreError::driver("a statement that answers one row answered none")),
    }
}
