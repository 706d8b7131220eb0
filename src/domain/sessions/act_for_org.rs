//! Lets a session act for another org of its person.

use super::refresh::{Shown, find_live, judge, replace, require_session};
use super::start::find_acting;
use super::token::{self, Bearer};
use crate::crypto::tokens::session::SessionClaims;
use crate::domain::actor::Actor;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, OrgId, SessionId};

/// Refuses whoever could act for no org by this bearer, and changes nothing. Callers are judged before what they ask
/// for: by the time the body is read, somebody is known to have a session.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for a suspended person and for an API key.
pub async fn require_replaceable(app: &App, bearer: &str) -> Result<(), Error> {
    let claims = verify_live(app, bearer).await?;
    let (reader, now) = (app.clone(), app.clock.now());
    app.store
        .read(move |tx| {
            let (_, session) = find_live(&reader, tx, SessionId::new(claims.sid), now)?;
            match judge(&session, claims.generation, now) {
                Shown::InForce | Shown::JustReplaced => Ok(()),
                Shown::Spent | Shown::Reused => Err(Unauthenticated::NotSignedIn.into()),
            }
        })
        .await
}

/// What a bearer claims whose own time is not over.
async fn verify_live(app: &App, bearer: &str) -> Result<SessionClaims, Error> {
    let claims = token::verify_by_latest_keys(app, bearer).await?;
    if claims.is_live(app.clock.now()) { Ok(claims) } else { Err(Unauthenticated::SessionExpired.into()) }
}

/// Acts for `org_id` from now on, with a new token. Replaces the old one as refreshing does.
///
/// # Errors
/// `NotFound` for an org the person does not belong to, or waits to join; else as for refreshing.
pub async fn act_for_org(
    app: &App,
    client: &ClientInfo,
    bearer: &str,
    org_id: OrgId,
) -> Result<Bearer, Error> {
    let claims = verify_live(app, bearer).await?;
    let session = app
        .change(Actor::visitor(client), move |change| {
            let (user, mut session) = require_session(change, SessionId::new(claims.sid))?;
            match judge(&session, claims.generation, change.now) {
                Shown::InForce => {}
                Shown::JustReplaced if session.token.org_id == Some(org_id) => return Ok(Some(session)),
                // Only refreshing judges a copy: here a spent token is refused, and no more.
                Shown::JustReplaced | Shown::Spent | Shown::Reused => return Ok(None),
            }
            let acting = find_acting(change.tx, user.id, org_id)?.ok_or(Missing::Org)?;
            replace(change, &mut session, Some(&acting), Action::SessionOrgChanged)?;
            Ok(Some(session))
        })
        .await?;
    session.map(|session| token::sign(app, &session)).ok_or(Unauthenticated::NotSignedIn.into())
}
