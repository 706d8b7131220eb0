//! Declines an invitation. Its holder need not be signed in.

use super::redeem;
use crate::domain::actor::Actor;
use crate::domain::error::Expired;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, Target};
use crate::store::queries::{invitations, one_time_tokens, outbox};

/// Declines the invitation of a token.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours; `RateLimited`.
pub async fn decline(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| {
        let found = redeem::find_by_token(change.tx, &digest, change.now)?;
        let id = found.invitation.id;
        if !invitations::decline_invitation(change.tx, id, change.now)? {
            return Err(Expired::TokenSpent.into());
        }
        one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
        outbox::cancel_letter_of_invitation(change.tx, id, change.now)?;
        Ok(change.record(Action::InvitationDeclined, Target::Invitation(id), Some(found.org.id))?)
    })
    .await
}
