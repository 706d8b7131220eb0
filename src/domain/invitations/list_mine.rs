//! Lists the invitations to the caller's own address.

use crate::domain::{App, Error, policy};
use crate::model::{Invitation, Org, Page, PageRequest, Principal, Scope, Slice, Timestamp};
use crate::store::queries::{invitations, orgs, users};

/// The invitations that the caller can accept by their id, the newest first, each with its org.
///
/// Only a proven address has any: an unproven one may be somebody else's.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn list_mine(
    app: &App,
    principal: &Principal,
    page: PageRequest,
) -> Result<(Page<(Invitation, Org)>, Timestamp), Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let (user_id, now) = (principal.user_id(), app.clock.now());
    let rows = app
        .store
        .read(move |tx| {
            let Some(user) = users::find_user(tx, user_id)?.filter(|user| user.email.is_verified()) else {
                return Ok::<_, Error>(Vec::new());
            };
            let mine = invitations::list_usable_invitations(tx, user.email.address.normalized(), now, page)?;
            let mut with_orgs = Vec::with_capacity(mine.len());
            for invitation in mine {
                if let Some(org) = orgs::find_org(tx, invitation.org_id)? {
                    with_orgs.push((invitation, org));
                }
            }
            Ok(with_orgs)
        })
        .await?;
    Ok((Page::cut(rows, page.limit, |(invitation, _)| invitation.id.uuid()), now))
}

/// As [`list_mine`], the part that is counted off, without the orgs.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn list_mine_slice(
    app: &App,
    principal: &Principal,
    slice: Slice,
) -> Result<Vec<Invitation>, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let (user_id, now) = (principal.user_id(), app.clock.now());
    let rows = app
        .store
        .read(move |tx| {
            let Some(user) = users::find_user(tx, user_id)?.filter(|user| user.email.is_verified()) else {
                return Ok::<_, Error>(Vec::new());
            };
            let address = user.email.address.normalized();
            Ok(invitations::list_usable_invitations_slice(tx, address, now, slice)?)
        })
        .await?;
    Ok(slice.cut(rows))
}
