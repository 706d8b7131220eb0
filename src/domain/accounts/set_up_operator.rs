//! Makes an operator's account, by a link from the command line: the first start's, or one that was asked for; and looks
//! at such a link before.

use super::first_operator;
use super::make_operator::setting_name;
use super::password::{Chooser, hash_chosen};
use super::person::add_unproven;
use crate::crypto::digest::Digest;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Forbidden, Missing};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, EmailAddress, Password, PersonName, Purpose, Target, User, UserId};
use crate::store::queries::{settings, users};

/// What an operator's account is made with.
#[derive(Clone, Debug)]
pub struct SetUpOperator {
    /// The token of the link.
    pub token: String,
    /// Their address: the one that the link was made for, if it was made for one.
    pub email: EmailAddress,
    /// The password they chose.
    pub password: Password,
    /// How they are called.
    pub name: PersonName,
}

/// Looks at a link. Changes nothing.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<(), Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            if !first_operator::is_offered(tx, &digest)? {
                one_time::require_usable(tx, &digest, &[Purpose::OperatorSetUp], now)?;
            }
            Ok(())
        })
        .await
}

/// Spends the link and makes an operator's account. The link came from the command line, not from the
/// mailbox, so a letter follows to prove that.
///
/// # Errors
/// `NotFound`, `Expired` (the link), `Forbidden` (another address), `Conflict` (an account was made
/// with the address meanwhile), `Invalid` (weak password).
pub async fn set_up_operator(app: &App, client: &ClientInfo, input: SetUpOperator) -> Result<User, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(&input.token)?;
    let hints = vec![input.email.as_str(), input.name.first(), input.name.last()];
    let chooser = Chooser { username: None, hints };
    let password_hash = hash_chosen(app, app.customs(client), "password", &input.password, &chooser).await?;
    app.change(Actor::visitor(client), move |change| {
        let user_id = if first_operator::pass(change, &digest)? {
            change.id()
        } else {
            let user_id = spend_invitation(change, &digest, &input.email)?;
            first_operator::close(change)?;
            user_id
        };
        if users::find_user_by_email(change.tx, input.email.normalized())?.is_some() {
            return Err(Conflict::AccountExists.into());
        }
        let user = User {
            operator: true,
            activated_at: Some(change.now),
            ..User::new(user_id, input.name.clone(), input.email.clone(), change.now)
        };
        let user = add_unproven(change, user, &password_hash, None)?;
        change.record(Action::OperatorGranted, Target::User(user_id), None)?;
        Ok(user)
    })
    .await
}

/// Spends a link that was made for this address, and answers who it makes.
fn spend_invitation(change: &mut Change<'_>, digest: &Digest, email: &EmailAddress) -> Result<UserId, Error> {
    let token = change.spend_token(digest, &[Purpose::OperatorSetUp])?;
    let user_id = UserId::new(token.subject_id);
    let wanted = settings::find_setting(change.tx, &setting_name(user_id))?.ok_or(Missing::Token)?;
    if wanted != email.normalized().as_bytes() {
        return Err(Forbidden::WrongAccount.into());
    }
    settings::delete_setting(change.tx, &setting_name(user_id))?;
    Ok(user_id)
}
