//! Who acts, and from where: what every audit event tells.

use std::net::IpAddr;

use super::error::Unauthenticated;
use super::{Error, policy};
use crate::model::principal::Credential;
use crate::model::{ApiKeyId, ClientInfo, Face, Locale, Principal, SessionId, UserId};
use crate::store::Read;
use crate::store::queries::{api_keys, sessions, users};

/// What somebody showed to act.
#[derive(Clone, Copy, Debug)]
enum Shown {
    Session(SessionId),
    ApiKey(ApiKeyId, UserId),
}

/// Who acts, and from where.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Actor {
    /// By what; `None` for somebody not signed in, for the command line and for the service itself.
    shown: Option<Shown>,
    /// Who; `None` for somebody not signed in, for the command line and for the service itself.
    pub(in crate::domain) user_id: Option<UserId>,
    /// From where; `None` for the command line and for the service itself.
    pub(in crate::domain) ip: Option<IpAddr>,
    /// Through which face; links of letters lead to a dialect's app.
    pub(in crate::domain) face: Face,
    /// In which language, where they say it: letters that they ask for speak it to whoever has chosen none.
    pub(in crate::domain) locale: Option<Locale>,
}

impl Actor {
    /// A signed-in caller. Where an operator is signed in as somebody, it is the operator who acts.
    pub(in crate::domain) fn of(principal: &Principal) -> Self {
        let operator_id = principal.session().and_then(|session| session.operator_id);
        let user_id = Some(operator_id.unwrap_or(principal.user_id()));
        let shown = Some(match &principal.identity.credential {
            Credential::Session(session) => Shown::Session(session.id),
            Credential::ApiKey(key) => Shown::ApiKey(key.id, key.user_id),
        });
        Self { shown, user_id, ..Self::visitor(&principal.client) }
    }

    /// Somebody who is not signed in.
    pub(in crate::domain) fn visitor(client: &ClientInfo) -> Self {
        let locale = client.locale.clone();
        Self { shown: None, user_id: None, ip: Some(client.ip), face: client.face, locale }
    }

    /// Whoever runs the service, at its command line.
    pub(in crate::domain) fn command_line() -> Self {
        Self { shown: None, user_id: None, ip: None, face: Face::Native, locale: None }
    }

    /// The service itself, by a job.
    pub(in crate::domain) fn service() -> Self {
        Self { shown: None, user_id: None, ip: None, face: Face::Native, locale: None }
    }

    /// Refuses whoever acts by a session that has ended, or a key that was taken back, since they were authenticated:
    /// nothing that they do may outlive what ended it.
    ///
    /// # Errors
    /// `Unauthenticated`; `Forbidden` for the key of somebody who was suspended.
    pub(in crate::domain) fn require_in_force(&self, tx: &mut dyn Read) -> Result<(), Error> {
        let is_in_force = match self.shown {
            None => true,
            Some(Shown::Session(id)) => {
                sessions::find_session(tx, id)?.is_some_and(|session| session.ended_at.is_none())
            }
            Some(Shown::ApiKey(id, user_id)) => {
                // A session ends with what its person may no longer do; a key stays, and is good again after it.
                policy::require_active(&users::find_user(tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?)?;
                api_keys::find_api_key_of_user(tx, id, user_id)?.is_some()
            }
        };
        if is_in_force { Ok(()) } else { Err(Unauthenticated::NotSignedIn.into()) }
    }
}
