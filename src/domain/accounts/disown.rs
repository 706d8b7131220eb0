//! "This wasn't me": the owner of a mailbox undoes what somebody else did in its name.

use super::request_password_reset::write_reset;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, Purpose, SignUpId, Target};
use crate::store::queries::{one_time_tokens, sign_ups, users};

/// Spends the token and undoes what its letter told of. A sign-up is forgotten, its letters void. An
/// account loses its password and its sessions, and its owner gets a letter to set another password:
/// whoever was at work may know the old one.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn disown(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| {
        let token = change.spend_token(&digest, &[Purpose::NotMe])?;
        one_time_tokens::spend_tokens_of_subject(change.tx, token.subject_id, change.now)?;
        let target = match token.user_id {
            None => {
                let id = SignUpId::new(token.subject_id);
                sign_ups::delete_sign_up(change.tx, id)?;
                Target::SignUp(id)
            }
            Some(user_id) => {
                let user = users::find_user(change.tx, user_id)?.ok_or(Missing::Token)?;
                change.concern(user_id);
                users::update_password_hash(change.tx, user_id, None, change.now)?;
                if !user.email.is_verified() {
                    // Operating the service was granted to whoever held that password.
                    users::update_operator(change.tx, user_id, false, change.now)?;
                }
                one_time_tokens::spend_tokens_of_user(change.tx, user_id, change.now)?;
                end_sessions(change, user_id, None)?;
                write_reset(change, &user)?;
                return Ok(change.record(Action::UserDisowned, Target::User(user_id), None)?);
            }
        };
        Ok(change.record(Action::SignUpDisowned, target, None)?)
    })
    .await
}
