//! Lists the orgs a person belongs to.

use crate::domain::{App, Error, policy};
use crate::model::{InvitationId, Joined, Membership, Page, PageRequest, Principal, Scope, Slice};
use crate::store::queries::{invitations, memberships};

/// The caller's orgs with their role in each, the newest org first.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn list(app: &App, principal: &Principal, page: PageRequest) -> Result<Page<Membership>, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let user_id = principal.user_id();
    let rows = app
        .store
        .read(move |tx| memberships::list_memberships(tx, user_id, page).map_err(Error::from))
        .await?;
    Ok(Page::cut(rows, page.limit, |membership| membership.org.id.uuid()))
}

/// The part of the caller's memberships that is counted off, by when they joined.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub async fn list_slice(app: &App, principal: &Principal, slice: Slice) -> Result<Vec<Joined>, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let user_id = principal.user_id();
    app.store
        .read(move |tx| {
            let rows = memberships::list_memberships_slice(tx, user_id, slice)?;
            let mut joined = Vec::new();
            for membership in slice.cut(rows) {
                let came_from = InvitationId::new(membership.id.uuid());
                let invitation = invitations::find_invitation(tx, came_from)?;
                joined.push(Joined { membership, invitation });
            }
            Ok(joined)
        })
        .await
}
