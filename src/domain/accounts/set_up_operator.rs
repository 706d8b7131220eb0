//! Makes an operator's account, by the link from the command line.

use super::make_operator::setting_name;
use super::password::hash_chosen;
use super::sign_up::ActivationLetter;
use crate::domain::audit::record::Actor;
use crate::domain::error::{Conflict, Forbidden, Missing};
use crate::domain::limits::Limited;
use crate::domain::one_time;
use crate::domain::{App, Error};
use crate::model::{
    Action, ClientInfo, EmailAddress, Password, PersonName, Purpose, Target, User, UserEmail, UserId, UserState,
};
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
    let about = [input.email.as_str(), input.name.first(), input.name.last()];
    let password_hash = hash_chosen(app, &input.password, &about).await?;
    let (app_, client, moment) = (app.clone(), client.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let token = one_time::require_token(tx, &digest, &[Purpose::OperatorSetUp])?;
            one_time::spend(tx, &token, now)?;
            let user_id = UserId::new(token.subject_id);
            let email = settings::find_setting(tx, &setting_name(user_id))?
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .and_then(|text| EmailAddress::parse(&text).ok())
                .ok_or(Missing::Token)?;
            if email.normalized() != input.email.normalized() {
                return Err(Forbidden::WrongAccount.into());
            }
            if users::find_user_by_email(tx, email.normalized())?.is_some() {
                return Err(Conflict::AccountExists.into());
            }
            let user = User {
                id: user_id,
                name: input.name.clone(),
                username: None,
                email: UserEmail { address: email, verified_at: None, added_at: now },
                state: UserState::Active,
                password_generated: false,
                operator: true,
                locale: None,
                terms_accepted_at: None,
                created_at: now,
                updated_at: now,
                last_login_at: None,
                version: 1,
            };
            users::insert_user(tx, &user, Some(&password_hash))?;
            let actor = Actor::shown_to_be(user_id, &client);
            actor.record(tx, &mut chance, now, Action::UserCreated, Target::User(user_id), None)?;
            actor.record(tx, &mut chance, now, Action::OperatorGranted, Target::User(user_id), None)?;
            let letter = ActivationLetter {
                to: &user.email.address,
                person: &user.name,
                org: None,
                purpose: Purpose::EmailVerification,
                subject_id: user_id.uuid(),
                user_id: Some(user_id),
            };
            letter.write(app, tx, &mut chance, now)?;
            Ok(user)
        })
        .await
}
