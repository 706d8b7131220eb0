//! A transaction as a unit of work sees it, on SQLite.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql};
use uuid::Uuid;

use crate::store::tx::AskedElsewhere;
use crate::store::{Announcement, Asked, Read, Row, StoreError, Topic, Value, Write};

/// Wraps a connection that is inside a transaction.
pub(super) struct SqliteTx<'c> {
    connection: &'c Connection,
    /// The rows that were asked for, until they are heard.
    asked: Vec<Option<Vec<Row>>>,
    announcements: Vec<Announcement>,
    failure: Option<StoreError>,
}

impl<'c> SqliteTx<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, asked: Vec::new(), announcements: Vec::new(), failure: None }
    }

    /// What is to be made known once this has committed.
    pub(super) fn into_announcements(self) -> Vec<Announcement> {
        self.announcements
    }

    /// The first failure of a statement. A unit that swallowed it must not be committed: another
    /// engine would have refused everything after it, and so does this one.
    pub(super) fn failure(&self) -> Option<&StoreError> {
        self.failure.as_ref()
    }

    fn attempt<T>(&mut self, run: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        run(self.connection).map_err(|error| {
            let failure = translate(error);
            self.failure = Some(failure.clone());
            failure
        })
    }
}

impl Read for SqliteTx<'_> {
    fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.attempt(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let columns = statement.column_count();
            let rows = statement.query_map(rusqlite::params_from_iter(params), |row| {
                (0..columns)
                    .map(|index| row.get_ref(index).and_then(read_value))
                    .collect::<Result<_, _>>()
                    .map(Row::new)
            })?;
            rows.collect()
        })
    }

    fn ask(&mut self, sql: &'static str, params: &[Value]) -> Result<Asked, StoreError> {
        let rows = self.query(sql, params)?;
        self.asked.push(Some(rows));
        Ok(Asked(self.asked.len() - 1))
    }

    fn hear(&mut self, asked: Asked) -> Result<Vec<Row>, StoreError> {
        let rows = self.asked.get_mut(asked.0).and_then(Option::take);
        rows.ok_or_else(|| StoreError::driver(AskedElsewhere))
    }
}

impl Write for SqliteTx<'_> {
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError> {
        self.attempt(|connection| {
            connection
                .prepare_cached(sql)?
                .execute(rusqlite::params_from_iter(params))
                .map(|rows| rows as u64)
        })
    }

    fn queue(&mut self, sql: &'static str, params: &[Value]) -> Result<(), StoreError> {
        self.execute(sql, params).map(|_| ())
    }

    fn announce(&mut self, topic: Topic, id: Uuid) {
        self.announcements.push(Announcement::Changed(topic, id));
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Bool(truth) => ValueRef::Integer(i64::from(*truth)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn read_value(value: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Text(_) => Value::Text(value.as_str()?.to_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        // No column of the schema is a floating-point number.
        ValueRef::Real(_) => return Err(rusqlite::Error::InvalidQuery),
    })
}

/// Puts SQLite's error into ours. The constraint's name is derived from the columns it tells.
pub(super) fn translate(error: rusqlite::Error) -> StoreError {
    let rusqlite::Error::SqliteFailure(failure, message) = &error else {
        return StoreError::driver(error);
    };
    match failure.code {
        ErrorCode::ConstraintViolation => {
            StoreError::Conflict(constraint_name(message.as_deref().unwrap_or_default()))
        }
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            StoreError::Unavailable("another process is writing")
        }
        ErrorCode::DiskFull => StoreError::Unavailable("its disk is full"),
        ErrorCode::SystemIoFailure => StoreError::Unavailable("its disk can't be read or written"),
        ErrorCode::CannotOpen => StoreError::Unavailable("its file can't be opened"),
        ErrorCode::ReadOnly => StoreError::Unavailable("its file can't be written"),
        _ => StoreError::driver(error),
    }
}

/// `UNIQUE constraint failed: users.email_normalized` names `users_email_normalized_key`.
fn constraint_name(message: &str) -> String {
    let Some((_, columns)) = message.split_once("UNIQUE constraint failed: ") else {
        return "other".to_owned();
    };
    let table = columns.split('.').next().unwrap_or_default();
    let columns: Vec<&str> = columns.split(", ").filter_map(|column| column.split('.').nth(1)).collect();
    format!("{table}_{}_key", columns.join("_"))
}

#[cfg(test)]
mod tests {
    use super::constraint_name;

    #[test]
    fn a_broken_constraint_is_told_by_our_name() {
        assert_eq!(
            constraint_name("UNIQUE constraint failed: users.email_normalized"),
            "users_email_normalized_key"
        );
        assert_eq!(
            constraint_name("UNIQUE constraint failed: invitations.org_id, invitations.email_normalized"),
            "invitations_org_id_email_normalized_key"
        );
        assert_eq!(constraint_name("FOREIGN KEY constraint failed"), "other");
    }
}
