//! Appends audit events.

use crate::crypto::chance::Chance;
use crate::model::{Action, AuditEvent, AuditEventId, ClientInfo, OrgId, Principal, Target, Timestamp, UserId};
use crate::store::queries::audit_events;
use crate::store::{StoreError, Write};

/// Who acts, and from where, for the events of one operation.
#[derive(Clone, Debug)]
pub struct Actor {
    user_id: Option<UserId>,
    client: Option<ClientInfo>,
}

impl Actor {
    /// A signed-in caller.
    pub fn of(principal: &Principal) -> Self {
        Self { user_id: Some(principal.user_id()), client: Some(principal.client.clone()) }
    }

    /// Somebody who is not signed in.
    pub fn visitor(client: &ClientInfo) -> Self {
        Self { user_id: None, client: Some(client.clone()) }
    }

    /// A person who has just shown who they are by something other than a session.
    pub fn shown_to_be(user_id: UserId, client: &ClientInfo) -> Self {
        Self { user_id: Some(user_id), client: Some(client.clone()) }
    }

    /// Whoever runs the service, at its command line.
    pub fn command_line() -> Self {
        Self { user_id: None, client: None }
    }

    /// Appends one event.
    pub fn record(
        &self,
        tx: &mut dyn Write,
        chance: &mut Chance,
        now: Timestamp,
        action: Action,
        target: Target,
        org_id: Option<OrgId>,
    ) -> Result<(), StoreError> {
        audit_events::insert_audit_event(
            tx,
            &AuditEvent {
                id: AuditEventId::new(chance.uuid()),
                at: now,
                org_id,
                actor_id: self.user_id,
                action,
                target,
                ip: self.client.as_ref().map(|client| client.ip),
            },
        )
    }
}
