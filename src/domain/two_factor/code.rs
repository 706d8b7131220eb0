//! Checking a second factor, and making the codes that stand in for a lost one.

use crate::crypto::digest::Digest;
use crate::crypto::totp;
use crate::domain::Error;
use crate::domain::accounts::security_notice;
use crate::domain::change::Change;
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::passkeys::{self, PasskeyAnswer};
use crate::model::letter::SecurityEvent;
use crate::model::{Authenticator, ClientInfo, User, UserId};
use crate::store::StoreError;
use crate::store::queries::{authenticators, recovery_codes};

/// As many recovery codes as a person gets.
const RECOVERY_CODES: usize = 10;

/// What a person shows beside their password.
#[derive(Clone, Debug)]
pub enum SecondFactor {
    /// A code of the authenticator app.
    Code(String),
    /// One of the recovery codes.
    RecoveryCode(String),
    /// The answer of a passkey.
    Passkey(PasskeyAnswer),
}

/// Checks a second factor of a person who has one, and uses it up. `false` for a wrong one, which is
/// counted: the caller must let the change stand, and refuse afterwards.
///
/// # Errors
/// `RateLimited` while codes are not looked at.
pub(in crate::domain) fn check(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user: &User,
    factor: &SecondFactor,
) -> Result<bool, Error> {
    let account = Account::of(Guess::Code, user.id);
    lockout::require_open(change.tx, &account, change.now)?;
    let is_right = match factor {
        SecondFactor::Code(code) => use_code(change, user, code)?,
        SecondFactor::RecoveryCode(code) => {
            let digest = digest_of(code);
            let spent =
                recovery_codes::spend_recovery_code(change.tx, user.id, digest.as_bytes(), change.now)?;
            if spent {
                security_notice::write(change, user, SecurityEvent::RecoveryCodeUsed, Some(client))?;
            }
            spent
        }
        SecondFactor::Passkey(answer) => passkeys::judge(change, Some(user.id.uuid()), answer)?.is_some(),
    };
    if is_right {
        lockout::forget(change, &account)?;
    } else {
        lockout::count_wrong(change, &account)?;
    }
    Ok(is_right)
}

fn use_code(change: &mut Change<'_>, user: &User, code: &str) -> Result<bool, Error> {
    let Some(authenticator) = authenticators::find_enabled_authenticator(change.tx, user.id)? else {
        return Ok(false);
    };
    match open(change, &authenticator, user)?.step_of(code, change.now) {
        Some(step) => Ok(authenticators::use_step(change.tx, authenticator.id, step)?),
        None => Ok(false),
    }
}

/// The authenticator as it makes and checks codes.
///
/// # Errors
/// `Internal` when its secret can't be opened.
pub(super) fn open(
    change: &Change<'_>,
    authenticator: &Authenticator,
    user: &User,
) -> Result<totp::Authenticator, Error> {
    let context = Authenticator::sealing_context(authenticator.id);
    let secret = change.app.vault.open(&context, &authenticator.sealed_secret).map_err(Error::internal)?;
    let account = user.email.address.as_str();
    totp::Authenticator::new(&secret, &change.app.rules.product, account)
        .ok_or_else(|| Error::internal(std::fmt::Error))
}

/// Makes recovery codes in place of all before. Only their digests are stored.
pub(super) fn make_recovery_codes(
    change: &mut Change<'_>,
    user_id: UserId,
) -> Result<Vec<String>, StoreError> {
    recovery_codes::delete_recovery_codes(change.tx, user_id)?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| change.chance.readable_code()).collect();
    for code in &codes {
        recovery_codes::insert_recovery_code(change.tx, user_id, digest_of(code).as_bytes())?;
    }
    Ok(codes)
}

/// The digest of a code, however it was typed.
pub(super) fn digest_of(code: &str) -> Digest {
    let typed: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Digest::of(typed.to_ascii_lowercase().as_bytes())
}
