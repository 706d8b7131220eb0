//! Table `sign_up_domains`.

use crate::model::{SignUpDomain, SignUpDomainId, SignUpDomainVersion};
use crate::store::{Cells, Read, StoreError, Write};

const FIND: &str =
    "SELECT id, title, description, help, allow_signup, sign_up_url, version_id, version_title,
    version_description FROM sign_up_domains WHERE id = ?1";
const LIST: &str =
    "SELECT id, title, description, help, allow_signup, sign_up_url, version_id, version_title,
    version_description FROM sign_up_domains ORDER BY id DESC";
const INSERT: &str = "INSERT INTO sign_up_domains (id, title, description, help, allow_signup, sign_up_url,
    version_id, version_title, version_description) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

const UPDATE: &str = "UPDATE sign_up_domains SET title = ?2, description = ?3, help = ?4, allow_signup = ?5,
    sign_up_url = ?6, version_id = ?7, version_title = ?8, version_description = ?9 WHERE id = ?1";
const DELETE: &str = "DELETE FROM sign_up_domains WHERE id = ?1";

pub const ALL: &[&str] = &[FIND, LIST, INSERT, UPDATE, DELETE];

fn from_row(cells: &mut Cells) -> Result<SignUpDomain, StoreError> {
    Ok(SignUpDomain {
        id: cells.id()?,
        title: cells.text()?,
        description: cells.text()?,
        help: cells.text()?,
        allow_signup: cells.bool()?,
        sign_up_url: cells.opt_text()?,
        version: SignUpDomainVersion { id: cells.id()?, title: cells.text()?, description: cells.text()? },
    })
}

/// A sign-up domain by id.
pub fn find_sign_up_domain(
    tx: &mut dyn Read,
    id: SignUpDomainId,
) -> Result<Option<SignUpDomain>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// All domains, the newest first.
pub fn list_sign_up_domains(tx: &mut dyn Read) -> Result<Vec<SignUpDomain>, StoreError> {
    tx.query(LIST, &[])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Adds a sign-up domain.
pub fn insert_sign_up_domain(tx: &mut dyn Write, domain: &SignUpDomain) -> Result<(), StoreError> {
    write(tx, INSERT, domain)
}

/// Writes all of a sign-up domain anew.
pub fn update_sign_up_domain(tx: &mut dyn Write, domain: &SignUpDomain) -> Result<(), StoreError> {
    write(tx, UPDATE, domain)
}

fn write(tx: &mut dyn Write, sql: &'static str, domain: &SignUpDomain) -> Result<(), StoreError> {
    tx.queue(
        sql,
        &[
            domain.id.into(),
            (&domain.title).into(),
            (&domain.description).into(),
            (&domain.help).into(),
            domain.allow_signup.into(),
            domain.sign_up_url.as_deref().into(),
            domain.version.id.into(),
            (&domain.version.title).into(),
            (&domain.version.description).into(),
        ],
    )
}

/// Removes a sign-up domain; `false` if there is none.
pub fn delete_sign_up_domain(tx: &mut dyn Write, id: SignUpDomainId) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[id.into()])? == 1)
}
