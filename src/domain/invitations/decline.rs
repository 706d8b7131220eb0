//! Declines an invitation. Its holder need not be signed in.

use super::redeem::{self, Reference};
use crate::domain::actor::Actor;
use crate::domain::error::Expired;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::{Action, ClientInfo, Invitation, Principal, Target};
use crate::store::queries::{invitations, one_time_tokens, outbox, users};

/// Declines the invitation of a token, or by its id the caller's own.
///
/// # Errors
/// `NotFound` for an unknown token or another's id; `Expired`, saying why, for one that was ours;
/// `Unauthenticated` for an id from somebody who is not signed in; `RateLimited`.
pub async fn decline(
    app: &App,
    client: &ClientInfo,
    principal: Option<&Principal>,
    token_or_id: &str,
) -> Result<Invitation, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let reference = Reference::parse(token_or_id)?;
    let caller = match principal {
        Some(principal) => Some(policy::require_session(principal)?.user_id),
        None => None,
    };
    let actor = principal.map_or_else(|| Actor::visitor(client), Actor::of);
    app.change(actor, move |change| {
        let user = match caller {
            Some(id) => users::find_user(change.tx, id)?,
            None => None,
        };
        let found = redeem::find(change.tx, reference, change.now, user.as_ref())?;
        let id = found.invitation.id;
        if let Some(invited) = users::find_user_by_email(change.tx, found.invitation.email.normalized())? {
            change.concern(invited.id);
        }
        if !invitations::decline_invitation(change.tx, id, change.now)? {
            return Err(Expired::TokenSpent.into());
        }
        one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
        outbox::cancel_letter_of_invitation(change.tx, id, change.now)?;
        change.record(Action::InvitationDeclined, Target::Invitation(id), Some(found.org.id))?;
        Ok(invitations::find_invitation(change.tx, id)?.unwrap_or(found.invitation))
    })
    .await
}
