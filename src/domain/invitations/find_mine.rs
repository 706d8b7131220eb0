//! Finds one of the caller's own invitations where no more than the beginning of its id is known.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::id::Abbreviated;
use crate::model::{Invitation, InvitationId, Principal, Scope};
use crate::store::queries::{invitations, users};

/// The id of an invitation to the caller's proven address, whatever became of it.
///
/// # Errors
/// `NotFound` where none begins so, and where several do: it can't be told which is meant. `Forbidden` for an API key
/// without the scope.
pub async fn find_mine(
    app: &App,
    principal: &Principal,
    id: Abbreviated<Invitation>,
) -> Result<InvitationId, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    let user_id = principal.user_id();
    app.store
        .read(move |tx| {
            let user = users::find_user(tx, user_id)?
                .filter(|user| user.email.is_verified())
                .ok_or(Missing::Invitation)?;
            let address = user.email.address.normalized();
            let found = invitations::find_invitation_abbreviated(tx, address, id)?;
            found.map(|invitation| invitation.id).ok_or(Error::NotFound(Missing::Invitation))
        })
        .await
}
