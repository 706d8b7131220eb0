//! Shows a person.

use crate::domain::clock::earlier;
use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Membership, PageRequest, Principal, Session, User, UserId};
use crate::store::queries::{memberships, sessions, users};

/// As many orgs and sessions as are shown with a person.
const SHOWN: PageRequest = PageRequest { limit: 200, after: None };

/// A person, with what they belong to and where they are signed in.
#[derive(Clone, Debug)]
pub struct ShownUser {
    /// Who.
    pub user: User,
    /// The orgs they belong to.
    pub memberships: Vec<Membership>,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
}

/// A person, with what they belong to and where they are signed in.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn show(app: &App, principal: &Principal, id: UserId) -> Result<ShownUser, Error> {
    let (caller, now) = (principal.clone(), app.clock.now());
    let idle_since = earlier(now, app.rules.lifetimes.session_idle);
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            Ok(ShownUser {
                user: users::find_user(tx, id)?.ok_or(Missing::User)?,
                memberships: memberships::list_memberships(tx, id, SHOWN)?,
                sessions: sessions::list_live_sessions(tx, id, now, idle_since, SHOWN)?,
            })
        })
        .await
}
