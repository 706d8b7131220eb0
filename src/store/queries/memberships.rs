//! Table `memberships`: who belongs to which org, as what.

use super::{orgs, users};
use crate::model::{
    Member, Membership, MembershipId, Number, Order, OrgId, PageRequest, Role, Search, Slice, Timestamp,
    User, UserId,
};
use crate::store::{Awaited, Read, Row, StoreError, Topic, Write};

const FIND: &str = "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND m.org_id = ?2 AND o.state = 'active'";
const FIND_IN_CLOSED: &str = "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND m.org_id = ?2 AND o.state <> 'active' AND u.state = 'active'";
const FIND_FIRST_ACTING: &str =
    "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND o.state = 'active' AND m.role <> 'pending'
    ORDER BY m.joined_at, o.id LIMIT 1";
const LIST_OF_USER: &str =
    "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND o.state = 'active' AND (CAST(?2 AS TEXT) IS NULL OR o.id < ?2)
    ORDER BY o.id DESC LIMIT ?3";
const LIST_OF_USER_NEWEST_FIRST: &str =
    "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND o.state = 'active' ORDER BY m.joined_at DESC, m.id DESC LIMIT ?2";
const LIST_OF_USER_OLDEST_FIRST: &str =
    "SELECT o.id, o.name, o.country, o.sign_up_domain_id, o.require_two_factor, o.allowed_email_domains,
    o.invitations_need_approval, o.state, o.created_at, o.updated_at, o.version, m.id, m.user_id, u.two_factor, m.role, m.joined_at
    FROM memberships m JOIN orgs o ON o.id = m.org_id JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ?1 AND o.state = 'active' ORDER BY m.joined_at, m.id LIMIT ?2";
const FIND_MEMBER: &str = "SELECT u.id, u.name_first, u.name_last, u.username, u.email_address,
    u.email_verified_at, u.email_added_at, u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at, u.terms_accepted_at,
    u.created_at, u.updated_at, u.last_login_at, u.version, m.role, m.requested_role,
    m.joined_at
    FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.org_id = ?1 AND m.user_id = ?2";
const LIST_MEMBERS: &str = "SELECT u.id, u.name_first, u.name_last, u.username, u.email_address,
    u.email_verified_at, u.email_added_at, u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at, u.terms_accepted_at,
    u.created_at, u.updated_at, u.last_login_at, u.version, m.role, m.requested_role,
    m.joined_at
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR m.user_id < ?2)
    ORDER BY m.user_id DESC LIMIT ?3";
const SEARCH_MEMBERS: &str = "SELECT u.id, u.name_first, u.name_last, u.username, u.email_address,
    u.email_verified_at, u.email_added_at, u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at, u.terms_accepted_at,
    u.created_at, u.updated_at, u.last_login_at, u.version, m.role, m.requested_role,
    m.joined_at
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR m.user_id < ?2)
    AND ((u.email_normalized >= ?4 AND u.email_normalized < ?5)
        OR (u.username_normalized >= ?6 AND u.username_normalized < ?7)
        OR (u.name_normalized >= ?6 AND u.name_normalized < ?7))
    ORDER BY m.user_id DESC LIMIT ?3";
const FIND_MEMBER_ID_BY_NUMBER: &str = "SELECT u.id FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND u.number = ?2";
const EXISTS_WITH_EMAIL: &str = "SELECT m.role FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND u.email_normalized = ?2";
const LIST_ORG_IDS: &str = "SELECT org_id FROM memberships WHERE user_id = ?1 ORDER BY org_id";
const LIST_USER_IDS: &str = "SELECT user_id FROM memberships WHERE org_id = ?1
    ORDER BY CASE WHEN role = 'owner' THEN 1 ELSE 0 END, user_id LIMIT ?2";
const COUNT_OTHER_OWNERS: &str = "SELECT COUNT(*) FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND m.user_id <> ?2 AND m.role = 'owner' AND u.state = 'active'";
const LIST_OWNERS: &str = "SELECT u.id, u.name_first, u.name_last, u.username, u.email_address,
    u.email_verified_at, u.email_added_at, u.state, u.state_changed_at, u.state_error, u.password_generated, u.operator, u.allow_support_login, u.two_factor, u.locale, u.activated_at, u.terms_accepted_at,
    u.created_at, u.updated_at, u.last_login_at, u.version
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = ?1 AND m.role = 'owner' AND u.state = 'active' AND u.email_verified_at IS NOT NULL
    ORDER BY m.joined_at, u.id LIMIT ?2";
const INSERT: &str = "INSERT INTO memberships (id, user_id, org_id, role, requested_role, joined_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (user_id, org_id) DO NOTHING";
const UPDATE_ROLE: &str = "UPDATE memberships SET role = ?3, requested_role = NULL
    WHERE user_id = ?1 AND org_id = ?2";
const DELETE: &str = "DELETE FROM memberships WHERE user_id = ?1 AND org_id = ?2";

pub const ALL: &[&str] = &[
    FIND,
    FIND_IN_CLOSED,
    FIND_FIRST_ACTING,
    LIST_OF_USER,
    LIST_OF_USER_NEWEST_FIRST,
    LIST_OF_USER_OLDEST_FIRST,
    FIND_MEMBER,
    LIST_MEMBERS,
    SEARCH_MEMBERS,
    FIND_MEMBER_ID_BY_NUMBER,
    EXISTS_WITH_EMAIL,
    LIST_ORG_IDS,
    LIST_USER_IDS,
    COUNT_OTHER_OWNERS,
    LIST_OWNERS,
    INSERT,
    UPDATE_ROLE,
    DELETE,
];

fn membership_from_row(row: Row) -> Result<Membership, StoreError> {
    let cells = &mut row.cells();
    Ok(Membership {
        org: orgs::from_row(cells)?,
        id: cells.id()?,
        user_id: cells.id()?,
        two_factor: cells.bool()?,
        role: cells.parsed(Role::parse)?,
        joined_at: cells.at()?,
    })
}

fn member_from_row(row: Row) -> Result<Member, StoreError> {
    let cells = &mut row.cells();
    Ok(Member {
        user: users::from_row(cells)?,
        role: cells.parsed(Role::parse)?,
        requested_role: cells.opt_parsed(Role::parse)?,
        joined_at: cells.at()?,
    })
}

/// A person's membership of an open org.
pub fn find_membership(
    tx: &mut dyn Read,
    user_id: UserId,
    org_id: OrgId,
) -> Result<Option<Membership>, StoreError> {
    tx.query(FIND, &[user_id.into(), org_id.into()])?.pop().map(membership_from_row).transpose()
}

/// The membership of an org that is to be deleted, of somebody who can act.
pub fn find_membership_of_closed_org(
    tx: &mut dyn Read,
    user_id: UserId,
    org_id: OrgId,
) -> Result<Option<Membership>, StoreError> {
    tx.query(FIND_IN_CLOSED, &[user_id.into(), org_id.into()])?.pop().map(membership_from_row).transpose()
}

/// The membership that a person has had longest, of those they can act by.
pub fn find_first_acting_membership(
    tx: &mut dyn Read,
    user_id: UserId,
) -> Result<Option<Membership>, StoreError> {
    tx.query(FIND_FIRST_ACTING, &[user_id.into()])?.pop().map(membership_from_row).transpose()
}

/// A person's memberships, the newest org first, with one more than `page.limit`.
pub fn list_memberships(
    tx: &mut dyn Read,
    user_id: UserId,
    page: PageRequest,
) -> Result<Vec<Membership>, StoreError> {
    ask_memberships(tx, user_id, page)?.hear(tx)
}

/// Asks for the same.
pub fn ask_memberships(
    tx: &mut dyn Read,
    user_id: UserId,
    page: PageRequest,
) -> Result<Awaited<Vec<Membership>>, StoreError> {
    let params = [user_id.into(), page.after.into(), (page.limit + 1).into()];
    Awaited::ask(tx, LIST_OF_USER, &params, |rows| rows.into_iter().map(membership_from_row).collect())
}

/// The part of a person's memberships that is counted off, by when they joined, up to its end.
pub fn list_memberships_slice(
    tx: &mut dyn Read,
    user_id: UserId,
    slice: Slice,
) -> Result<Vec<Membership>, StoreError> {
    let sql = match slice.order() {
        Order::NewestFirst => LIST_OF_USER_NEWEST_FIRST,
        Order::OldestFirst => LIST_OF_USER_OLDEST_FIRST,
    };
    tx.query(sql, &[user_id.into(), slice.rows().into()])?.into_iter().map(membership_from_row).collect()
}

/// One member of an org.
pub fn find_member(tx: &mut dyn Read, org_id: OrgId, user_id: UserId) -> Result<Option<Member>, StoreError> {
    tx.query(FIND_MEMBER, &[org_id.into(), user_id.into()])?.pop().map(member_from_row).transpose()
}

/// An org's members, the newest account first, with one more than `page.limit`; with `search`, those whose address,
/// username or name begins with it.
pub fn list_members(
    tx: &mut dyn Read,
    org_id: OrgId,
    search: Option<&Search>,
    page: PageRequest,
) -> Result<Vec<Member>, StoreError> {
    let (org_id, after, limit) = (org_id.into(), page.after.into(), (page.limit + 1).into());
    let rows = match search {
        None => tx.query(LIST_MEMBERS, &[org_id, after, limit])?,
        Some(search) => {
            let (addresses, names) = (search.addresses(), search.names());
            let params = [
                org_id,
                after,
                limit,
                addresses.from.into(),
                addresses.until.into(),
                names.from.into(),
                names.until.into(),
            ];
            tx.query(SEARCH_MEMBERS, &params)?
        }
    };
    rows.into_iter().map(member_from_row).collect()
}

/// The id of the member of an org with a number.
pub fn find_member_id_by_number(
    tx: &mut dyn Read,
    org_id: OrgId,
    number: Number,
) -> Result<Option<UserId>, StoreError> {
    tx.query(FIND_MEMBER_ID_BY_NUMBER, &[org_id.into(), number.into()])?
        .pop()
        .map(|row| row.cells().id())
        .transpose()
}

/// Whether somebody with this address belongs to the org.
pub fn exists_member_with_email(
    tx: &mut dyn Read,
    org_id: OrgId,
    email_normalized: &str,
) -> Result<bool, StoreError> {
    Ok(!tx.query(EXISTS_WITH_EMAIL, &[org_id.into(), email_normalized.into()])?.is_empty())
}

/// The orgs that a person belongs to, those that are to be deleted too.
pub fn list_org_ids(tx: &mut dyn Read, user_id: UserId) -> Result<Vec<OrgId>, StoreError> {
    tx.query(LIST_ORG_IDS, &[user_id.into()])?.into_iter().map(|row| row.cells().id()).collect()
}

/// Up to `limit` of those who belong to an org, its owners last.
pub fn list_user_ids(tx: &mut dyn Read, org_id: OrgId, limit: u32) -> Result<Vec<UserId>, StoreError> {
    tx.query(LIST_USER_IDS, &[org_id.into(), limit.into()])?.into_iter().map(|row| row.cells().id()).collect()
}

/// How many owners who can act an org has beside this one.
pub fn count_other_owners(tx: &mut dyn Read, org_id: OrgId, user_id: UserId) -> Result<i64, StoreError> {
    tx.query(COUNT_OTHER_OWNERS, &[org_id.into(), user_id.into()])?
        .pop()
        .map_or(Ok(0), |row| row.cells().int())
}

/// Up to `limit` of an org's owners who can be written to: active, the mailbox proven. Who has belonged
/// to it longest comes first.
pub fn list_owners(tx: &mut dyn Read, org_id: OrgId, limit: u32) -> Result<Vec<User>, StoreError> {
    tx.query(LIST_OWNERS, &[org_id.into(), limit.into()])?
        .into_iter()
        .map(|row| users::from_row(&mut row.cells()))
        .collect()
}

/// Makes a person a member; `false` if they were one already.
pub fn insert_membership(
    tx: &mut dyn Write,
    id: MembershipId,
    user_id: UserId,
    org_id: OrgId,
    role: Role,
    now: Timestamp,
) -> Result<bool, StoreError> {
    insert(tx, id, user_id, org_id, role, None, now)
}

/// Makes a person a member who waits to be given `requested_role`; `false` if they were one already.
pub fn insert_pending_membership(
    tx: &mut dyn Write,
    id: MembershipId,
    user_id: UserId,
    org_id: OrgId,
    requested_role: Role,
    now: Timestamp,
) -> Result<bool, StoreError> {
    insert(tx, id, user_id, org_id, Role::Pending, Some(requested_role), now)
}

fn insert(
    tx: &mut dyn Write,
    id: MembershipId,
    user_id: UserId,
    org_id: OrgId,
    role: Role,
    requested_role: Option<Role>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let requested_role = requested_role.map(Role::as_str);
    let values =
        [id.into(), user_id.into(), org_id.into(), role.as_str().into(), requested_role.into(), now.into()];
    let inserted = tx.execute(INSERT, &values)? == 1;
    tx.announce(Topic::User, user_id.uuid());
    Ok(inserted)
}

/// Gives a member another role; they wait for none any more.
pub fn update_role(tx: &mut dyn Write, user_id: UserId, org_id: OrgId, role: Role) -> Result<(), StoreError> {
    tx.queue(UPDATE_ROLE, &[user_id.into(), org_id.into(), role.as_str().into()])?;
    tx.announce(Topic::User, user_id.uuid());
    Ok(())
}

/// Ends a membership.
pub fn delete_membership(tx: &mut dyn Write, user_id: UserId, org_id: OrgId) -> Result<(), StoreError> {
    tx.queue(DELETE, &[user_id.into(), org_id.into()])?;
    tx.announce(Topic::User, user_id.uuid());
    Ok(())
}
