//! Declines an invitation. Its holder need not be signed in.

use super::redeem;
use crate::domain::audit::record::Actor;
use crate::domain::error::Expired;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, Target};
use crate::store::queries::{invitations, one_time_tokens};

/// Declines the invitation of a token.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours; `RateLimited`.
pub async fn decline(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    let (client, moment) = (client.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (now, mut chance) = (moment.now, moment.chance());
            let found = redeem::find_by_token(tx, &digest, now)?;
            let id = found.invitation.id;
            if !invitations::decline_invitation(tx, id, now)? {
                return Err(Expired::TokenSpent.into());
            }
            one_time_tokens::spend_tokens_of_subject(tx, id.uuid(), now)?;
            let target = Target::Invitation(id);
            let actor = Actor::visitor(&client);
            actor.record(tx, &mut chance, now, Action::InvitationDeclined, target, Some(found.org.id))?;
            Ok(())
        })
        .await
}
