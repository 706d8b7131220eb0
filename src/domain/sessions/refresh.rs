//! Replaces a session's token by its successor.

use super::start::find_acting;
use super::token::{self, Bearer, GRACE};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::customs::Refresh;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{
    Action, ClientInfo, Letter, Membership, Session, SessionId, Target, Timestamp, User, UserState,
};
use crate::store::Read;
use crate::store::queries::{sessions, users};

/// What a presented token came to.
pub(super) enum Shown {
    /// The token in force: it may be replaced.
    InForce,
    /// The one before, within the grace time: its successor is answered again.
    JustReplaced,
    /// A spent one, while the grace time of a later one lasts: a straggler.
    Spent,
    /// A spent one after every grace time: somebody has a copy.
    Reused,
}

/// Replaces the presented token. A retry within 30 s gets the same successor; a spent token shown
/// later ends the session, since somebody has a copy, and its owner is told by mail.
///
/// A token whose own time is over can still be refreshed while its session lives: that is what the
/// session's longer life is for. Some dialects document otherwise: there a token can be refreshed while it lives
/// itself, and once replaced it is refused at once.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for a suspended person.
pub async fn refresh(app: &App, client: &ClientInfo, bearer: &str) -> Result<Bearer, Error> {
    let claims = token::verify_by_latest_keys(app, bearer).await?;
    let by_token = app.customs(client).refresh == Refresh::WhileTokenLives;
    if by_token && !claims.is_live(app.clock.now()) {
        return Err(Unauthenticated::SessionExpired.into());
    }
    let session = app
        .change(Actor::visitor(client), move |change| {
            let (user, mut session) = require_session(change, SessionId::new(claims.sid))?;
            match judge(&session, claims.generation, change.now) {
                Shown::InForce => {}
                Shown::JustReplaced if !by_token => return Ok(Some(session)),
                Shown::JustReplaced | Shown::Spent => return Ok(None),
                Shown::Reused => {
                    end_reused(change, &user, &session)?;
                    return Ok(None);
                }
            }
            let acting = match session.org_id {
                Some(org_id) => find_acting(change.tx, user.id, org_id)?,
                None => None,
            };
            replace(change, &mut session, acting.as_ref(), Action::SessionRefreshed)?;
            Ok(Some(session))
        })
        .await?;
    session.map(|session| token::sign(app, &session)).ok_or(Unauthenticated::NotSignedIn.into())
}

/// A live session and its person, who may sign in. Whoever signed in by it acts from here on.
pub(super) fn require_session(change: &mut Change<'_>, id: SessionId) -> Result<(User, Session), Error> {
    let (user, session) = find_live(change.app, change.tx, id, change.now)?;
    change.act_as(session.operator_id.unwrap_or(user.id));
    Ok((user, session))
}

/// A live session and its person, who may sign in.
pub(super) fn find_live(
    app: &App,
    tx: &mut dyn Read,
    id: SessionId,
    now: Timestamp,
) -> Result<(User, Session), Error> {
    let session = sessions::find_session(tx, id)?.ok_or(Unauthenticated::NotSignedIn)?;
    if session.ended_at.is_some() {
        return Err(Unauthenticated::NotSignedIn.into());
    }
    if !token::is_live(app, &session, now) {
        return Err(Unauthenticated::SessionExpired.into());
    }
    let user = users::find_user(tx, session.user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
    match user.state {
        UserState::Active | UserState::Pending => {}
        UserState::Suspended => return Err(Forbidden::Suspended.into()),
        UserState::Deleting => return Err(Unauthenticated::NotSignedIn.into()),
    }
    Ok((user, session))
}

/// Judges a token by its generation.
pub(super) fn judge(session: &Session, generation: i64, now: Timestamp) -> Shown {
    let behind = session.token.generation - generation;
    let is_recent = session.rotated_at.is_some_and(|rotated_at| now <= later(rotated_at, GRACE));
    match behind {
        0 => Shown::InForce,
        1 if is_recent => Shown::JustReplaced,
        _ if is_recent => Shown::Spent,
        _ => Shown::Reused,
    }
}

/// Ends a session whose spent token was shown again, and tells its person. This stands although the
/// caller is refused, so it is no `Err`.
fn end_reused(change: &mut Change<'_>, user: &User, session: &Session) -> Result<(), Error> {
    sessions::end_session(change.tx, session.id, change.now)?;
    change.record(Action::SessionTokenReused, Target::Session(session.id), session.org_id)?;
    let letter = Letter::SessionReused {
        person: user.called(),
        device: session.device.clone(),
        at: change.now,
        sign_in_link: change.sign_in_link(),
    };
    let expires_at = later(change.now, change.app.rules.lifetimes.session_idle);
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}

/// Puts the next token in force.
pub(super) fn replace(
    change: &mut Change<'_>,
    session: &mut Session,
    acting: Option<&Membership>,
    action: Action,
) -> Result<(), Error> {
    let replaced = session.token.generation;
    session.token = token::issue(change, replaced + 1, acting, session.expires_at);
    session.org_id = session.token.org_id;
    session.rotated_at = Some(change.now);
    if let Some(ip) = change.ip() {
        session.ip = ip.to_string();
    }
    if !sessions::update_token(change.tx, session, replaced)? {
        return Err(Unauthenticated::NotSignedIn.into());
    }
    change.record(action, Target::Session(session.id), session.org_id)?;
    Ok(())
}
