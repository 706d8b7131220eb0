//! Table `orgs`.

use crate::model::{Country, Org, OrgId, OrgName, OrgState, Timestamp};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND: &str = "SELECT id, name, country, state, created_at, updated_at, version FROM orgs WHERE id = ?1 AND state = 'active'";
const INSERT: &str = "INSERT INTO orgs (id, name, country, state, created_at, updated_at, version)
    VALUES (?1, ?2, ?3, ?4, ?5, ?5, 1)";
const UPDATE: &str =
    "UPDATE orgs SET name = ?2, country = ?3, updated_at = ?4, version = version + 1 WHERE id = ?1";

pub const ALL: &[&str] = &[FIND, INSERT, UPDATE];

/// Reads an org from the next seven columns.
pub(super) fn from_row(cells: &mut Cells) -> Result<Org, StoreError> {
    Ok(Org {
        id: cells.id()?,
        name: OrgName::from_row(cells.text()?),
        country: cells.opt_parsed(|code| Country::parse(code).ok())?,
        state: cells.parsed(OrgState::parse)?,
        created_at: cells.at()?,
        updated_at: cells.at()?,
        version: cells.int()?,
    })
}

/// An org by id, unless it is gone.
pub fn find_org(tx: &mut dyn Read, id: OrgId) -> Result<Option<Org>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Adds an org.
pub fn insert_org(tx: &mut dyn Write, org: &Org) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            org.id.into(),
            org.name.as_str().into(),
            org.country.map(Country::code).into(),
            org.state.as_str().into(),
            org.created_at.into(),
        ],
    )?;
    Ok(())
}

/// Writes an org's name and country.
pub fn update_org(tx: &mut dyn Write, org: &Org, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        UPDATE,
        &[org.id.into(), org.name.as_str().into(), org.country.map(Country::code).into(), now.into()],
    )?;
    tx.announce(Topic::Org, org.id.uuid());
    Ok(())
}
