//! The schema, and whether this build and a database fit each other.
//!
//! A fresh database gets `schema.sql`. A database states the oldest build that may use it, so an
//! older binary keeps working across a step that it can live with, and refuses one that it can't.

/// The schema that this build makes and expects.
pub(super) const SCHEMA_VERSION: i64 = 1;

/// The oldest build that can use a database of [`SCHEMA_VERSION`].
pub(super) const OLDEST_READER: i64 = 1;

/// The schema as it is written.
pub(super) const SCHEMA: &str = include_str!("../../schema.sql");

/// An engine's words for the types that differ, and what ends a table.
pub(super) struct Words {
    pub(super) bigint: &'static str,
    pub(super) boolean: &'static str,
    pub(super) bytes: &'static str,
    pub(super) text: &'static str,
    pub(super) table_end: &'static str,
    /// Whether primary keys get our names (`<table>_<columns>_key`), so that an engine tells a broken one by it.
    pub(super) names_keys: bool,
}

/// Statements of the schema in an engine's words.
pub(super) fn schema(words: &Words) -> String {
    let mut table = "";
    SCHEMA
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .map(|line| {
            if let ["CREATE", "TABLE", name, ..] = line.split(' ').collect::<Vec<_>>()[..] {
                table = name;
            }
            let line = if words.names_keys { name_key(line, table) } else { line.to_owned() };
            let line = line
                .replace(" BIGINT", words.bigint)
                .replace(" BOOLEAN", words.boolean)
                .replace(" BYTEA", words.bytes)
                .replace(" TEXT", words.text);
            if line == ");" { words.table_end.to_owned() } else { line }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// A line of the schema with a name for the primary key that it declares, if it does: of the column that it is about,
/// or of several.
fn name_key(line: &str, table: &str) -> String {
    let Some((before, after)) = line.split_once("PRIMARY KEY") else {
        return line.to_owned();
    };
    let columns = match before.split_whitespace().next() {
        Some(column) => column.to_owned(),
        None => after.trim_matches([' ', '(', ')', ',']).replace(", ", "_"),
    };
    format!("{before}CONSTRAINT {table}_{columns}_key PRIMARY KEY{after}")
}

pub(super) const INSERT_SCHEMA_INFO: &str =
    "INSERT INTO schema_info (id, version, oldest_reader) VALUES (1, ?1, ?2)";

pub(super) const FIND_VERSION: &str = "SELECT version FROM schema_info WHERE id = 1";

pub(super) const FIND_OLDEST_READER: &str = "SELECT oldest_reader FROM schema_info WHERE id = 1";

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn a_primary_key_is_named_by_its_table_and_columns() {
        assert_eq!(
            name_key("    id TEXT PRIMARY KEY REFERENCES users (id),", "profile_keys"),
            "    id TEXT CONSTRAINT profile_keys_id_key PRIMARY KEY REFERENCES users (id),"
        );
        assert_eq!(
            name_key("    PRIMARY KEY (user_id, org_id)", "memberships"),
            "    CONSTRAINT memberships_user_id_org_id_key PRIMARY KEY (user_id, org_id)"
        );
        assert_eq!(name_key("    name TEXT NOT NULL,", "settings"), "    name TEXT NOT NULL,");
    }
}
