//! Who calls: the result of authentication, and the input of every authorization.

use std::sync::Arc;

use super::{ClientInfo, Membership, Session, User, UserId};

/// A signed-in caller. Cheap to clone. What it says of the org was true when the token was looked up;
/// an operation that relies on it reads the membership again in its own transaction.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who they are, as cached.
    pub identity: Arc<Identity>,
    /// Where this request came from.
    pub client: ClientInfo,
}

/// What a session token stands for.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who.
    pub user: User,
    /// By which session.
    pub session: Session,
    /// For which org, if any.
    pub membership: Option<Membership>,
}

impl Principal {
    /// Who calls.
    pub fn user_id(&self) -> UserId {
        self.identity.user.id
    }
}
