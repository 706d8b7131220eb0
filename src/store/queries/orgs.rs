//! Table `orgs`.

use super::encoding::{decode_texts, encode_texts};
use crate::model::{
    Country, EmailDomain, Number, Org, OrgId, OrgName, OrgPolicies, OrgState, PageRequest, Search,
    SignUpDomainId, Timestamp, UserId,
};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND: &str = "SELECT id, name, country, sign_up_domain_id, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at,
    version FROM orgs WHERE id = ?1 AND state = 'active'";
const FIND_ANY: &str =
    "SELECT id, name, country, sign_up_domain_id, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at, version FROM orgs WHERE id = ?1";
const LIST: &str = "SELECT id, name, country, sign_up_domain_id, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at, version FROM orgs
    WHERE (CAST(?1 AS TEXT) IS NULL OR id < ?1) ORDER BY id DESC LIMIT ?2";
const SEARCH: &str = "SELECT id, name, country, sign_up_domain_id, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at, version FROM orgs
    WHERE (CAST(?1 AS TEXT) IS NULL OR id < ?1)
    AND (id = ?3 OR (name_normalized >= ?4 AND name_normalized < ?5)) ORDER BY id DESC LIMIT ?2";
const COUNT: &str = "SELECT COUNT(*) FROM orgs";
const FIND_ID_BY_NUMBER: &str = "SELECT id FROM orgs WHERE number = ?1 AND state = 'active'";
const EXISTS_NAMED: &str =
    "SELECT id FROM orgs WHERE name_normalized = ?1 AND id <> ?2 AND state = 'active' LIMIT 1";
const LIST_OWNED_ALONE: &str = "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor,
    o.allowed_email_domains, o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version
    FROM memberships m JOIN orgs o ON o.id = m.org_id
    WHERE m.user_id = ?1 AND m.role = 'owner' AND o.state = 'active' AND NOT EXISTS
    (SELECT 1 FROM memberships other JOIN users u ON u.id = other.user_id WHERE other.org_id = o.id
        AND other.role = 'owner' AND other.user_id <> ?1 AND u.state = 'active')
    ORDER BY o.id LIMIT ?2";
const INSERT: &str = "INSERT INTO orgs (id, number, name, name_normalized, country, sign_up_domain_id,
    require_two_factor, allowed_email_domains, invitations_need_approval, state, created_at, updated_at, version)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, 1)";
const UPDATE: &str =
    "UPDATE orgs SET name = ?2, name_normalized = ?3, country = ?4, require_two_factor = ?5,
    allowed_email_domains = ?6, invitations_need_approval = ?7, updated_at = ?8, version = version + 1 WHERE id = ?1";
const UPDATE_STATE: &str = "UPDATE orgs SET state = ?2, updated_at = ?3, version = version + 1 WHERE id = ?1";
const DELETE: &str = "DELETE FROM orgs WHERE id = ?1";

pub const ALL: &[&str] = &[
    FIND,
    FIND_ANY,
    LIST,
    SEARCH,
    COUNT,
    FIND_ID_BY_NUMBER,
    EXISTS_NAMED,
    LIST_OWNED_ALONE,
    INSERT,
    UPDATE,
    UPDATE_STATE,
    DELETE,
];

/// Reads an org from the next eleven columns, in the order of the statements above.
pub(super) fn from_row(cells: &mut Cells) -> Result<Org, StoreError> {
    Ok(Org {
        id: cells.id()?,
        name: OrgName::from_row(cells.text()?),
        country: cells.opt_parsed(|code| Country::parse(code).ok())?,
        sign_up_domain_id: cells.opt_id()?,
        policies: OrgPolicies {
            require_two_factor: cells.bool()?,
            allowed_email_domains: cells
                .parsed(|texts| decode_texts(texts, |text| EmailDomain::parse(text).ok()))?,
            invitations_need_approval: cells.bool()?,
        },
        state: cells.parsed(OrgState::parse)?,
        created_at: cells.at()?,
        updated_at: cells.at()?,
        version: cells.int()?,
    })
}

/// An org by id, if it is open.
pub fn find_org(tx: &mut dyn Read, id: OrgId) -> Result<Option<Org>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// An org by id, also one that is to be deleted.
pub fn find_any_org(tx: &mut dyn Read, id: OrgId) -> Result<Option<Org>, StoreError> {
    tx.query(FIND_ANY, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Every org, the newest first, with one more than `page.limit`; with `search`, those whose name begins with it, and
/// the one that it is the id of.
pub fn list_orgs(
    tx: &mut dyn Read,
    search: Option<&Search>,
    page: PageRequest,
) -> Result<Vec<Org>, StoreError> {
    let (after, limit) = (page.after.into(), (page.limit + 1).into());
    let rows = match search {
        None => tx.query(LIST, &[after, limit])?,
        Some(search) => {
            let names = search.names();
            tx.query(SEARCH, &[after, limit, search.id().into(), names.from.into(), names.until.into()])?
        }
    };
    rows.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// How many orgs there are, those that wait to be erased too.
pub fn count_orgs(tx: &mut dyn Read) -> Result<i64, StoreError> {
    tx.query(COUNT, &[])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// The id of the org with a number, if it is open.
pub fn find_org_id_by_number(tx: &mut dyn Read, number: Number) -> Result<Option<OrgId>, StoreError> {
    tx.query(FIND_ID_BY_NUMBER, &[number.into()])?.pop().map(|row| row.cells().id()).transpose()
}

/// Whether another org than `id` has this name, by its compared form, and is open.
pub fn exists_other_org_named(
    tx: &mut dyn Read,
    name_normalized: &str,
    id: OrgId,
) -> Result<bool, StoreError> {
    Ok(!tx.query(EXISTS_NAMED, &[name_normalized.into(), id.into()])?.is_empty())
}

/// Up to `limit` open orgs whose only owner who can act a person is.
pub fn list_orgs_owned_alone(tx: &mut dyn Read, user_id: UserId, limit: u32) -> Result<Vec<Org>, StoreError> {
    tx.query(LIST_OWNED_ALONE, &[user_id.into(), limit.into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// Adds an org.
pub fn insert_org(tx: &mut dyn Write, org: &Org) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            org.id.into(),
            org.id.number().into(),
            org.name.as_str().into(),
            org.name.normalized().into(),
            org.country.map(Country::code).into(),
            org.sign_up_domain_id.map(SignUpDomainId::uuid).into(),
            org.policies.require_two_factor.into(),
            domains(org).into(),
            org.policies.invitations_need_approval.into(),
            org.state.as_str().into(),
            org.created_at.into(),
        ],
    )
}

fn domains(org: &Org) -> String {
    encode_texts(org.policies.allowed_email_domains.iter().map(EmailDomain::as_str))
}

/// Writes an org's name, country and policies.
pub fn update_org(tx: &mut dyn Write, org: &Org, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(
        UPDATE,
        &[
            org.id.into(),
            org.name.as_str().into(),
            org.name.normalized().into(),
            org.country.map(Country::code).into(),
            org.policies.require_two_factor.into(),
            domains(org).into(),
            org.policies.invitations_need_approval.into(),
            now.into(),
        ],
    )?;
    tx.announce(Topic::Org, org.id.uuid());
    Ok(())
}

/// Opens or closes an org.
pub fn update_state(
    tx: &mut dyn Write,
    id: OrgId,
    state: OrgState,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_STATE, &[id.into(), state.as_str().into(), now.into()])?;
    tx.announce(Topic::Org, id.uuid());
    Ok(())
}

/// Erases an org. Memberships, invitations, transfers and keys that are left go with it.
pub fn delete_org(tx: &mut dyn Write, id: OrgId) -> Result<(), StoreError> {
    tx.queue(DELETE, &[id.into()])?;
    tx.announce(Topic::Org, id.uuid());
    Ok(())
}
