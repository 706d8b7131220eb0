//! Verifies that the chain of audit events is as it was made.

use super::{chain, link};
use crate::crypto::digest::Digest;
use crate::domain::{App, Error};
use crate::store::queries::audit_chain::{self, EventRow};

/// Events read at once.
const BATCH: u32 = 1_000;

/// Faults that are told; a database that was put together anew has one at every event.
const MOST_FAULTS: usize = 100;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Events that are chained.
    pub chained: u64,
    /// Those among them whose personal part is erased.
    pub erased: u64,
    /// Events that are yet to be chained; nothing can be told of them.
    pub waiting: u64,
    /// What does not hold, in order, at most a hundred.
    pub faults: Vec<Fault>,
}

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Events between two others are not there.
    #[error("{}", missing(*from, *to))]
    Missing { from: i64, to: i64 },
    /// An event does not follow the one before it.
    #[error(
        "event {position} ({id}) is not what followed event {}: it was changed, put there, or something before it removed",
        position - 1
    )]
    Altered { position: i64, id: String },
    /// The personal part of an event is another one.
    #[error("the personal part of event {position} ({id}) was changed")]
    PersonalAltered { position: i64, id: String },
    /// Events are chained, and nothing says where they end.
    #[error("the record of where the chain ends is missing, so that events after event {last} may be, too")]
    EndMissing { last: i64 },
    /// What says where the chain ends was not written by this service.
    #[error(
        "the record of where the chain ends was changed, so that events after event {last} may be missing"
    )]
    EndAltered { last: i64 },
    /// The last event is not the one that was chained last.
    #[error(
        "event {last} is not the last one that was chained, which has the same number: it was put in its place"
    )]
    EndMismatch { last: i64 },
    /// There are more chained events than were ever chained.
    #[error("event {position} ({id}) was put behind the end of the chain")]
    Surplus { position: i64, id: String },
}

fn missing(from: i64, to: i64) -> String {
    if from == to {
        format!("event {from} is missing: it was removed")
    } else {
        format!("events {from} to {to} are missing: they were removed")
    }
}

impl Fault {
    /// The word for its kind, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Altered { .. } => "altered",
            Self::PersonalAltered { .. } => "personal_altered",
            Self::EndMissing { .. } => "end_missing",
            Self::EndAltered { .. } => "end_altered",
            Self::EndMismatch { .. } => "end_mismatch",
            Self::Surplus { .. } => "surplus",
        }
    }
}

/// Walks the whole chain. Events that are chained meanwhile are left to the next time.
///
/// # Errors
/// When the database does not answer.
pub async fn verify(app: &App) -> Result<Verification, Error> {
    let (end, last, waiting) = app
        .store
        .read(|tx| {
            let end = audit_chain::find_chain_end(tx)?;
            let last = audit_chain::find_last_position(tx)?;
            Ok::<_, Error>((end, last, audit_chain::count_unchained_events(tx)?))
        })
        .await?;
    let mut walk = Walk { app, found: Verification::default(), position: 0, previous: None, is_known: true };
    walk.found.waiting = u64::try_from(waiting).unwrap_or_default();
    let length = end.as_ref().map_or(last, |end| end.length);
    'pages: loop {
        let after = walk.position;
        let events = app
            .store
            .read(move |tx| audit_chain::list_chained_events(tx, after, BATCH).map_err(Error::from))
            .await?;
        let was_last_page = events.len() < BATCH as usize;
        for event in events {
            let position = event.position.unwrap_or_default();
            if position > last {
                break 'pages;
            }
            walk.step(&event, position, length);
        }
        if was_last_page {
            break;
        }
    }
    walk.missing_up_to(length + 1);
    if last > 0 && end.is_none() {
        walk.fault(Fault::EndMissing { last });
    }
    if let Some(end) = end {
        match chain::vouched(app, &end) {
            None => walk.fault(Fault::EndAltered { last }),
            Some(hash) if last == length && walk.is_known && walk.previous != Some(hash) => {
                walk.fault(Fault::EndMismatch { last });
            }
            Some(_) => {}
        }
    }
    Ok(walk.found)
}

/// The way along the chain.
struct Walk<'a> {
    app: &'a App,
    found: Verification,
    /// The number of the event that was looked at last.
    position: i64,
    /// Its hash, as it is stored.
    previous: Option<Digest>,
    /// Whether the event before the next one is there, so that the next one's hash can be made again.
    is_known: bool,
}

impl Walk<'_> {
    fn step(&mut self, event: &EventRow, position: i64, length: i64) {
        self.missing_up_to(position.min(length + 1));
        let stored = event.hash.as_deref().and_then(Digest::from_bytes);
        let id = || event.id.clone();
        if position > length {
            self.fault(Fault::Surplus { position, id: id() });
        } else if self.is_known {
            let made = link::hash(&self.app.audit_chain, self.previous.as_ref(), event);
            if stored != Some(made) {
                self.fault(Fault::Altered { position, id: id() });
            }
        }
        match (&event.personal_digest, &event.personal) {
            (None, None) => {}
            (Some(_), None) => self.found.erased += 1,
            (digest, Some(personal)) => {
                let made = link::personal_digest(
                    &personal.salt,
                    personal.user_id.as_deref(),
                    &personal.ip,
                    personal.kept_until,
                );
                if digest.as_deref().and_then(Digest::from_bytes) != Some(made) {
                    self.fault(Fault::PersonalAltered { position, id: id() });
                }
            }
        }
        self.found.chained += 1;
        (self.position, self.previous, self.is_known) = (position, stored, stored.is_some());
    }

    /// Tells of the events between the last one and `position` that are not there.
    fn missing_up_to(&mut self, position: i64) {
        let from = self.position + 1;
        if from < position {
            self.fault(Fault::Missing { from, to: position - 1 });
            (self.position, self.is_known) = (position - 1, false);
        }
    }

    fn fault(&mut self, fault: Fault) {
        if self.found.faults.len() < MOST_FAULTS {
            self.found.faults.push(fault);
        }
    }
}
