//! The frame of every operation that changes rows: one transaction, one moment, one actor.
//!
//! What several operations do alike within a change stands beside its subject, as further methods of
//! [`Change`]: one-time tokens in [`super::one_time`], letters and links in [`super::letters`].

use std::net::IpAddr;
use std::time::Duration;

use super::actor::Actor;
use super::audit::link;
use super::clock::later;
use super::{App, Error};
use crate::crypto::chance::{Chance, Moment};
use crate::model::id::Id;
use crate::model::{Action, AuditEvent, AuditPersonal, Face, Locale, OrgId, Target, Timestamp, UserId};
use crate::store::queries::audit_events;
use crate::store::{StoreError, Write};

/// From where somebody acted who was not signed in is kept for so long; of a person, as long as the account.
const VISITORS_KEPT: Duration = Duration::from_hours(90 * 24);

/// One operation's change under way: the rows, and all it knows of time, chance and who acts.
pub(in crate::domain) struct Change<'t> {
    /// The service, for its rules and keys.
    pub(in crate::domain) app: &'t App,
    /// The rows.
    pub(in crate::domain) tx: &'t mut dyn Write,
    /// The time that all of it happens at.
    pub(in crate::domain) now: Timestamp,
    /// Ids, tokens and nonces, the same at every run.
    pub(in crate::domain) chance: Chance,
    actor: Actor,
    /// Whose doing it most likely is, where nobody has shown who they are.
    concerned: Option<UserId>,
}

impl App {
    /// Makes a change: runs `work` in one transaction, and answers once it is durable. An `Err` leaves
    /// no trace; a refusal that must leave one is returned as `Ok` and refused afterwards.
    ///
    /// `work` may run more than once. Each run starts from the same time, chance and actor.
    ///
    /// # Errors
    /// What `work` returns; `Unauthenticated` when what the actor showed is not in force any more; why the database did
    /// not answer.
    pub(in crate::domain) async fn change<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Change<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (app, moment) = (self.clone(), self.moment());
        self.store
            .write(move |tx| {
                actor.require_in_force(tx)?;
                work(&mut Change::begin(&app, tx, &moment, actor.clone()))
            })
            .await
    }
}

impl<'t> Change<'t> {
    fn begin(app: &'t App, tx: &'t mut dyn Write, moment: &Moment, actor: Actor) -> Self {
        Self { app, tx, now: moment.now, chance: moment.chance(), actor, concerned: None }
    }

    /// A new id.
    pub(in crate::domain) fn id<Of>(&mut self) -> Id<Of> {
        Id::new(self.chance.uuid())
    }

    /// From here on this person acts: they have just shown who they are, by something other than a session.
    pub(in crate::domain) fn act_as(&mut self, user_id: UserId) {
        self.actor.user_id = Some(user_id);
    }

    /// From here on this is most likely this person's doing, though nobody has shown who they are: what is
    /// recorded of where it came from, and written because of it, is theirs to be erased.
    pub(in crate::domain) fn concern(&mut self, user_id: UserId) {
        self.concerned = Some(user_id);
    }

    /// Who acts, or whose doing it most likely is.
    pub(in crate::domain) fn person(&self) -> Option<UserId> {
        self.actor.user_id.or(self.concerned)
    }

    /// The face that the change is asked for through.
    pub(in crate::domain) fn face(&self) -> Face {
        self.actor.face
    }

    /// The language that the change is asked for in, where that was said.
    pub(in crate::domain) fn locale(&self) -> Option<&Locale> {
        self.actor.locale.as_ref()
    }

    /// The address that the change is asked for from; `None` at the command line.
    pub(in crate::domain) fn ip(&self) -> Option<IpAddr> {
        self.actor.ip
    }

    /// Appends an audit event.
    pub(in crate::domain) fn record(
        &mut self,
        action: Action,
        target: Target,
        org_id: Option<OrgId>,
    ) -> Result<(), StoreError> {
        let event = AuditEvent {
            id: self.id(),
            at: self.now,
            org_id,
            actor_id: self.actor.user_id,
            action,
            target,
            personal: self.personal(target),
        };
        audit_events::insert_audit_event(self.tx, &event)
    }

    /// What an event tells of a person: of who acts, else of whose doing it most likely is.
    fn personal(&mut self, target: Target) -> Option<AuditPersonal> {
        let ip = self.actor.ip?;
        let (user_id, kept_until) = match self.actor.user_id {
            Some(user_id) => (Some(user_id), None),
            None => (target.user_id().or(self.concerned), Some(later(self.now, VISITORS_KEPT))),
        };
        let salt = self.chance.salt();
        let digest = link::personal_digest(
            &salt,
            user_id.map(|id| id.uuid().to_string()).as_deref(),
            &ip.to_string(),
            kept_until.map(Timestamp::as_microsecond),
        );
        Some(AuditPersonal { user_id, ip, kept_until, salt, digest: *digest.as_bytes() })
    }
}
