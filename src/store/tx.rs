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

    /// Asks for rows that are looked at later, and sees what is there now. It may go to the server with the next
    /// statement, which saves waiting for it.
    ///
    /// # Errors
    /// As for [`Read::query`]; a failure may also be told by a later call.
    fn ask(&mut self, sql: &'static str, params: &[Value]) -> Result<Asked, StoreError>;

    /// The rows that were asked for, in this transaction.
    ///
    /// # Errors
    /// As for [`Read::query`].
    fn hear(&mut self, asked: Asked) -> Result<Vec<Row>, StoreError>;
}

/// Rows that were asked for: the number that their transaction knows them by.
#[must_use]
#[derive(Debug)]
pub struct Asked(pub(super) usize);

/// What is told where a transaction does not know the number.
#[derive(Debug, thiserror::Error)]
#[error("what was asked in another transaction is not answered in this one")]
pub(super) struct AskedElsewhere;

/// Something that was asked for, and how it is read from its rows.
#[must_use]
pub struct Awaited<T> {
    asked: Asked,
    read: fn(Vec<Row>) -> Result<T, StoreError>,
}

impl<T> Awaited<T> {
    /// Asks for it.
    ///
    /// # Errors
    /// As for [`Read::ask`].
    pub(super) fn ask(
        tx: &mut dyn Read,
        sql: &'static str,
        params: &[Value],
        read: fn(Vec<Row>) -> Result<T, StoreError>,
    ) -> Result<Self, StoreError> {
        Ok(Self { asked: tx.ask(sql, params)?, read })
    }

    /// What is answered, in the transaction that asked.
    ///
    /// # Errors
    /// As for [`Read::query`].
    pub fn hear(self, tx: &mut dyn Read) -> Result<T, StoreError> {
        (self.read)(tx.hear(self.asked)?)
    }
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
    tx: &'t mut dyn Read,
    is_made: bool,
}

/// What is told where a second statement was made.
#[derive(Debug, thiserror::Error)]
#[error("a look-up makes one statement, and this one made another")]
struct SecondStatement;

impl<'t> OneStatement<'t> {
    pub(super) fn of(tx: &'t mut dyn Read) -> Self {
        Self { tx, is_made: false }
    }

    /// What the statement is made by, once.
    fn once(&mut self) -> Result<&mut dyn Read, StoreError> {
        if std::mem::replace(&mut self.is_made, true) {
            return Err(StoreError::driver(SecondStatement));
        }
        Ok(self.tx)
    }
}

impl Read for OneStatement<'_> {
    fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.once()?.query(sql, params)
    }

    fn ask(&mut self, sql: &'static str, params: &[Value]) -> Result<Asked, StoreError> {
        self.once()?.ask(sql, params)
    }

    fn hear(&mut self, asked: Asked) -> Result<Vec<Row>, StoreError> {
        self.tx.hear(asked)
    }
}
