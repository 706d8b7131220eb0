//! "This wasn't me": the owner of a mailbox undoes what somebody else did in its name.

use crate::domain::actor::Actor;
use crate::domain::limits::Limited;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, Purpose, SignUpId, Target};
use crate::store::queries::{one_time_tokens, sign_ups, users};

/// Spends the token and undoes what its letter told of. A sign-up is forgotten, its letters void. An
/// account that was opened without the mailbox loses its password and its sessions.
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
                users::update_password_hash(change.tx, user_id, None, change.now)?;
                end_sessions(change, user_id, None)?;
                Target::User(user_id)
            }
        };
        Ok(change.record(Action::SignUpDisowned, target, None)?)
    })
    .await
}
