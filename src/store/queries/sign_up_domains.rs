//! Table `sign_up_domains`.

use crate::model::{SignUpDomain, SignUpDomainId};
use crate::store::{Cells, Read, StoreError, Write};

const FIND: &str = "SELECT id, title, description, help, allow_signup FROM sign_up_domains WHERE id = ?1";
const LIST_OPEN: &str = "SELECT id, title, description, help, allow_signup FROM sign_up_domains
    WHERE allow_signup = TRUE ORDER BY id DESC";
const INSERT: &str = "INSERT INTO sign_up_domains (id, title, description, help, allow_signup)
    VALUES (?1, ?2, ?3, ?4, ?5)";

pub const ALL: &[&str] = &[FIND, LIST_OPEN, INSERT];

fn from_row(cells: &mut Cells) -> Result<SignUpDomain, StoreError> {
    Ok(SignUpDomain {
        id: cells.id()?,
        title: cells.text()?,
        description: cells.text()?,
        help: cells.text()?,
        allow_signup: cells.bool()?,
    })
}

/// A sign-up domain by id.
pub fn find_sign_up_domain(
    tx: &mut dyn Read,
    id: SignUpDomainId,
) -> Result<Option<SignUpDomain>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// The domains that are open, the newest first.
pub fn list_open_sign_up_domains(tx: &mut dyn Read) -> Result<Vec<SignUpDomain>, StoreError> {
    tx.query(LIST_OPEN, &[])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Adds a sign-up domain.
pub fn insert_sign_up_domain(tx: &mut dyn Write, domain: &SignUpDomain) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            domain.id.into(),
            (&domain.title).into(),
            (&domain.description).into(),
            (&domain.help).into(),
            domain.allow_signup.into(),
        ],
    )
    .map(|_| ())
}
