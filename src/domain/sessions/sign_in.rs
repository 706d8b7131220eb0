//! Signs a person in with their password.

use std::time::Duration;

use super::logins::record_login;
use super::start::{self, SignedIn, Started};
use crate::crypto::passwords::hasher::Verification;
use crate::domain::accounts::password::{hash, secret};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::{App, Error};
use crate::model::login::LoginRefusal;
use crate::model::{ClientInfo, EmailAddress, OrgId, Password, Purpose, User, UserState, Username};
use crate::store::queries::{sign_ups, users};

/// What a person signs in with.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// An email address or a username.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The org to act for; without it, the one they joined first.
    pub org_id: Option<OrgId>,
}

/// How long a person may take to show their second factor.
const CHALLENGE: Duration = Duration::from_mins(5);

/// How often a sign-in starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Signs a person in: makes a session and its first token.
///
/// Unknown person and wrong password answer the same after the same work. So does a sign-up that
/// waits for its letter, whoever's address it was made with: the right password gets `not_activated`,
/// any other is wrong.
///
/// # Errors
/// `TwoFactorRequired` with a challenge, where the person has a second factor; `Unauthenticated`,
/// `Forbidden` (not activated, suspended; only on the right password), `NotFound`
/// (the org to act for), `RateLimited` (also after too many wrong passwords), `Unavailable`.
pub async fn sign_in(app: &App, client: &ClientInfo, input: SignIn) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let login = Login::of(&input.login);
    for _ in 0..ATTEMPTS {
        let found = find(app, &login).await?;
        app.limits.check_account(Limited::SignIn, &found.counted_as, 1)?;
        let account = found.account.clone();
        match check_password(app, found, &input.password).await? {
            Checked::Right { user, stored, rehash_wanted } => {
                let fresh = if rehash_wanted { Some(hash(app, &input.password).await?) } else { None };
                match let_in(app, client, account, &user, stored, fresh, input.org_id).await? {
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

/// What was typed, in the forms that are compared.
#[derive(Clone)]
struct Login {
    email: String,
    username: String,
}

impl Login {
    fn of(text: &str) -> Self {
        let email = EmailAddress::parse(text).map(|address| address.normalized().to_owned());
        Self { email: email.unwrap_or_default(), username: Username::normalize(text.trim()) }
    }
}

/// A person as found by what they typed, with the hashes their password may match.
struct Found {
    /// Wrong passwords are counted here.
    account: Account,
    /// Attempts are counted here: the same for address, username and every spelling of them.
    counted_as: String,
    user: Option<User>,
    password_hash: Option<String>,
    waiting_hash: Option<String>,
}

async fn find(app: &App, login: &Login) -> Result<Found, Error> {
    let (login, now) = (login.clone(), app.clock.now());
    app.store
        .read(move |tx| {
            let user = if login.email.is_empty() {
                users::find_user_by_username(tx, &login.username)?
            } else {
                users::find_user_by_email(tx, &login.email)?
            };
            let name = if login.email.is_empty() { &login.username } else { &login.email };
            let (account, counted_as) = match &user {
                Some(user) => (Account::of(Guess::Password, user.id), user.id.to_string()),
                None => (Account::of_nobody(Guess::Password, name), name.clone()),
            };
            lockout::require_open(tx, &account, now)?;
            let password_hash = match &user {
                Some(user) => users::find_password_hash(tx, user.id)?,
                None => None,
            };
            let waiting_hash = sign_ups::find_latest_password_hash(tx, &login.email, &login.username, now)?;
            Ok(Found { account, counted_as, user, password_hash, waiting_hash })
        })
        .await
}

/// What a password came to.
enum Checked {
    Right { user: User, stored: String, rehash_wanted: bool },
    Refused { user: Option<User>, refusal: Refusal },
}

/// Why a person is not let in.
#[derive(Clone, Copy)]
enum Refusal {
    WrongPassword,
    NotActivated,
    Suspended,
}

/// Checks the password: one hash when it is right, two whenever it is wrong, whoever exists.
async fn check_password(app: &App, found: Found, password: &Password) -> Result<Checked, Error> {
    let Found { user, password_hash, waiting_hash, .. } = found;
    let refused = |user, refusal| Ok(Checked::Refused { user, refusal });
    let user = match (user, password_hash) {
        (Some(user), Some(stored)) => match app.hasher.verify(secret(password), &stored).await? {
            Verification::Match { rehash_wanted } => {
                return match user.state {
                    UserState::Active => Ok(Checked::Right { user, stored, rehash_wanted }),
                    UserState::Pending => refused(Some(user), Refusal::NotActivated),
                    UserState::Suspended => refused(Some(user), Refusal::Suspended),
                };
            }
            Verification::Mismatch => Some(user),
        },
        (user, _) => {
            app.hasher.verify_dummy(secret(password)).await?;
            user
        }
    };
    let waits = if let Some(stored) = waiting_hash {
        app.hasher.verify(secret(password), &stored).await? != Verification::Mismatch
    } else {
        app.hasher.verify_dummy(secret(password)).await?;
        false
    };
    refused(user, if waits { Refusal::NotActivated } else { Refusal::WrongPassword })
}

/// Writes a refusal down, and answers it. Guesses made at the same time all come through here one
/// after the other, so no more of them count than are allowed.
async fn refuse(
    app: &App,
    client: &ClientInfo,
    account: Account,
    user: Option<User>,
    refusal: Refusal,
) -> Result<Error, Error> {
    let (actor, client) = (Actor::visitor(client), client.clone());
    app.change(actor, move |change| {
        lockout::require_open(change.tx, &account, change.now)?;
        let record = |change: &mut Change<'_>, why| match &user {
            Some(user) => record_login(change, &client, user.id, Some(why)),
            None => Ok(()),
        };
        match refusal {
            Refusal::WrongPassword => {
                lockout::count_wrong(change, &account)?;
                record(change, LoginRefusal::WrongPassword)?;
                Ok(Unauthenticated::WrongCredentials.into())
            }
            Refusal::NotActivated => Ok(Forbidden::NotActivated.into()),
            Refusal::Suspended => {
                record(change, LoginRefusal::Suspended)?;
                Ok(Forbidden::Suspended.into())
            }
        }
    })
    .await
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
    org_id: Option<OrgId>,
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
        let started = start::start_session(change, &client, user_id, org_id)?;
        Ok(LetIn::Started(Box::new(started)))
    })
    .await
}
