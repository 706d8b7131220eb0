//! Makes an operator's account, by the link from the command line.

use super::make_operator::setting_name;
use super::password::{Chooser, hash_chosen};
use super::person::add_unproven;
use crate::domain::actor::Actor;
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
    /// The address that the link was made for.
    pub email: EmailAddress,
    /// The password they chose.
    pub password: Password,
    /// How they are called.
    pub name: PersonName,
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
        let token = change.spend_token(&digest, &[Purpose::OperatorSetUp])?;
        let user_id = UserId::new(token.subject_id);
        let email = settings::find_setting(change.tx, &setting_name(user_id))?
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|text| EmailAddress::parse(&text).ok())
            .ok_or(Missing::Token)?;
        if email.normalized() != input.email.normalized() {
            return Err(Forbidden::WrongAccount.into());
        }
        if users::find_user_by_email(change.tx, email.normalized())?.is_some() {
            return Err(Conflict::AccountExists.into());
        }
        settings::delete_setting(change.tx, &setting_name(user_id))?;
        let user = User {
            operator: true,
            activated_at: Some(change.now),
            ..User::new(user_id, input.name.clone(), email, change.now)
        };
        let user = add_unproven(change, user, &password_hash, None)?;
        change.record(Action::OperatorGranted, Target::User(user_id), None)?;
        Ok(user)
    })
    .await
}
