//! Lets a session act for another org of its person.

use super::refresh::{Shown, replace, require_session, show};
use super::sign_in::find_acting;
use super::token::{self, Bearer};
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, OrgId, SessionId};

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
    let claims = token::verify(app, bearer)?;
    let (app_, client, moment) = (app.clone(), client.clone(), app.moment());
    if !claims.is_live(moment.now) {
        return Err(Unauthenticated::SessionExpired.into());
    }
    let session = app
        .store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let (user, mut session) = require_session(app, tx, SessionId::new(claims.sid), now)?;
            match show(app, tx, &mut chance, now, &client, &user, &session, claims.generation)? {
                Shown::InForce => {}
                Shown::JustReplaced if session.token.org_id == Some(org_id) => return Ok(Some(session)),
                Shown::JustReplaced | Shown::Spent => return Ok(None),
            }
            let acting = find_acting(tx, user.id, org_id)?.ok_or(Missing::Org)?;
            replace(app, tx, &mut chance, now, &client, &mut session, Some(&acting), Action::SessionOrgChanged)?;
            Ok::<_, Error>(Some(session))
        })
        .await?;
    session.map(|session| token::sign(app, &session)).ok_or(Unauthenticated::NotSignedIn.into())
}
