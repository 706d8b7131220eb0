//! Session tokens: what is written into them, and how one replaces another.
//!
//! A replaced token is *spent*. Within a grace time a client that never got the answer may show it
//! again and gets the very same successor, signed anew from the row. Shown later, somebody has a copy,
//! and the session ends.

use std::time::Duration;

use crate::crypto::tokens::api_key;
use crate::crypto::tokens::session::{self as tokens, SessionClaims, TokenError};
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::customs::TokenLife;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::machine::signing_keys;
use crate::domain::{App, Error};
use crate::model::{IssuedToken, Membership, OrgId, Session, Timestamp};

/// How long a spent token still gets its successor again: a lost answer, a second tab.
pub(super) const GRACE: Duration = Duration::from_secs(30);

/// A token and until when it is good.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// The token. A secret.
    pub token: String,
    /// Until when it is good by itself.
    pub expires_at: Timestamp,
}

/// What the next token of a session says. Whoever checks tokens by themselves goes by the role in it, so
/// there is none while the org asks for a second factor that the person does not have.
pub(super) fn issue(
    change: &mut Change<'_>,
    generation: i64,
    acting: Option<&Membership>,
    session_expires_at: Timestamp,
) -> IssuedToken {
    let expires_at = match change.customs().token {
        TokenLife::Setting => later(change.now, change.app.rules.lifetimes.token),
        TokenLife::Fixed(lifetime) => later(change.now, lifetime),
        TokenLife::Session => session_expires_at,
    };
    IssuedToken {
        generation,
        id: change.chance.uuid(),
        key_id: change.app.keys.ring().current().public().kid().to_owned(),
        org_id: acting.map(|membership| membership.org.id),
        role: acting.filter(|membership| !membership.lacks_two_factor()).map(|membership| membership.role),
        issued_at: change.now,
        // Whoever checks tokens by themselves must not take one for good whose session is over.
        expires_at: expires_at.min(session_expires_at),
    }
}

/// Signs the token in force of a session. The same row gives the same token, also when another key signs by now; only
/// if that of the row is held no more, the current one signs.
pub(super) fn sign(app: &App, session: &Session) -> Bearer {
    let token = &session.token;
    let claims = SessionClaims {
        iss: app.rules.public_url.clone(),
        sub: session.user_id.uuid(),
        sid: session.id.uuid(),
        generation: token.generation,
        org: token.org_id.map(OrgId::uuid),
        role: token.role.map(|role| role.as_str().to_owned()),
        iat: token.issued_at,
        nbf: token.issued_at,
        exp: token.expires_at,
        jti: token.id,
    };
    let keys = app.keys.ring();
    let key = keys.find_signing(&token.key_id).unwrap_or(keys.current());
    Bearer { token: tokens::sign(key, &claims), expires_at: token.expires_at }
}

/// What a presented token claims, if we signed it. Says nothing of its times or its session.
///
/// # Errors
/// `Unauthenticated` for any other text, `Forbidden` for one that has the form of an API key.
pub(super) fn verify(app: &App, token: &str) -> Result<SessionClaims, Error> {
    refuse_api_key(token)?;
    read(app, token).map_err(|_| Unauthenticated::NotSignedIn.into())
}

/// As [`verify`], but a key that is not known here may be one that another process has just put in force.
pub(super) async fn verify_by_latest_keys(app: &App, token: &str) -> Result<SessionClaims, Error> {
    refuse_api_key(token)?;
    let claims = match read(app, token) {
        Err(TokenError::UnknownKey) if app.keys.may_be_read_again(app.clock.now()) => {
            signing_keys::reload(app).await?;
            read(app, token)
        }
        claims => claims,
    };
    claims.map_err(|_| Unauthenticated::NotSignedIn.into())
}

fn read(app: &App, token: &str) -> Result<SessionClaims, TokenError> {
    tokens::verify(&app.keys.ring(), token, &app.rules.public_url)
}

fn refuse_api_key(token: &str) -> Result<(), Error> {
    if api_key::digest_of_presented(token).is_some() {
        return Err(Forbidden::SessionRequired.into());
    }
    Ok(())
}

/// Whether a session can still be used at `now`.
pub(super) fn is_live(app: &App, session: &Session, now: Timestamp) -> bool {
    session.ended_at.is_none()
        && now < session.expires_at
        && now < later(session.last_used_at, app.rules.lifetimes.session_idle)
}
