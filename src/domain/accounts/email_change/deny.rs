//! Denies a change of address, by the link in the old mailbox.

use crate::domain::accounts::disown::shut_out;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, EmailChangeId, Purpose, Target};
use crate::store::queries::{email_changes, users};

/// Stops the change, and shuts out whoever asked for it: they knew the password.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used, is void or too old, `RateLimited`.
pub async fn deny(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| {
        let token = change.spend_token(&digest, &[Purpose::EmailChangeDeny])?;
        let denied = email_changes::find_email_change(change.tx, EmailChangeId::new(token.subject_id))?
            .ok_or(Missing::Token)?;
        let user = users::find_user(change.tx, denied.user_id)?.ok_or(Missing::Token)?;
        shut_out(change, &user)?;
        Ok(change.record(Action::EmailChangeDenied, Target::User(user.id), None)?)
    })
    .await
}
