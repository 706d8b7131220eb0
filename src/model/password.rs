//! Passwords on their way to the hasher. Length is judged here, strength where the person is known.

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

use super::ValueError;

/// NIST SP 800-63B and OWASP ASVS: at least eight characters.
pub const MIN_CHARS: usize = 8;
/// More than any passphrase needs, few enough that hashing can't be made a burden.
const MAX_BYTES: usize = 1024;

/// A password as typed, in Unicode's NFKC form so that every keyboard spells it the same
/// (NIST SP 800-63B §5.1.1.2). Wiped from memory when dropped, never shown by `Debug`.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

/// Why a text can't be a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than eight characters.
    #[error("A password has at least {MIN_CHARS} characters.")]
    TooShort,
    /// More than 1,024 bytes.
    #[error("A password has at most {MAX_BYTES} bytes.")]
    TooLong,
}

impl ValueError for PasswordError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
        }
    }
}

impl Password {
    /// Takes a password that a person chooses.
    ///
    /// # Errors
    /// Refuses one that is too short or too long.
    pub fn choose(text: &str) -> Result<Self, PasswordError> {
        let password = Self::present(text)?;
        if password.0.chars().count() < MIN_CHARS { Err(PasswordError::TooShort) } else { Ok(password) }
    }

    /// Takes a password that a person presents to be checked against a stored one.
    ///
    /// # Errors
    /// Refuses one too long to have been chosen, before anything is hashed.
    pub fn present(text: &str) -> Result<Self, PasswordError> {
        if text.len() > MAX_BYTES {
            return Err(PasswordError::TooLong);
        }
        let normalized = Zeroizing::new(ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned());
        if normalized.len() > MAX_BYTES { Err(PasswordError::TooLong) } else { Ok(Self(normalized)) }
    }

    /// The secret itself, for the hasher and the strength check.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_counted_in_characters_below_and_in_bytes_above() {
        assert_eq!(Password::choose("äöüßäöü").unwrap_err(), PasswordError::TooShort);
        assert!(Password::choose("äöüßäöüß").is_ok());
        assert!(Password::choose(&"x".repeat(1024)).is_ok());
        assert_eq!(Password::present(&"x".repeat(1025)).unwrap_err(), PasswordError::TooLong);
    }

    #[test]
    fn two_keyboards_spell_one_password() {
        let composed = Password::present("caf\u{e9} noir").unwrap();
        let decomposed = Password::present("cafe\u{301} noir").unwrap();
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn debug_output_does_not_tell_it() {
        assert_eq!(format!("{:?}", Password::present("hunter2 hunter2").unwrap()), "Password(..)");
    }
}
