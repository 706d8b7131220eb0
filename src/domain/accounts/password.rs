//! Choosing a password: is it strong enough, and what is stored of it.

use zeroize::Zeroizing;

use crate::crypto::passwords::strength::{Strength, assess};
use crate::domain::{App, Error};
use crate::model::Password;

/// The stable word for a password that is too easily guessed.
pub const TOO_WEAK: &str = "password_too_weak";

/// Hashes a password that a person chose, unless it is easily guessed by somebody who knows
/// `about_them`: their address, their names, their org.
///
/// # Errors
/// `Invalid` with advice; `Unavailable` while too many passwords wait to be hashed.
pub async fn hash_chosen(app: &App, password: &Password, about_them: &[&str]) -> Result<String, Error> {
    if let Strength::Weak { advice } = assess(password.expose(), about_them) {
        return Err(Error::invalid("password", TOO_WEAK, advice));
    }
    let secret = Zeroizing::new(password.expose().as_bytes().to_vec());
    Ok(app.hasher.hash(secret, app.random.bytes()).await?.into_string())
}
