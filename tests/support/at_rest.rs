//! What rests: every row as it lies there, past all rules, and what somebody does who can write the database.

use std::fs;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::{Database, TestApp};

/// A column of a table, with all that it holds.
pub struct ColumnAtRest {
    /// The table.
    pub table: String,
    /// The column.
    pub name: String,
    /// Whether it holds texts or bytes, and not numbers.
    pub holds_text: bool,
    /// All texts and bytes in it, a line for each.
    pub content: Vec<u8>,
}

impl ColumnAtRest {
    /// All of it in lower case, as far as it is text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).to_lowercase()
    }
}

impl TestApp {
    /// Every column of every table.
    pub fn at_rest(&self) -> Vec<ColumnAtRest> {
        match self.database() {
            Some(database) => database.columns(),
            None => columns(&self.file()),
        }
    }

    /// Changes the database past the service, references between tables or not.
    pub fn alter(&self, sql: &str) {
        match self.database() {
            Some(database) => database.alter(&format!("SET session_replication_role = replica; {sql}")),
            None => self
                .file()
                .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
                .expect("the database can be changed"),
        }
    }

    /// Looks up a text past the service.
    pub fn look_up(&self, sql: &str) -> String {
        match self.database() {
            Some(database) => database.look_up(sql),
            None => self.file().query_row(sql, [], |row| row.get(0)).expect("there is such a row"),
        }
    }

    /// All that rests, by name: the files in the data directory, and the columns of a database on a server.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let files = fs::read_dir(self.data()).expect("the data directory can be read").map(|entry| {
            let entry = entry.expect("its files can be listed");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("its files can be read"))
        });
        let columns = self.database().map(Database::columns).unwrap_or_default();
        let columns =
            columns.into_iter().map(|column| (format!("{}.{}", column.table, column.name), column.content));
        files.chain(columns).collect()
    }

    fn file(&self) -> Connection {
        Connection::open(self.data().join("gatepost.db")).expect("the database opens")
    }
}

fn columns(database: &Connection) -> Vec<ColumnAtRest> {
    const COLUMNS: &str = "SELECT t.name, c.name, c.type <> 'INTEGER' FROM sqlite_master t
        JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, 2";
    let mut statement = database.prepare(COLUMNS).expect("columns can be listed");
    let columns = statement.query_map([], |row| {
        let (table, name, holds_text): (String, String, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let content = content(database, &table, &name)?;
        Ok(ColumnAtRest { table, name, holds_text, content })
    });
    columns.expect("columns can be listed").map(|column| column.expect("columns can be read")).collect()
}

fn content(database: &Connection, table: &str, column: &str) -> rusqlite::Result<Vec<u8>> {
    let mut statement = database.prepare(&format!("SELECT {column} FROM {table}"))?;
    let mut rows = statement.query([])?;
    let mut content = Vec::new();
    while let Some(row) = rows.next()? {
        if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(0)? {
            content.extend_from_slice(bytes);
            content.push(b'\n');
        }
    }
    Ok(content)
}
