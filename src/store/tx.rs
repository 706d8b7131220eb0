//! What a unit of work sees of a transaction.

use uuid::Uuid;

use super::{Row, StoreError, Value};

/// A consistent view of the rows.
pub trait Read {
    /// Runs a statement that answers rows. Parameters are `?1`, `?2`, …
    ///
    /// # Errors
    /// After a first failure every later call fails too, on every engine.
    fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError>;
}

/// A transaction that may change rows.
pub trait Write: Read {
    /// Runs a statement and tells how many rows it touched.
    ///
    /// # Errors
    /// As for [`Read::query`].
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError>;

    /// Makes a statement whose count of rows nobody asks for. It may go to the server with the next one, or with the
    /// commit, which saves waiting for it.
    ///
    /// # Errors
    /// As for [`Read::query`]; a failure may also be told by a later call, or as what the whole unit comes to. So a
    /// statement whose `Conflict` the unit wants to answer is for [`Write::execute`].
    fn queue(&mut self, sql: &'static str, params: &[Value]) -> Result<(), StoreError>;

    /// Tells caches, after the commit, that what they know of this thing is out of date.
    fn announce(&mut self, topic: Topic, id: Uuid);
}

/// What caches are told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A session ended or changed.
    Session,
    /// An API key was taken back or changed.
    ApiKey,
    /// A person, or one of their memberships, changed.
    User,
    /// An org changed.
    Org,
    /// A letter was queued.
    Outbox,
    /// A job was scheduled.
    Job,
    /// An audit event was written.
    Audit,
    /// Another key signs.
    SigningKey,
}

/// What a commit made known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// One thing changed.
    Changed(Topic, Uuid),
    /// Another process wrote: anything may have changed.
    Everything,
}

/// A view for one statement.
pub(super) struct OneStatement<'t> {
    tx: Option<&'t mut dyn Read>,
}

/// What is told where a second statement was made.
#[derive(Debug, thiserror::Error)]
#[error("a look-up makes one statement, and this one made another")]
struct SecondStatement;

impl<'t> OneStatement<'t> {
    pub(super) fn of(tx: &'t mut dyn Read) -> Self {
        Self { tx: Some(tx) }
    }
}

impl Read for OneStatement<'_> {
    fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        match self.tx.take() {
            Some(tx) => tx.query(sql, params),
            None => Err(StoreError::driver(SecondStatement)),
        }
    }
}
