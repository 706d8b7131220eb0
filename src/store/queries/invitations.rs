//! Table `invitations`.

use super::users;
use crate::model::id::Abbreviated;
use crate::model::invitation::MailStage;
use crate::model::{
    EmailAddress, Invitation, InvitationId, InvitationState, LetterId, Locale, MailState, Order, OrgId,
    PageRequest, Role, Slice, Timestamp, UserId,
};
use crate::store::{Cells, Read, StoreError, Value, Write};

const FIND: &str =
    "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id, u.name_first,
    u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage, l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.id = ?1";
const FIND_OPEN: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.org_id = ?1 AND i.email_normalized = ?2
    AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL";
// The CASE is `Invitation::state` once more: a page is cut by the engine, so the engine has to know the states too. A
// test of the list by state holds the two together.
const LIST_OF_ORG: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.org_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR i.id < ?2)
    AND (CAST(?4 AS TEXT) IS NULL OR ?4 = CASE
        WHEN i.accepted_at IS NOT NULL THEN 'accepted'
        WHEN i.declined_at IS NOT NULL THEN 'declined'
        WHEN i.revoked_at IS NOT NULL THEN 'revoked'
        WHEN i.expires_at <= ?5 THEN 'expired'
        ELSE 'pending' END)
    ORDER BY i.id DESC LIMIT ?3";
const LIST_OPEN_OF_EMAIL: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id JOIN orgs o ON o.id = i.org_id
    LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.email_normalized = ?1 AND o.state = 'active' AND i.expires_at > ?4
    AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL
    AND (CAST(?2 AS TEXT) IS NULL OR i.id < ?2) ORDER BY i.id DESC LIMIT ?3";
const LIST_OPEN_OF_EMAIL_NEWEST_FIRST: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id JOIN orgs o ON o.id = i.org_id
    LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.email_normalized = ?1 AND o.state = 'active' AND i.expires_at > ?2
    AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL
    ORDER BY i.id DESC LIMIT ?3";
const LIST_OPEN_OF_EMAIL_OLDEST_FIRST: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id JOIN orgs o ON o.id = i.org_id
    LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.email_normalized = ?1 AND o.state = 'active' AND i.expires_at > ?2
    AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL
    ORDER BY i.id LIMIT ?3";
const LIST_OF_EMAIL_IN_RANGE: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.email_normalized = ?1 AND i.id >= ?2 AND i.id <= ?3 ORDER BY i.id LIMIT 2";
const LIST_OPEN_OF_INVITER: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.org_id = ?1 AND i.inviter_id = ?2
    AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL ORDER BY i.id";
const LIST_ABOUT: &str = "SELECT i.id, i.org_id, i.email_address, i.role, i.message, i.locale, i.inviter_id,
    u.name_first, u.name_last, u.email_address, i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.revoked_at, l.stage,
    l.detail
    FROM invitations i JOIN users u ON u.id = i.inviter_id LEFT JOIN outbox l ON l.id = i.letter_id
    WHERE i.inviter_id = ?1 OR i.email_normalized = ?2 ORDER BY i.id DESC";
const LIST_OPEN_MADE_BY: &str = "SELECT org_id, id FROM invitations
    WHERE inviter_id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL ORDER BY id";
const LIST_LETTERS: &str = "SELECT id, letter_id FROM invitations WHERE org_id = ?1 ORDER BY id LIMIT ?2";
const INSERT: &str =
    "INSERT INTO invitations (id, org_id, email_address, email_normalized, role, message, locale,
    inviter_id, letter_id, created_at, expires_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const RENEW: &str = "UPDATE invitations SET email_address = ?2, role = ?3, message = ?4, locale = ?5,
    inviter_id = ?6, letter_id = ?7, created_at = ?8, expires_at = ?9
    WHERE id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL";
const UPDATE_RESENT: &str = "UPDATE invitations SET letter_id = ?2, expires_at = ?3
    WHERE id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL";
const ACCEPT: &str = "UPDATE invitations SET accepted_at = ?2, accepted_by = ?3
    WHERE id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL AND expires_at > ?2";
const DECLINE: &str = "UPDATE invitations SET declined_at = ?2
    WHERE id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL AND expires_at > ?2";
const REVOKE: &str = "UPDATE invitations SET revoked_at = ?2
    WHERE id = ?1 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL";
const DELETE: &str = "DELETE FROM invitations WHERE id = ?1";
const DELETE_ACCEPTED_BY: &str = "DELETE FROM invitations WHERE accepted_by = ?1";
const DELETE_TO: &str = "DELETE FROM invitations WHERE email_normalized = ?1";

pub const ALL: &[&str] = &[
    FIND,
    FIND_OPEN,
    LIST_OF_ORG,
    LIST_OPEN_OF_EMAIL,
    LIST_OPEN_OF_EMAIL_NEWEST_FIRST,
    LIST_OPEN_OF_EMAIL_OLDEST_FIRST,
    LIST_OF_EMAIL_IN_RANGE,
    LIST_OPEN_OF_INVITER,
    LIST_ABOUT,
    LIST_OPEN_MADE_BY,
    LIST_LETTERS,
    INSERT,
    RENEW,
    UPDATE_RESENT,
    ACCEPT,
    DECLINE,
    REVOKE,
    DELETE,
    DELETE_ACCEPTED_BY,
    DELETE_TO,
];

fn from_row(cells: &mut Cells) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: cells.id()?,
        org_id: cells.id()?,
        email: cells.parsed(|text| EmailAddress::parse(text).ok())?,
        role: cells.parsed(Role::parse)?,
        message: cells.opt_text()?,
        locale: cells.opt_parsed(|text| Locale::parse(text).ok())?,
        inviter: users::named_from_row(cells)?,
        created_at: cells.at()?,
        expires_at: cells.at()?,
        accepted_at: cells.opt_at()?,
        declined_at: cells.opt_at()?,
        revoked_at: cells.opt_at()?,
        mail: MailState {
            // A letter that is no longer kept was sent, long enough ago.
            stage: cells.opt_parsed(MailStage::parse)?.unwrap_or(MailStage::Sent),
            detail: cells.opt_text()?,
        },
    })
}

fn list(tx: &mut dyn Read, sql: &'static str, params: &[Value]) -> Result<Vec<Invitation>, StoreError> {
    tx.query(sql, params)?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// An invitation by id, whatever became of it.
pub fn find_invitation(tx: &mut dyn Read, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
    Ok(list(tx, FIND, &[id.into()])?.pop())
}

/// The open invitation of an address into an org; an expired one is open still.
pub fn find_open_invitation(
    tx: &mut dyn Read,
    org_id: OrgId,
    email_normalized: &str,
) -> Result<Option<Invitation>, StoreError> {
    Ok(list(tx, FIND_OPEN, &[org_id.into(), email_normalized.into()])?.pop())
}

/// An org's invitations, the newest first, with one more than `page.limit`.
pub fn list_invitations(
    tx: &mut dyn Read,
    org_id: OrgId,
    state: Option<InvitationState>,
    now: Timestamp,
    page: PageRequest,
) -> Result<Vec<Invitation>, StoreError> {
    let state = state.map(InvitationState::as_str);
    let params = [org_id.into(), page.after.into(), (page.limit + 1).into(), state.into(), now.into()];
    list(tx, LIST_OF_ORG, &params)
}

/// The invitations an address can use now, the newest first, with one more than `page.limit`.
pub fn list_usable_invitations(
    tx: &mut dyn Read,
    email_normalized: &str,
    now: Timestamp,
    page: PageRequest,
) -> Result<Vec<Invitation>, StoreError> {
    let params = [email_normalized.into(), page.after.into(), (page.limit + 1).into(), now.into()];
    list(tx, LIST_OPEN_OF_EMAIL, &params)
}

/// Every invitation that a person made, and every one to an address, the newest first.
pub fn list_invitations_about(
    tx: &mut dyn Read,
    inviter_id: UserId,
    email_normalized: &str,
) -> Result<Vec<Invitation>, StoreError> {
    list(tx, LIST_ABOUT, &[inviter_id.into(), email_normalized.into()])
}

/// The part of the invitations an address can use now that is counted off, up to its end.
pub fn list_usable_invitations_slice(
    tx: &mut dyn Read,
    email_normalized: &str,
    now: Timestamp,
    slice: Slice,
) -> Result<Vec<Invitation>, StoreError> {
    let sql = match slice.order() {
        Order::NewestFirst => LIST_OPEN_OF_EMAIL_NEWEST_FIRST,
        Order::OldestFirst => LIST_OPEN_OF_EMAIL_OLDEST_FIRST,
    };
    list(tx, sql, &[email_normalized.into(), now.into(), slice.rows().into()])
}

/// The invitation of an address whose id begins so, whatever became of it; `None` also where several do.
pub fn find_invitation_abbreviated(
    tx: &mut dyn Read,
    email_normalized: &str,
    id: Abbreviated<Invitation>,
) -> Result<Option<Invitation>, StoreError> {
    let (first, last) = id.range();
    let mut found = list(tx, LIST_OF_EMAIL_IN_RANGE, &[email_normalized.into(), first.into(), last.into()])?;
    let is_one = found.len() == 1;
    Ok(found.pop().filter(|_| is_one))
}

/// The open invitations into an org that a person made.
pub fn list_open_invitations_of_inviter(
    tx: &mut dyn Read,
    org_id: OrgId,
    inviter_id: UserId,
) -> Result<Vec<Invitation>, StoreError> {
    list(tx, LIST_OPEN_OF_INVITER, &[org_id.into(), inviter_id.into()])
}

/// The open invitations that a person made, each after the org that it leads into.
pub fn list_open_invitations_made_by(
    tx: &mut dyn Read,
    inviter_id: UserId,
) -> Result<Vec<(OrgId, InvitationId)>, StoreError> {
    tx.query(LIST_OPEN_MADE_BY, &[inviter_id.into()])?
        .into_iter()
        .map(|row| {
            let cells = &mut row.cells();
            Ok((cells.id()?, cells.id()?))
        })
        .collect()
}

/// Adds an invitation whose letter is `letter_id`.
pub fn insert_invitation(
    tx: &mut dyn Write,
    invitation: &Invitation,
    letter_id: LetterId,
) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            invitation.id.into(),
            invitation.org_id.into(),
            invitation.email.as_str().into(),
            invitation.email.normalized().into(),
            invitation.role.as_str().into(),
            invitation.message.as_deref().into(),
            invitation.locale.as_ref().map(ToString::to_string).into(),
            invitation.inviter.id.into(),
            letter_id.into(),
            invitation.created_at.into(),
            invitation.expires_at.into(),
        ],
    )
}

/// Makes an open invitation over as if it were new, keeping its id.
pub fn renew_invitation(
    tx: &mut dyn Write,
    invitation: &Invitation,
    letter_id: LetterId,
) -> Result<(), StoreError> {
    tx.queue(
        RENEW,
        &[
            invitation.id.into(),
            invitation.email.as_str().into(),
            invitation.role.as_str().into(),
            invitation.message.as_deref().into(),
            invitation.locale.as_ref().map(ToString::to_string).into(),
            invitation.inviter.id.into(),
            letter_id.into(),
            invitation.created_at.into(),
            invitation.expires_at.into(),
        ],
    )
}

/// Notes another letter and a later expiry of an open invitation.
pub fn update_resent(
    tx: &mut dyn Write,
    id: InvitationId,
    letter_id: LetterId,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_RESENT, &[id.into(), letter_id.into(), expires_at.into()])
}

/// Uses an invitation up; `false` if it can't be used any more.
pub fn accept_invitation(
    tx: &mut dyn Write,
    id: InvitationId,
    by: UserId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ACCEPT, &[id.into(), now.into(), by.into()])? == 1)
}

/// Declines an invitation; `false` if it can't be used any more.
pub fn decline_invitation(tx: &mut dyn Write, id: InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(DECLINE, &[id.into(), now.into()])? == 1)
}

/// Takes an invitation back; `false` if it was used, declined or taken back before.
pub fn revoke_invitation(tx: &mut dyn Write, id: InvitationId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(REVOKE, &[id.into(), now.into()])? == 1)
}

/// Up to `limit` invitations of an org, whatever became of them, with the letter of each.
pub fn list_letters_of_org(
    tx: &mut dyn Read,
    org_id: OrgId,
    limit: u32,
) -> Result<Vec<(InvitationId, LetterId)>, StoreError> {
    tx.query(LIST_LETTERS, &[org_id.into(), limit.into()])?
        .into_iter()
        .map(|row| {
            let cells = &mut row.cells();
            Ok((cells.id()?, cells.id()?))
        })
        .collect()
}

/// Forgets an invitation.
pub fn delete_invitation(tx: &mut dyn Write, id: InvitationId) -> Result<(), StoreError> {
    tx.queue(DELETE, &[id.into()])
}

/// Forgets every invitation that a person accepted, perhaps under a former address.
pub fn delete_invitations_accepted_by(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_ACCEPTED_BY, &[user_id.into()])
}

/// Forgets every invitation of an address, whatever became of it.
pub fn delete_invitations_to(tx: &mut dyn Write, email_normalized: &str) -> Result<(), StoreError> {
    tx.queue(DELETE_TO, &[email_normalized.into()])
}
