//! The username and the password of somebody who signs up: chosen by them, or made for them.

use zeroize::Zeroizing;

use super::password::{self, Chooser, PASSWORD_IS_USERNAME};
use super::sign_up::SignUpInput;
use crate::domain::customs::Customs;
use crate::domain::error::InvalidField;
use crate::domain::{App, Error};
use crate::model::username::UsernameError;
use crate::model::{ClientInfo, Password, Username, ValueError as _};

/// 80 bits: out of reach even for whoever has stolen the hash.
const PASSWORD_CHARACTERS: usize = 16;

/// 30 bits behind the person's name: enough to be free.
const USERNAME_CHARACTERS: usize = 6;

/// Something that a person chooses, or leaves to the service.
#[derive(Clone, Debug)]
pub enum Choice<T> {
    /// They chose this.
    Chosen(T),
    /// The service makes it, and tells it in the letter.
    Generated,
}

impl<T> Choice<T> {
    /// What they chose, if they did.
    pub fn chosen(&self) -> Option<&T> {
        match self {
            Self::Chosen(value) => Some(value),
            Self::Generated => None,
        }
    }
}

/// What came of both choices.
#[derive(Clone)]
pub(super) struct Settled {
    pub(super) username: Option<Username>,
    pub(super) username_generated: bool,
    pub(super) password_hash: String,
    /// The password, where the service made it.
    pub(super) generated_password: Option<Zeroizing<String>>,
}

/// Judges what was chosen, makes what was not, and hashes the password.
///
/// # Errors
/// `Invalid` with all that can't be; `Unavailable` while too many passwords wait to be hashed.
pub(super) async fn settle(app: &App, client: &ClientInfo, input: &SignUpInput) -> Result<Settled, Error> {
    let faults = judge(app.customs(client), input);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let (username, username_generated) = match &input.username {
        None => (None, false),
        Some(Choice::Chosen(username)) => (Some(username.clone()), false),
        Some(Choice::Generated) => {
            let drawn = app.random.text(USERNAME_CHARACTERS);
            (Some(Username::generated(&input.name, &drawn)), true)
        }
    };
    let (password_hash, generated_password) = match &input.password {
        Choice::Chosen(password) => (password::hash(app, password).await?, None),
        Choice::Generated => {
            let generated = Zeroizing::new(app.random.text(PASSWORD_CHARACTERS));
            let password = Password::present(&generated).map_err(Error::internal)?;
            (password::hash(app, &password).await?, Some(generated))
        }
    };
    Ok(Settled { username, username_generated, password_hash, generated_password })
}

/// Everything that speaks against what was chosen.
fn judge(customs: &Customs, input: &SignUpInput) -> Vec<InvalidField> {
    let username = input.username.as_ref().and_then(Choice::chosen);
    let mut faults = Vec::new();
    faults.extend(username.and_then(|username| judge_username(customs, username)));
    if let Some(password) = input.password.chosen() {
        if username.is_some_and(|username| password::is_username(password, username)) {
            faults.push(username_is_password());
        }
        let chooser = Chooser { username, hints: hints(input) };
        faults.extend(password::judge(customs, "password", password, &chooser));
    }
    faults
}

/// Why a person can't choose this username through the face they choose it through, if they can't.
pub(super) fn judge_username(customs: &Customs, username: &Username) -> Option<InvalidField> {
    let least = customs.username_characters;
    if username.as_str().chars().count() >= least {
        return None;
    }
    let detail = format!("A username has at least {least} characters.");
    Some(InvalidField::new("username", UsernameError::TooShort.code(), detail))
}

/// Refuses a username that is the password.
pub(super) fn username_is_password() -> InvalidField {
    InvalidField::new("username", PASSWORD_IS_USERNAME, "A username can't be the password.")
}

/// What somebody who guesses the password would try first.
fn hints(input: &SignUpInput) -> Vec<&str> {
    let mut hints = vec![input.email.as_str(), input.name.first(), input.name.last()];
    hints.extend(input.username.as_ref().and_then(Choice::chosen).map(Username::as_str));
    hints.extend(input.org.as_ref().map(|org| org.name.as_str()));
    hints
}
