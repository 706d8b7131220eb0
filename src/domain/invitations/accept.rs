//! Accepts an invitation and makes its person a member.

use super::redeem::{self, Reference};
use crate::domain::actor::Actor;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::{ClientInfo, Joined, Principal};
use crate::store::queries::{invitations, memberships, users};

/// Makes the caller a member; where the org approves whoever joins, one who waits for that.
///
/// The invitation is for one address. A caller with that address, proven, needs no more than its id; a
/// caller whose address is unproven needs the mailed token, which proves it. Somebody who is not signed
/// in is told first when the invitation is gone: it would be worth no signing in.
///
/// # Errors
/// `NotFound` for an unknown token or another's id; `Expired`, saying why; `Unauthenticated`; `Forbidden`
/// for another address, for one that the org does not let in, and for an unproven one without the mailed
/// token; `Conflict` for a member.
pub async fn accept(
    app: &App,
    client: &ClientInfo,
    principal: Option<&Principal>,
    token_or_id: &str,
) -> Result<Joined, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let reference = Reference::parse(token_or_id)?;
    let caller = match principal {
        Some(principal) => Some((principal.user_id(), policy::require_session(principal)?.id)),
        None => None,
    };
    let actor = principal.map_or_else(|| Actor::visitor(client), Actor::of);
    app.change(actor, move |change| {
        let user = match caller {
            Some((id, _)) => users::find_user(change.tx, id)?,
            None => None,
        };
        let redeemable = redeem::find(change.tx, reference, change.now, user.as_ref())?;
        let (Some(user), Some((_, session_id))) = (user, caller) else {
            return Err(Unauthenticated::NotSignedIn.into());
        };
        redeem::accept(change, &redeemable, &user, session_id)?;
        let membership = memberships::find_membership(change.tx, user.id, redeemable.org.id)?
            .ok_or(Error::NotFound(Missing::Org))?;
        let invitation = invitations::find_invitation(change.tx, redeemable.invitation.id)?;
        Ok(Joined { membership, invitation })
    })
    .await
}
