//! "This wasn't me": the owner of a mailbox undoes what somebody else did in its name.

use crate::domain::audit::record::Actor;
use crate::domain::limits::Limited;
use crate::domain::one_time;
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, Purpose, SignUpId, Target, UserId};
use crate::store::queries::{one_time_tokens, sessions, sign_ups, users};

/// Spends the token and undoes what its letter told of. A sign-up is forgotten, its letters void. An
/// account that was opened without the mailbox loses its password and its sessions.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn disown(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    let (client, moment) = (client.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (now, mut chance, actor) = (moment.now, moment.chance(), Actor::visitor(&client));
            let token = one_time::require_token(tx, &digest, &[Purpose::NotMe])?;
            one_time::spend(tx, &token, now)?;
            one_time_tokens::spend_tokens_of_subject(tx, token.subject_id, now)?;
            let target = match token.user_id {
                None => {
                    let id = SignUpId::new(token.subject_id);
                    sign_ups::delete_sign_up(tx, id)?;
                    Target::SignUp(id)
                }
                Some(user_id) => {
                    forget_password(tx, user_id, now)?;
                    Target::User(user_id)
                }
            };
            actor.record(tx, &mut chance, now, Action::SignUpDisowned, target, None)?;
            Ok(())
        })
        .await
}

fn forget_password(
    tx: &mut dyn crate::store::Write,
    user_id: UserId,
    now: crate::model::Timestamp,
) -> Result<(), Error> {
    users::update_password_hash(tx, user_id, None, now)?;
    sessions::end_sessions(tx, user_id, None, now)?;
    Ok(())
}
