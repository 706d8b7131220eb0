//! Who acts, and from where: what every audit event tells.

use std::net::IpAddr;

use crate::model::{ClientInfo, Face, Principal, UserId};

/// Who acts, and from where.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Actor {
    /// Who; `None` for somebody not signed in, for the command line and for the service itself.
    pub(in crate::domain) user_id: Option<UserId>,
    /// From where; `None` for the command line and for the service itself.
    pub(in crate::domain) ip: Option<IpAddr>,
    /// Through which face; links of letters lead to a dialect's app.
    pub(in crate::domain) face: Face,
}

impl Actor {
    /// A signed-in caller. Where an operator is signed in as somebody, it is the operator who acts.
    pub(in crate::domain) fn of(principal: &Principal) -> Self {
        let ClientInfo { ip, face, .. } = principal.client;
        let operator_id = principal.session().and_then(|session| session.operator_id);
        Self { user_id: Some(operator_id.unwrap_or(principal.user_id())), ip: Some(ip), face }
    }

    /// Somebody who is not signed in.
    pub(in crate::domain) fn visitor(client: &ClientInfo) -> Self {
        Self { user_id: None, ip: Some(client.ip), face: client.face }
    }

    /// Whoever runs the service, at its command line.
    pub(in crate::domain) fn command_line() -> Self {
        Self { user_id: None, ip: None, face: Face::Native }
    }

    /// The service itself, by a job.
    pub(in crate::domain) fn service() -> Self {
        Self { user_id: None, ip: None, face: Face::Native }
    }
}
