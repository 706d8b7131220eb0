//! Who calls: the result of authentication, and the input of every authorization.

use std::sync::Arc;

use super::{ApiKey, ClientInfo, Membership, Session, User, UserId};

/// A caller who has shown who they are. Cheap to clone. What it says of the org was true when the token was
/// looked up; an operation that relies on it reads the membership again in its own transaction.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who they are, as cached.
    pub identity: Arc<Identity>,
    /// Where this request came from.
    pub client: ClientInfo,
}

/// What a credential stands for.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who.
    pub user: User,
    /// What they showed.
    pub credential: Credential,
    /// For which org, if any: the one a session acts for, or an API key is bound to.
    pub membership: Option<Membership>,
}

/// What a caller showed to tell who they are.
#[derive(Clone, Debug)]
pub enum Credential {
    /// The token of a session.
    Session(Session),
    /// An API key.
    ApiKey(ApiKey),
}

impl Identity {
    /// The session, where that is what was shown.
    pub fn session(&self) -> Option<&Session> {
        match &self.credential {
            Credential::Session(session) => Some(session),
            Credential::ApiKey(_) => None,
        }
    }

    /// The API key, where that is what was shown.
    pub fn api_key(&self) -> Option<&ApiKey> {
        match &self.credential {
            Credential::Session(_) => None,
            Credential::ApiKey(key) => Some(key),
        }
    }
}

impl Principal {
    /// Who calls.
    pub fn user_id(&self) -> UserId {
        self.identity.user.id
    }

    /// The session they call by, if they call by one.
    pub fn session(&self) -> Option<&Session> {
        self.identity.session()
    }

    /// The API key they call by, if they call by one.
    pub fn api_key(&self) -> Option<&ApiKey> {
        self.identity.api_key()
    }
}
