//! Activates an account by the token of its letter without taking that for a proof of the mailbox.

use super::mailbox;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, Purpose, User, UserId};
use crate::store::queries::users;

/// Activates the account that a letter was written for. It is for a dialect whose letter is opened rather than pressed:
/// a scanner of mails may have done that, so the mailbox stays unproven and the token unspent, and the answer is the
/// same as long as the letter is good.
///
/// # Errors
/// `NotFound` for an unknown token or a person who is gone, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn activate_unproven(app: &App, client: &ClientInfo, token: &str) -> Result<User, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| {
        let token = one_time::require_usable(change.tx, &digest, &[Purpose::EmailVerification], change.now)?;
        let user = users::find_user(change.tx, UserId::new(token.subject_id))?.ok_or(Missing::User)?;
        mailbox::activate(change, &user)?;
        Ok(users::find_user(change.tx, user.id)?.unwrap_or(user))
    })
    .await
}
