//! Who somebody says they are, and whether their password says so too.
//!
//! An unknown person and a wrong password take the same work and leave the same trace, whichever operation asks.

use super::logins::record_login;
use crate::crypto::passwords::hasher::Verification;
use crate::domain::accounts::password::secret;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::{App, Error};
use crate::model::login::LoginRefusal;
use crate::model::{ClientInfo, EmailAddress, Password, Timestamp, User, UserId, UserState, Username};
use crate::store::Read;
use crate::store::queries::credentials::{self, CountedUnder, Credentials};
use crate::store::queries::sign_ups;

/// What was typed, in the forms that are compared.
#[derive(Clone)]
pub(in crate::domain) struct Login {
    email: String,
    username: String,
}

impl Login {
    /// What somebody typed.
    pub(in crate::domain) fn of(text: &str) -> Self {
        let email = EmailAddress::parse(text).map(|address| address.normalized().to_owned());
        Self { email: email.unwrap_or_default(), username: Username::normalize(text.trim()) }
    }

    /// The compared form of the address; empty where what was typed is none.
    pub(in crate::domain) fn email(&self) -> &str {
        &self.email
    }
}

/// A person as found by what they typed, with the hashes their password may match.
pub(in crate::domain) struct Found {
    /// Wrong passwords are counted here.
    pub(in crate::domain) account: Account,
    /// Attempts are counted here: the same for address, username and every spelling of them.
    pub(in crate::domain) counted_as: String,
    /// The person, if there is one.
    pub(in crate::domain) user: Option<User>,
    password_hash: Option<String>,
    login: Login,
}

/// Looks for a person, by their address or their username.
///
/// # Errors
/// `RateLimited` while guessing at their password waits.
pub(in crate::domain) async fn find(app: &App, login: &Login) -> Result<Found, Error> {
    let (login, now) = (login.clone(), app.clock.now());
    app.store
        .look_up(move |tx| {
            let name = if login.email.is_empty() { &login.username } else { &login.email };
            let nobody = Account::of_nobody(Guess::Password, name);
            let counted = CountedUnder { person: Guess::Password.prefix(), nobody: nobody.key() };
            let found = if login.email.is_empty() {
                credentials::find_credentials_by_username(tx, name, counted)?
            } else {
                credentials::find_credentials_by_email(tx, name, counted)?
            };
            lockout::require_over(found.lockout.as_ref(), now)?;
            let (account, counted_as) = match &found.user {
                Some(user) => (Account::of(Guess::Password, user.id), user.id.to_string()),
                None => (nobody, name.clone()),
            };
            let Credentials { user, password_hash, .. } = found;
            Ok(Found { account, counted_as, user, password_hash, login: login.clone() })
        })
        .await
}

/// A person's credentials, to be compared with those that a password was checked against.
///
/// # Errors
/// `RateLimited` while guessing at their password waits.
pub(in crate::domain) fn find_now(
    tx: &mut dyn Read,
    user_id: UserId,
    now: Timestamp,
) -> Result<Credentials, Error> {
    let counted = CountedUnder { person: Guess::Password.prefix(), nobody: "" };
    let found = credentials::find_credentials(tx, user_id, counted)?;
    lockout::require_over(found.lockout.as_ref(), now)?;
    Ok(found)
}

/// What a password came to.
pub(in crate::domain) enum Checked {
    /// It is right, and its person may sign in.
    Right {
        /// Who.
        user: User,
        /// The hash that it matches.
        stored: String,
        /// Whether that hash was made with other parameters than are in force.
        rehash_wanted: bool,
    },
    /// It is wrong, or its person may not sign in.
    Refused {
        /// Who, if anybody.
        user: Option<User>,
        /// Why.
        refusal: Refusal,
    },
}

/// Why a person is not let in.
#[derive(Clone, Copy)]
pub(in crate::domain) enum Refusal {
    /// The password is wrong.
    WrongPassword,
    /// The account waits to be activated.
    NotActivated,
    /// An operator has shut the account.
    Suspended,
}

/// Checks the password: one hash when it is right, two whenever it is wrong, whoever exists.
pub(in crate::domain) async fn check_password(
    app: &App,
    found: Found,
    password: &Password,
) -> Result<Checked, Error> {
    let Found { user, password_hash, login, .. } = found;
    let refused = |user, refusal| Ok(Checked::Refused { user, refusal });
    let user = match (user, password_hash) {
        (Some(user), Some(stored)) => match app.hasher.verify(secret(password), &stored).await? {
            Verification::Match { rehash_wanted } => {
                return match user.state {
                    UserState::Active | UserState::Deleting => {
                        Ok(Checked::Right { user, stored, rehash_wanted })
                    }
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
    // Read only now: few passwords are wrong. A sign-up that was activated meanwhile is not found, and the next attempt is
    // let in.
    let now = app.clock.now();
    let waiting_hash = app
        .store
        .read(move |tx| {
            sign_ups::find_latest_password_hash(tx, &login.email, &login.username, now).map_err(Error::from)
        })
        .await?;
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
///
/// # Errors
/// `RateLimited` when guessing began to wait meanwhile.
pub(in crate::domain) async fn refuse(
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
