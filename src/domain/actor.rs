//! Who acts, and from where: what every audit event tells.

use std::net::IpAddr;

use crate::model::{ClientInfo, Principal, UserId};

/// Who acts, and from where.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Actor {
    /// Who; `None` for somebody not signed in, and for the command line.
    pub(in crate::domain) user_id: Option<UserId>,
    /// From where; `None` for the command line.
    pub(in crate::domain) ip: Option<IpAddr>,
}

impl Actor {
    /// A signed-in caller.
    pub(in crate::domain) fn of(principal: &Principal) -> Self {
        Self { user_id: Some(principal.user_id()), ip: Some(principal.client.ip) }
    }

    /// Somebody who is not signed in.
    pub(in crate::domain) fn visitor(client: &ClientInfo) -> Self {
        Self { user_id: None, ip: Some(client.ip) }
    }

    /// Whoever runs the service, at its command line.
    pub(in crate::domain) fn command_line() -> Self {
        Self { user_id: None, ip: None }
    }
}
