//! The schema on PostgreSQL: made once, however many processes start at the same moment.
//!
//! Whoever starts locks the one row of `schema_lock` first. A row, and not an advisory lock, since not every engine
//! that speaks PostgreSQL's protocol has those.

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use super::postgres_session::Session;
use crate::store::OpenMode;
use crate::store::migrate::{self, FIND_OLDEST_READER, INSERT_SCHEMA_INFO, OLDEST_READER, SCHEMA_VERSION};

/// Text is ordered by its code points, whatever the database's locale.
const WORDS: migrate::Words = migrate::Words {
    bigint: " BIGINT",
    boolean: " BOOLEAN",
    bytes: " BYTEA",
    text: " TEXT COLLATE \"C\"",
    table_end: ");",
    names_keys: true,
};

const LIST_TABLES: &str =
    "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()";

const MAKE_LOCK: &str = "CREATE TABLE IF NOT EXISTS schema_lock (id BIGINT PRIMARY KEY);
    INSERT INTO schema_lock (id) VALUES (1) ON CONFLICT (id) DO NOTHING";

const LOCK: &str = "SELECT id FROM schema_lock WHERE id = 1 FOR UPDATE";

/// What is looked up under the lock is what the holder before left, whatever the server's own choice is.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// What was committed, for the other processes: see `postgres_watch`.
const CHANGES: &str = "CREATE TABLE changes (
        id TEXT COLLATE \"C\" PRIMARY KEY,
        at BIGINT NOT NULL,
        node TEXT COLLATE \"C\" NOT NULL,
        what TEXT COLLATE \"C\" NOT NULL
    );
    CREATE INDEX changes_by_time ON changes (at);";

/// How often the lock's table is tried to be made while others make it too.
const ATTEMPTS: usize = 20;

/// What a database was found to be.
pub(super) enum Found {
    /// Ours, fit for builds that know this schema.
    Ours {
        /// The oldest schema that may use it.
        oldest_reader: i64,
    },
    /// Another program's.
    Foreign,
    /// Empty, and it is not for a command to change that.
    Empty,
}

/// Makes a fresh database, and tells the oldest build that may use this one.
pub(super) fn migrate(session: &mut Session, mode: OpenMode) -> Result<Found, Error> {
    let tables = list_tables(session)?;
    let has = |name: &str| tables.iter().any(|table| table == name);
    if !has("schema_info") && mode == OpenMode::Beside {
        return Ok(Found::Empty);
    }
    if !has("schema_lock") && !tables.is_empty() {
        return Ok(Found::Foreign);
    }
    make_lock(session)?;
    session.begin(BEGIN);
    session.query_one(LOCK, &[])?;
    if !list_tables(session)?.iter().any(|table| table == "schema_info") {
        session.batch(&migrate::schema(&WORDS))?;
        session.batch(CHANGES)?;
        session.execute(INSERT_SCHEMA_INFO, &[&SCHEMA_VERSION, &OLDEST_READER])?;
    }
    let oldest_reader = session.query_one(FIND_OLDEST_READER, &[])?.try_get(0)?;
    session.commit("COMMIT")?;
    Ok(Found::Ours { oldest_reader })
}

fn list_tables(session: &mut Session) -> Result<Vec<String>, Error> {
    session.query(LIST_TABLES, &[])?.iter().map(|row| row.try_get(0)).collect()
}

/// Of several that make a table at once, all but one may fail, for all that it says `IF NOT EXISTS`.
fn make_lock(session: &mut Session) -> Result<(), Error> {
    let met = [
        SqlState::UNIQUE_VIOLATION,
        SqlState::DUPLICATE_OBJECT,
        SqlState::DUPLICATE_TABLE,
        SqlState::T_R_SERIALIZATION_FAILURE,
    ];
    for _ in 1..ATTEMPTS {
        match session.batch(MAKE_LOCK) {
            Err(error) if error.code().is_some_and(|state| met.contains(state)) => {}
            made => return made,
        }
    }
    session.batch(MAKE_LOCK)
}
