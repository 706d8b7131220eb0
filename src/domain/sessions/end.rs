//! Ends sessions: one, all, or all others. Their tokens are refused from the next request on.

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Principal, SessionId, Target, UserId};
use crate::store::StoreError;
use crate::store::queries::sessions;

/// Which session is spared when all end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The one the caller calls by.
    Current,
    /// None.
    None,
}

/// Ends one of the caller's sessions, perhaps the one they call by.
///
/// # Errors
/// `NotFound` for a session that is not theirs or ended before.
pub async fn end(app: &App, principal: &Principal, id: SessionId) -> Result<(), Error> {
    policy::require_session(principal)?;
    end_one(app, principal, id).await
}

async fn end_one(app: &App, principal: &Principal, id: SessionId) -> Result<(), Error> {
    let caller = principal.user_id();
    app.change(Actor::of(principal), move |change| {
        let session = sessions::find_session(change.tx, id)?
            .filter(|session| session.user_id == caller)
            .ok_or(Missing::Session)?;
        if !sessions::end_session(change.tx, id, change.now)? {
            return Err(Missing::Session.into());
        }
        Ok(change.record(Action::SessionEnded, Target::Session(id), session.org_id)?)
    })
    .await
}

/// Ends the session that the caller calls by, an operator's as a person too.
///
/// # Errors
/// `Unauthenticated` for a session that has ended since it was looked at; when the database does not answer.
pub async fn end_current(app: &App, principal: &Principal) -> Result<(), Error> {
    end_one(app, principal, policy::require_any_session(principal)?.id).await
}

/// Ends all of the caller's sessions, sparing what `keep` says.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all(app: &App, principal: &Principal, keep: Keep) -> Result<(), Error> {
    let caller = principal.user_id();
    let current = policy::require_session(principal)?.id;
    let kept = match keep {
        Keep::Current => Some(current),
        Keep::None => None,
    };
    app.change(Actor::of(principal), move |change| Ok(end_sessions(change, caller, kept)?)).await
}

/// Ends the sessions that operators started as a person: they take their leave back.
pub(in crate::domain) fn end_support_sessions(
    change: &mut Change<'_>,
    user_id: UserId,
) -> Result<(), StoreError> {
    for id in sessions::end_support_sessions(change.tx, user_id, change.now)? {
        change.record(Action::SessionEnded, Target::Session(id), None)?;
    }
    Ok(())
}

/// Ends all of a person's sessions but `kept`, and those that they started as an operator.
pub(in crate::domain) fn end_sessions(
    change: &mut Change<'_>,
    user_id: UserId,
    kept: Option<SessionId>,
) -> Result<(), StoreError> {
    for id in sessions::end_sessions(change.tx, user_id, kept, change.now)? {
        change.record(Action::SessionEnded, Target::Session(id), None)?;
    }
    Ok(())
}
