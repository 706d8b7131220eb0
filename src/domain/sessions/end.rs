//! Ends sessions: one, all, or all others. Their tokens are refused from the next request on.

use crate::domain::audit::record::Actor;
use crate::domain::error::Missing;
use crate::domain::{App, Error};
use crate::model::{Action, Principal, SessionId, Target};
use crate::store::queries::sessions;

/// Ends one of the caller's sessions, perhaps the one they call by.
///
/// # Errors
/// `NotFound` for a session that is not theirs or ended before.
pub async fn end(app: &App, principal: &Principal, id: SessionId) -> Result<(), Error> {
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let session = sessions::find_session(tx, id)?
                .filter(|session| session.user_id == principal.user_id())
                .ok_or(Missing::Session)?;
            if !sessions::end_session(tx, id, moment.now)? {
                return Err(Missing::Session.into());
            }
            let target = Target::Session(id);
            Actor::of(&principal)
                .record(tx, &mut moment.chance(), moment.now, Action::SessionEnded, target, session.org_id)
                .map_err(Error::from)
        })
        .await
}

/// Ends all of the caller's sessions, sparing what `keep` says.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all(app: &App, principal: &Principal, keep: Keep) -> Result<(), Error> {
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let mut chance = moment.chance();
            let kept = match keep {
                Keep::Current => Some(principal.identity.session.id),
                Keep::None => None,
            };
            for id in sessions::end_sessions(tx, principal.user_id(), kept, moment.now)? {
                let target = Target::Session(id);
                Actor::of(&principal).record(tx, &mut chance, moment.now, Action::SessionEnded, target, None)?;
            }
            Ok(())
        })
        .await
}

/// Which session is spared when all end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The one the caller calls by.
    Current,
    /// None.
    None,
}
