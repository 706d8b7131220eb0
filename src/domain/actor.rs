//! Who acts, and from where: what every audit event tells.

use std::net::IpAddr;

use crate::model::{ClientInfo, Face, Locale, Principal, UserId};

/// Who acts, and from where.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Actor {
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
        Self { user_id, ..Self::visitor(&principal.client) }
    }

    /// Somebody who is not signed in.
    pub(in crate::domain) fn visitor(client: &ClientInfo) -> Self {
        let locale = client.locale.clone();
        Self { user_id: None, ip: Some(client.ip), face: client.face, locale }
    }

    /// Whoever runs the service, at its command line.
    pub(in crate::domain) fn command_line() -> Self {
        Self { user_id: None, ip: None, face: Face::Native, locale: None }
    }

    /// The service itself, by a job.
    pub(in crate::domain) fn service() -> Self {
        Self { user_id: None, ip: None, face: Face::Native, locale: None }
    }
}
