//! Passwords of accounts: is one strong enough, what is stored of it, does one confirm a caller.

use zeroize::Zeroizing;

use crate::crypto::passwords::hasher::Verification;
use crate::crypto::passwords::strength::{Strength, assess};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::{Customs, Deed, PasswordRule};
use crate::domain::error::{Forbidden, InvalidField};
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::sessions::credentials::find_now;
use crate::domain::{App, Error, policy};
use crate::model::password::{MIN_CHARS, PasswordError};
use crate::model::{Password, Principal, User, UserId, Username, ValueError as _};

/// The stable word for a password that is too easily guessed.
pub const TOO_WEAK: &str = "password_too_weak";

/// The stable word for a password that lacks one of the four kinds of characters.
const WITHOUT_KINDS: &str = "password_without_kinds";

/// The stable word for a password that is the username, and for a username that is the password.
pub const PASSWORD_IS_USERNAME: &str = "password_is_username";

/// The bytes of a password, for the hasher.
pub(in crate::domain) fn secret(password: &Password) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(password.expose().as_bytes().to_vec())
}

/// What is stored of a password.
///
/// # Errors
/// `Unavailable` while too many passwords wait to be hashed.
pub(in crate::domain) async fn hash(app: &App, password: &Password) -> Result<String, Error> {
    Ok(app.hasher.hash(secret(password), app.random.bytes()).await?.into_string())
}

/// What is known of whoever chooses a password.
#[derive(Default)]
pub(in crate::domain) struct Chooser<'a> {
    /// Their username: no password.
    pub(in crate::domain) username: Option<&'a Username>,
    /// What somebody who knows them would try first: their address, their names, their org.
    pub(in crate::domain) hints: Vec<&'a str>,
}

impl<'a> Chooser<'a> {
    /// A person.
    pub(in crate::domain) fn of(user: &'a User) -> Self {
        let mut hints = vec![user.email.address.as_str(), user.name.first(), user.name.last()];
        hints.extend(user.username.as_ref().map(Username::as_str));
        Self { username: user.username.as_ref(), hints }
    }
}

/// Hashes a password that a person chose, unless it breaks a rule of the face they chose it through: natively that it
/// is not easily guessed by somebody who knows them. `field` names the input in a refusal.
///
/// # Errors
/// `Invalid` with advice; `Unavailable` while too many passwords wait to be hashed.
pub(in crate::domain) async fn hash_chosen(
    app: &App,
    customs: &Customs,
    field: &str,
    password: &Password,
    chooser: &Chooser<'_>,
) -> Result<String, Error> {
    match judge(customs, field, password, chooser) {
        Some(fault) => Err(Error::Invalid(vec![fault])),
        None => hash(app, password).await,
    }
}

/// Why a person can't choose this password, if they can't.
pub(in crate::domain) fn judge(
    customs: &Customs,
    field: &str,
    password: &Password,
    chooser: &Chooser<'_>,
) -> Option<InvalidField> {
    if chooser.username.is_some_and(|username| is_username(password, username)) {
        let detail = "A password can't be the username.";
        return Some(InvalidField::new(field, PASSWORD_IS_USERNAME, detail));
    }
    customs.password.iter().find_map(|rule| judge_by(*rule, field, password, chooser))
}

/// Whether a password is the username, in any spelling of it.
pub(in crate::domain) fn is_username(password: &Password, username: &Username) -> bool {
    Username::normalize(password.expose()) == username.normalized()
}

fn judge_by(
    rule: PasswordRule,
    field: &str,
    password: &Password,
    chooser: &Chooser<'_>,
) -> Option<InvalidField> {
    match rule {
        PasswordRule::Strength => judge_length(MIN_CHARS, field, password).or_else(|| {
            match assess(password.expose(), &chooser.hints) {
                Strength::Strong => None,
                Strength::Weak { advice } => Some(InvalidField::new(field, TOO_WEAK, advice)),
            }
        }),
        PasswordRule::Characters(least) => judge_length(least, field, password),
        PasswordRule::FourKinds if has_four_kinds(password.expose()) => None,
        PasswordRule::FourKinds => {
            let detail =
                "A password has a lower-case and an upper-case letter, a digit and a special character.";
            Some(InvalidField::new(field, WITHOUT_KINDS, detail))
        }
    }
}

fn judge_length(least: usize, field: &str, password: &Password) -> Option<InvalidField> {
    if password.expose().chars().count() >= least {
        return None;
    }
    let detail = format!("A password has at least {least} characters.");
    Some(InvalidField::new(field, PasswordError::TooShort.code(), detail))
}

fn has_four_kinds(password: &str) -> bool {
    password.chars().any(char::is_lowercase)
        && password.chars().any(char::is_uppercase)
        && password.chars().any(char::is_numeric)
        && password.chars().any(|c| !c.is_alphanumeric())
}

/// Checks the password where one is given. Where none is, whether `deed` takes none through the face that is called.
/// Answers as [`confirm`] does, `None` without a password.
///
/// # Errors
/// As [`confirm`]; `Forbidden` where the deed takes a password.
pub(in crate::domain) async fn confirm_for(
    app: &App,
    principal: &Principal,
    deed: Deed,
    password: Option<&Password>,
) -> Result<Option<String>, Error> {
    policy::require_session(principal)?;
    match password {
        Some(password) => confirm(app, principal, password).await.map(Some),
        None if app.customs(&principal.client).lets(deed) => Ok(None),
        None => Err(Forbidden::PasswordRequired.into()),
    }
}

/// Checks that a caller knows their password, before something that a stolen session must not do.
/// Answers the stored hash, for the change to check that it is still the same.
///
/// # Errors
/// `Forbidden` without a session, and for a wrong one, which counts as a wrong guess; `RateLimited` after too many of them.
pub(in crate::domain) async fn confirm(
    app: &App,
    principal: &Principal,
    password: &Password,
) -> Result<String, Error> {
    let (user_id, now) = (policy::require_session(principal)?.user_id, app.clock.now());
    let account = Account::of(Guess::Password, user_id);
    let stored = app.store.look_up(move |tx| find_now(tx, user_id, now)).await?.password_hash;
    let is_right = match &stored {
        Some(stored) => app.hasher.verify(secret(password), stored).await? != Verification::Mismatch,
        None => false,
    };
    // Right or wrong, guesses made at the same time come through here one after the other: no more of them
    // count than are allowed.
    app.change(Actor::of(principal), move |change| {
        lockout::require_open(change.tx, &account, change.now)?;
        if !is_right {
            lockout::count_wrong(change, &account)?;
        }
        Ok(())
    })
    .await?;
    stored.filter(|_| is_right).ok_or(Forbidden::WrongPassword.into())
}

/// Whether the hash that [`confirm`] answered is still the one in force. Then the wrong guesses are
/// forgotten: the caller has shown who they are.
///
/// # Errors
/// `RateLimited` after too many wrong guesses made meanwhile.
pub(in crate::domain) fn is_still_confirmed(
    change: &mut Change<'_>,
    user_id: UserId,
    stored: &str,
) -> Result<bool, Error> {
    let found = find_now(change.tx, user_id, change.now)?;
    let is_same = found.password_hash.as_deref() == Some(stored);
    if is_same && found.lockout.is_some() {
        lockout::forget(change, &Account::of(Guess::Password, user_id))?;
    }
    Ok(is_same)
}

/// Refuses where the hash that [`confirm_for`] answered is not in force any more: the password was changed
/// meanwhile.
///
/// # Errors
/// `Forbidden`; `RateLimited` as [`is_still_confirmed`].
pub(in crate::domain) fn require_still_confirmed(
    change: &mut Change<'_>,
    user_id: UserId,
    stored: Option<&str>,
) -> Result<(), Error> {
    match stored {
        Some(stored) if !is_still_confirmed(change, user_id, stored)? => Err(Forbidden::WrongPassword.into()),
        _ => Ok(()),
    }
}
