//! Signs a person in with their password.

use std::time::Duration;

use super::credentials::{Checked, Found, Login, check_password, find, refuse};
use super::start::{self, ActFor, SignedIn, Started};
use crate::domain::accounts::password::hash;
use crate::domain::actor::Actor;
use crate::domain::clock::later;
use crate::domain::customs::Telling;
use crate::domain::error::{Forbidden, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::lockout::{self, Account};
use crate::domain::{App, Error};
use crate::model::{ClientInfo, Password, Purpose, User, UserState};
use crate::store::queries::users;

/// What a person signs in with.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// An email address or a username.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The org to act for.
    pub act_for: ActFor,
}

/// How long a person may take to show their second factor.
const CHALLENGE: Duration = Duration::from_mins(5);

/// How often a sign-in starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Signs a person in: makes a session and its first token.
///
/// Unknown person and wrong password answer the same after the same work. So does a sign-up that
/// waits for its letter, whoever's address it was made with: the right password gets `not_activated`,
/// any other is wrong. Through a face that tells who exists, nobody's name, and that of an account that may not sign
/// in, is refused before the password is looked at.
///
/// # Errors
/// `TwoFactorRequired` with a challenge, where the person has a second factor; `Unauthenticated`,
/// `Forbidden` (not activated, suspended; only on the right password), `NotFound`
/// (the org to act for; where it is told, the person), `RateLimited` (also after too many wrong passwords), `Unavailable`.
pub async fn sign_in(app: &App, client: &ClientInfo, input: SignIn) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let login = Login::of(&input.login);
    for _ in 0..ATTEMPTS {
        let found = find(app, &login).await?;
        app.limits.check_account(Limited::SignIn, &found.counted_as, 1)?;
        if app.customs(client).unknown_login == Telling::Told {
            require_open(&found)?;
        }
        let account = found.account.clone();
        match check_password(app, found, &input.password).await? {
            Checked::Right { user, stored, rehash_wanted } => {
                let fresh = if rehash_wanted { Some(hash(app, &input.password).await?) } else { None };
                match let_in(app, client, account, &user, stored, fresh, input.act_for).await? {
                    LetIn::Started(started) => return Ok(started.sign(app)),
                    LetIn::Challenged(challenge) => return Err(Error::TwoFactorRequired { challenge }),
                    LetIn::PasswordChanged => {}
                }
            }
            Checked::Refused { user, refusal } => {
                return Err(refuse(app, client, account, user, refusal).await?);
            }
        }
    }
    Err(Error::Unavailable)
}

/// Tells that there is no such person, or that they may not sign in.
fn require_open(found: &Found) -> Result<(), Error> {
    match found.user.as_ref().map(|user| user.state) {
        None => Err(Missing::User.into()),
        Some(UserState::Pending) => Err(Forbidden::NotActivated.into()),
        Some(UserState::Suspended) => Err(Forbidden::Suspended.into()),
        Some(UserState::Active) => Ok(()),
    }
}

/// What a right password leads to.
enum LetIn {
    Started(Box<Started>),
    Challenged(String),
    PasswordChanged,
}

/// Lets the person in, or asks for their second factor, unless the password was changed since it was
/// checked.
async fn let_in(
    app: &App,
    client: &ClientInfo,
    account: Account,
    user: &User,
    stored: String,
    fresh: Option<String>,
    act_for: ActFor,
) -> Result<LetIn, Error> {
    let (actor, client, user_id) = (Actor::visitor(client), client.clone(), user.id);
    app.change(actor, move |change| {
        lockout::require_open(change.tx, &account, change.now)?;
        if users::find_password_hash(change.tx, user_id)?.as_deref() != Some(stored.as_str()) {
            return Ok(LetIn::PasswordChanged);
        }
        lockout::forget(change, &account)?;
        if let Some(fresh) = &fresh {
            users::update_rehashed(change.tx, user_id, &stored, fresh)?;
        }
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::WrongCredentials)?;
        if user.two_factor {
            let expires_at = later(change.now, CHALLENGE);
            let purpose = Purpose::TwoFactorChallenge;
            let challenge = change.issue_token(purpose, user_id.uuid(), Some(user_id), expires_at)?;
            return Ok(LetIn::Challenged(challenge.as_str().to_owned()));
        }
        let started = start::start_session(change, &client, user_id, act_for)?;
        Ok(LetIn::Started(Box::new(started)))
    })
    .await
}
