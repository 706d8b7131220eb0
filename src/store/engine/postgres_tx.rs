//! A transaction as a unit of work sees it, on PostgreSQL.

use std::error::Error;
use std::io;

use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::postgres_session::Session;
use crate::store::tx::AskedElsewhere;
use crate::store::{Announcement, Asked, Read, Row, StoreError, Topic, Value, Write};

/// Wraps a session that is inside a transaction, begins one with its first statement, or looks something up.
pub(super) struct PostgresTx<'s> {
    session: &'s mut Session,
    announcements: Vec<(Topic, Uuid)>,
    failure: Option<Failure>,
}

/// A failure as the engine sees it.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    /// What the caller hears, unless another run does better.
    pub(super) told: StoreError,
    /// Whether the whole unit may be run again.
    pub(super) again: Again,
}

/// What running a unit again is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// Nothing: it would fail again.
    Never,
    /// Another transaction was in the way: the next run sees what it wrote.
    Overtaken,
    /// Two that made the same row may have met. Then the next run sees the other's, and says so itself.
    PerhapsOvertaken,
    /// The connection was lost. Another one may do.
    Disconnected,
}

impl<'s> PostgresTx<'s> {
    pub(super) fn new(session: &'s mut Session) -> Self {
        Self { session, announcements: Vec::new(), failure: None }
    }

    /// What is to be made known once this has committed, and the first failure of a statement: PostgreSQL
    /// refuses everything after it, so a unit that swallowed it must not be committed.
    pub(super) fn end(self) -> (Vec<(Topic, Uuid)>, Option<Failure>) {
        (self.announcements, self.failure)
    }

    fn attempt<T>(
        &mut self,
        run: impl FnOnce(&mut Session) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, StoreError> {
        if let Some(failure) = &self.failure {
            return Err(failure.told.clone());
        }
        run(self.session).map_err(|error| {
            let failure = translate(error);
            let told = failure.told.clone();
            self.failure = Some(failure);
            told
        })
    }
}

impl Read for PostgresTx<'_> {
    fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let rows = self.attempt(|session| session.query(sql, &borrowed(params)))?;
        rows.iter().map(read_row).collect()
    }

    fn ask(&mut self, sql: &'static str, params: &[Value]) -> Result<Asked, StoreError> {
        self.attempt(|session| session.ask(sql, params.to_vec())).map(Asked)
    }

    fn hear(&mut self, asked: Asked) -> Result<Vec<Row>, StoreError> {
        let rows = self.attempt(|session| session.hear(asked.0))?;
        let rows = rows.ok_or_else(|| StoreError::driver(AskedElsewhere))?;
        rows.iter().map(read_row).collect()
    }
}

impl Write for PostgresTx<'_> {
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError> {
        self.attempt(|session| session.execute(sql, &borrowed(params)))
    }

    fn queue(&mut self, sql: &'static str, params: &[Value]) -> Result<(), StoreError> {
        self.attempt(|session| session.queue(sql, params.to_vec()))
    }

    fn announce(&mut self, topic: Topic, id: Uuid) {
        self.announcements.push((topic, id));
    }
}

fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as _).collect()
}

/// The announcements of a transaction, as everybody hears them.
pub(super) fn announced(changes: &[(Topic, Uuid)]) -> impl Iterator<Item = Announcement> {
    changes.iter().map(|(topic, id)| Announcement::Changed(*topic, *id))
}

impl ToSql for Value {
    fn to_sql(&self, wanted: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) if *wanted == Type::INT8 => number.to_sql(wanted, out),
            Self::Bool(truth) if *wanted == Type::BOOL => truth.to_sql(wanted, out),
            Self::Text(text) if *wanted == Type::TEXT => text.to_sql(wanted, out),
            Self::Bytes(bytes) if *wanted == Type::BYTEA => bytes.to_sql(wanted, out),
            // Its content is left out: it may be personal.
            _ => Err(format!("a parameter is not the {wanted} that its statement takes").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn read_row(row: &tokio_postgres::Row) -> Result<Row, StoreError> {
    let read = |(index, column): (usize, &tokio_postgres::Column)| read_value(row, index, column.type_());
    row.columns()
        .iter()
        .enumerate()
        .map(read)
        .collect::<Result<_, _>>()
        .map(Row::new)
        .map_err(StoreError::driver)
}

fn read_value(row: &tokio_postgres::Row, index: usize, kind: &Type) -> Result<Value, tokio_postgres::Error> {
    Ok(match *kind {
        Type::INT8 => row.try_get::<_, Option<i64>>(index)?.into(),
        Type::INT4 => row.try_get::<_, Option<i32>>(index)?.map(i64::from).into(),
        Type::BOOL => row.try_get::<_, Option<bool>>(index)?.into(),
        Type::BYTEA => row.try_get::<_, Option<&[u8]>>(index)?.into(),
        _ => row.try_get::<_, Option<&str>>(index)?.into(),
    })
}

/// Puts PostgreSQL's error into ours. Constraints bear our names already.
pub(super) fn translate(error: tokio_postgres::Error) -> Failure {
    let never = |told| Failure { told, again: Again::Never };
    let unavailable = |reason| never(StoreError::Unavailable(reason));
    let lost =
        || Failure { told: StoreError::Unavailable("its connection was lost"), again: Again::Disconnected };
    let Some(state) = error.code() else {
        let is_connection = error.is_closed() || error.source().is_some_and(<dyn Error>::is::<io::Error>);
        return if is_connection { lost() } else { never(StoreError::driver(error)) };
    };
    // It may have been committed or not, as where the connection is lost.
    if *state == SqlState::T_R_STATEMENT_COMPLETION_UNKNOWN {
        return lost();
    }
    if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(state) {
        return Failure { told: StoreError::Retry, again: Again::Overtaken };
    }
    if *state == SqlState::UNIQUE_VIOLATION {
        let name = error.as_db_error().and_then(|error| error.constraint()).unwrap_or("other");
        let told = StoreError::Conflict(name.to_owned());
        return Failure { told, again: Again::PerhapsOvertaken };
    }
    if [SqlState::LOCK_NOT_AVAILABLE, SqlState::QUERY_CANCELED].contains(state) {
        return unavailable("it took too long");
    }
    // The first two characters are the class of a condition (PostgreSQL's appendix A).
    match &state.code()[..2] {
        "23" => never(StoreError::Conflict("other".to_owned())),
        // Lost, shut down, or no longer the one that may be written: a standby knows no serializable transactions.
        "08" | "57" => lost(),
        "0A" if *state == SqlState::FEATURE_NOT_SUPPORTED => lost(),
        "25" if *state == SqlState::READ_ONLY_SQL_TRANSACTION => lost(),
        "25" if *state == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => lost(),
        "53" => unavailable("its server is out of disk, memory or connections"),
        "58" => unavailable("its server's disk can't be read or written"),
        _ => never(StoreError::driver(error)),
    }
}
