//! Sets an authenticator app up. It gates nothing until a code of it is accepted.

use super::code::open;
use crate::crypto::totp;
use crate::domain::accounts::password::{confirm_for, require_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::Deed;
use crate::domain::error::{Conflict, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Authenticator, Password, Principal, User};
use crate::store::queries::{authenticators, users};

/// What an authenticator app is told. Shown once.
#[derive(Clone)]
pub struct SetUp {
    /// The secret as a person types it (base32).
    pub secret: String,
    /// `otpauth://totp/…`
    pub otpauth_url: String,
    /// The same as a QR code, SVG.
    pub qr_svg: String,
}

/// Draws a secret for the caller's app, in place of one that was never enabled.
///
/// # Errors
/// `Forbidden` for a wrong password, `RateLimited` after too many; `Conflict` while a second factor is on.
pub async fn set_up(app: &App, principal: &Principal, password: Option<Password>) -> Result<SetUp, Error> {
    let stored = confirm_for(app, principal, Deed::TwoFactor, password.as_ref()).await?;
    let (caller, secret) = (principal.user_id(), totp::Authenticator::draw(&app.random));
    app.change(Actor::of(principal), move |change| {
        require_still_confirmed(change, caller, stored.as_deref())?;
        let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
        if user.two_factor {
            return Err(Conflict::TwoFactorOn.into());
        }
        put_in_place(change, &user, &secret)
    })
    .await
}

/// Keeps a secret for a person, in place of one that was never enabled. It gates nothing yet.
pub(super) fn put_in_place(
    change: &mut Change<'_>,
    user: &User,
    secret: &[u8; totp::SECRET_LENGTH],
) -> Result<SetUp, Error> {
    let id = change.id();
    let sealed_secret =
        change.app.vault.seal(change.chance.nonce(), &Authenticator::sealing_context(id), secret);
    let authenticator = Authenticator { id, user_id: user.id, sealed_secret, enabled_at: None, last_step: 0 };
    authenticators::insert_authenticator(change.tx, &authenticator, change.now)?;
    told(&open(change, &authenticator, user)?)
}

/// What an app is told.
///
/// # Errors
/// `Internal` for a secret that no app can be told.
pub(super) fn told(authenticator: &totp::Authenticator) -> Result<SetUp, Error> {
    let (Some(otpauth_url), Some(qr_svg)) = (authenticator.url(), authenticator.qr_svg()) else {
        return Err(Error::internal(std::fmt::Error));
    };
    Ok(SetUp { secret: authenticator.typed_secret(), otpauth_url, qr_svg })
}
