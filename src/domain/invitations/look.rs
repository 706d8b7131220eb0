//! Looks at an invitation before deciding. Changes nothing: mail scanners look too.

use super::redeem;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, Invitation, Org, Timestamp};
use crate::store::queries::users;

/// An invitation as its holder sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The invitation.
    pub invitation: Invitation,
    /// Into which org.
    pub org: Org,
    /// Whether the address has an account; told to the holder of the mailed token alone.
    pub has_account: Option<bool>,
    /// The time by which its state is told.
    pub now: Timestamp,
}

/// Looks at an invitation by either of its tokens.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours; `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<Seen, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            let found = redeem::find_by_token(tx, &digest, now)?;
            let has_account = if found.proves_mailbox() {
                let user = users::find_user_by_email(tx, found.invitation.email.normalized())?;
                Some(user.is_some_and(|user| user.email.is_verified()))
            } else {
                None
            };
            Ok(Seen { invitation: found.invitation, org: found.org, has_account, now })
        })
        .await
}
