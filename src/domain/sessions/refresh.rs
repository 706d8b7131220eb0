//! Replaces a session's token by its successor.

use super::token::{self, Bearer, GRACE};
use crate::crypto::chance::Chance;
use crate::domain::app::App;
use crate::domain::audit::record::Actor;
use crate::domain::clock::later;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::letters::{Post, told_time};
use crate::domain::Error;
use crate::model::{
    Action, ClientInfo, Letter, Membership, Session, SessionId, Target, Timestamp, User, UserState,
};
use crate::store::Write;
use crate::store::queries::{memberships, sessions, users};

/// What a presented token came to.
pub(super) enum Shown {
    /// The token in force: it may be replaced.
    InForce,
    /// The one before, within the grace time: its successor is answered again.
    JustReplaced,
    /// A spent one. If its grace time was over, the session has been ended.
    Spent,
}

/// Replaces the presented token. A retry within 30 s gets the same successor; a spent token shown
/// later ends the session, since somebody has a copy, and its owner is told by mail.
///
/// A token whose own time is over can still be refreshed while its session lives: that is what the
/// session's longer life is for.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for a suspended person.
pub async fn refresh(app: &App, client: &ClientInfo, bearer: &str) -> Result<Bearer, Error> {
    let claims = token::verify(app, bearer)?;
    let (app_, client, moment) = (app.clone(), client.clone(), app.moment());
    let session = app
        .store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let (user, mut session) = require_session(app, tx, SessionId::new(claims.sid), now)?;
            match show(app, tx, &mut chance, now, &client, &user, &session, claims.generation)? {
                Shown::Spent => return Ok(None),
                Shown::JustReplaced => return Ok(Some(session)),
                Shown::InForce => {}
            }
            let acting = match session.org_id {
                Some(org_id) => memberships::find_membership(tx, user.id, org_id)?,
                None => None,
            };
            replace(app, tx, &mut chance, now, &client, &mut session, acting.as_ref(), Action::SessionRefreshed)?;
            Ok::<_, Error>(Some(session))
        })
        .await?;
    session.map(|session| token::sign(app, &session)).ok_or(Unauthenticated::NotSignedIn.into())
}

/// A live session and its person, who may sign in.
pub(super) fn require_session(
    app: &App,
    tx: &mut dyn Write,
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
    if user.state == UserState::Suspended {
        return Err(Forbidden::Suspended.into());
    }
    Ok((user, session))
}

/// Judges a token by its generation. Ending the session for a reused one stands, so it is no `Err`.
#[expect(clippy::too_many_arguments, reason = "the parts of one transaction, passed on as they are")]
pub(super) fn show(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    user: &User,
    session: &Session,
    generation: i64,
) -> Result<Shown, Error> {
    let behind = session.token.generation - generation;
    if behind == 0 {
        return Ok(Shown::InForce);
    }
    let is_recent = session.rotated_at.is_some_and(|rotated_at| now <= later(rotated_at, GRACE));
    if is_recent {
        return Ok(if behind == 1 { Shown::JustReplaced } else { Shown::Spent });
    }
    sessions::end_session(tx, session.id, now)?;
    let actor = Actor::shown_to_be(user.id, client);
    actor.record(tx, chance, now, Action::SessionTokenReused, Target::Session(session.id), session.org_id)?;
    let post = Post::of(app);
    let letter = Letter::SessionReused {
        person: user.name.full(),
        device: session.device.clone(),
        at: told_time(now),
        sign_in_link: post.sign_in_link(),
    };
    post.enqueue(tx, chance, &user.email.address, &letter, now, later(now, app.rules.lifetimes.session_idle))?;
    Ok(Shown::Spent)
}

/// Puts the next token in force.
#[expect(clippy::too_many_arguments, reason = "the parts of one transaction, passed on as they are")]
pub(super) fn replace(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    session: &mut Session,
    acting: Option<&Membership>,
    action: Action,
) -> Result<(), Error> {
    let replaced = session.token.generation;
    session.token = token::issue(app, chance, now, replaced + 1, acting);
    session.org_id = session.token.org_id;
    session.rotated_at = Some(now);
    session.ip = client.ip.to_string();
    if !sessions::update_token(tx, session, replaced)? {
        return Err(Unauthenticated::NotSignedIn.into());
    }
    let actor = Actor::shown_to_be(session.user_id, client);
    actor.record(tx, chance, now, action, Target::Session(session.id), session.org_id)?;
    Ok(())
}
