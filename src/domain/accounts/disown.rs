//! "This wasn't me": the owner of a mailbox undoes what somebody else did in its name, and looks at the link before.

use super::email_change;
use super::request_password_reset::write_reset;
use super::undo_deletion::undo_deletion;
use crate::domain::actor::Actor;
use crate::domain::api_keys::revoke::revoke_all;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::passkeys::remove::remove_all;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, jobs, one_time};
use crate::model::{Action, ClientInfo, Purpose, SignUpId, Target, User, UserState};
use crate::store::queries::{one_time_tokens, sign_ups, users};

/// What [`disown`] takes.
const PURPOSES: &[Purpose] = &[Purpose::NotMe, Purpose::EmailChangeUndo];

/// What a link undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disowned {
    /// A sign-up that waits.
    SignUp,
    /// What was done with an account.
    Account,
}

/// Looks at a link. Changes nothing: mail scanners look too.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<Disowned, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            let token = one_time::require_usable(tx, &digest, PURPOSES, now)?;
            Ok(if token.user_id.is_some() { Disowned::Account } else { Disowned::SignUp })
        })
        .await
}

/// Spends the token and undoes what its letter told of. A sign-up is forgotten, its letters void. An
/// account gets back the address that it was taken from, and whoever is in it is shut out.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`; `Conflict`
/// when the former address has become another account's, which leaves the link good.
pub async fn disown(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| {
        let token = change.spend_token(&digest, PURPOSES)?;
        let user = match token.user_id {
            None => return disown_sign_up(change, SignUpId::new(token.subject_id)),
            Some(_) if token.purpose == Purpose::EmailChangeUndo => email_change::undo(change, &token)?,
            Some(user_id) => users::find_user(change.tx, user_id)?.ok_or(Missing::Token)?,
        };
        shut_out(change, &user)?;
        Ok(change.record(Action::UserDisowned, Target::User(user.id), None)?)
    })
    .await
}

fn disown_sign_up(change: &mut Change<'_>, id: SignUpId) -> Result<(), Error> {
    one_time_tokens::spend_tokens_of_subject(change.tx, id.uuid(), change.now)?;
    sign_ups::delete_sign_up(change.tx, id)?;
    Ok(change.record(Action::SignUpDisowned, Target::SignUp(id), None)?)
}

/// Takes an account from whoever is in it: it loses its password, its sessions, its API keys and its links, and
/// its owner gets a letter to set another password. Whoever was at work may know the old one, and have made keys.
/// If they asked for the deletion of the account or of an org, that is taken back.
///
/// A second factor stays, whoever turned it on: it keeps out those who read the mailbox and nothing else. Whoever is asked
/// for a code that they never had turns to an operator.
///
/// # Errors
/// `NotFound` while the account is being erased: in a moment nobody has it.
pub(super) fn shut_out(change: &mut Change<'_>, user: &User) -> Result<(), Error> {
    change.concern(user.id);
    if user.state == UserState::Deleting && !undo_deletion(change, user.id)? {
        return Err(Missing::Token.into());
    }
    jobs::take_back_asked_by(change, user.id)?;
    users::update_password_hash(change.tx, user.id, None, change.now)?;
    if !user.email.is_verified() {
        // Operating the service was granted to whoever held that password.
        users::update_operator(change.tx, user.id, false, change.now)?;
    }
    one_time_tokens::spend_tokens_of_user(change.tx, user.id, change.now)?;
    end_sessions(change, user.id, None)?;
    revoke_all(change, user.id)?;
    remove_all(change, user.id)?;
    Ok(write_reset(change, user)?)
}
