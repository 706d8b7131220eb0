//! Tells who calls, from the session token or API key they show.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use uuid::Uuid;

use super::token;
use crate::crypto::digest::Digest;
use crate::crypto::tokens::api_key;
use crate::domain::api_keys;
use crate::domain::clock::later;
use crate::domain::error::Unauthenticated;
use crate::domain::session_cache::Entry;
use crate::domain::{App, Error, policy};
use crate::model::principal::{Credential, Identity};
use crate::model::{ClientInfo, Membership, Principal, Session, SessionId, Timestamp, User};
use crate::store::queries::{memberships, sessions, users};

/// How exact the time of a session's last use is.
const TOUCH_EVERY: Duration = Duration::from_mins(5);

/// Tells who calls. A token seen lately is answered from memory, without leaving the async thread.
///
/// # Errors
/// `Unauthenticated` for a token or key that is not ours, is spent or expired, or whose session ended;
/// `Forbidden` for a suspended person, and for a key that may not be used from the caller's address.
pub async fn authenticate(app: &App, bearer: &str, client: ClientInfo) -> Result<Principal, Error> {
    if api_key::is_meant(bearer) {
        return api_keys::authenticate::authenticate(app, bearer, client).await;
    }
    let digest = Digest::of(bearer.as_bytes());
    let now = app.clock.now();
    if let Some(entry) = app.session_cache.find(&digest)
        && let Some(session) = entry.identity.session()
    {
        if now >= entry.dead_at {
            return Err(Unauthenticated::SessionExpired.into());
        }
        touch_if_due(app, &entry, session, now, &client);
        return Ok(Principal { identity: Arc::clone(&entry.identity), client });
    }
    let claims = token::verify_by_latest_keys(app, bearer).await?;
    if !claims.is_live(now) {
        return Err(Unauthenticated::SessionExpired.into());
    }
    let read_began = app.session_cache.begin_read();
    let (user, session, membership) = load(app, SessionId::new(claims.sid), claims.generation, now).await?;
    let idle_at = later(session.last_used_at, app.rules.lifetimes.session_idle);
    let dead_at = claims.exp.min(session.expires_at).min(idle_at);
    let identity = Arc::new(Identity { user, credential: Credential::Session(session), membership });
    let entry = app.session_cache.keep(digest, Arc::clone(&identity), dead_at, read_began);
    if let Some(session) = identity.session() {
        touch_if_due(app, &entry, session, now, &client);
    }
    Ok(Principal { identity, client })
}

async fn load(
    app: &App,
    id: SessionId,
    generation: i64,
    now: Timestamp,
) -> Result<(User, Session, Option<Membership>), Error> {
    let (user, session, membership) = app
        .store
        .read(move |tx| {
            let session = sessions::find_session(tx, id)?.ok_or(Unauthenticated::NotSignedIn)?;
            let user = users::find_user(tx, session.user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
            let membership = match session.org_id {
                Some(org_id) => memberships::find_membership(tx, user.id, org_id)?,
                None => None,
            };
            Ok::<_, Error>((user, session, membership))
        })
        .await?;
    require_usable(app, &session, generation, now)?;
    policy::require_active(&user)?;
    Ok((user, session, membership))
}

/// The id of a token of ours that is good by itself, whatever became of its session.
///
/// # Errors
/// `Unauthenticated` for a token that is not ours, or whose time is over.
pub(in crate::domain) fn token_id(app: &App, bearer: &str) -> Result<Uuid, Error> {
    let claims = token::verify(app, bearer)?;
    if claims.is_live(app.clock.now()) { Ok(claims.jti) } else { Err(Unauthenticated::SessionExpired.into()) }
}

/// A spent token is nobody's, whatever it says; only refreshing may still show one.
fn require_usable(app: &App, session: &Session, generation: i64, now: Timestamp) -> Result<(), Error> {
    if session.token.generation != generation || session.ended_at.is_some() {
        return Err(Unauthenticated::NotSignedIn.into());
    }
    if token::is_live(app, session, now) { Ok(()) } else { Err(Unauthenticated::SessionExpired.into()) }
}

/// Writes down that a session was used, if that is due, beside the request: nobody waits for it.
fn touch_if_due(app: &App, entry: &Arc<Entry>, session: &Session, now: Timestamp, client: &ClientInfo) {
    let is_due = now >= later(session.last_used_at, TOUCH_EVERY);
    if !is_due || entry.is_being_touched.swap(true, Ordering::Relaxed) {
        return;
    }
    let (app, entry, id, ip) = (app.clone(), Arc::clone(entry), session.id, client.ip.to_string());
    tokio::spawn(async move {
        let written = app
            .store
            .write(move |tx| sessions::update_last_used(tx, id, now, &ip).map_err(Error::from))
            .await;
        if let Err(error) = written {
            entry.is_being_touched.store(false, Ordering::Relaxed);
            tracing::debug!(%error, "A session's last use was not written down; the next request tries again.");
        }
    });
}
