//! The schema, and whether this build and a database fit each other.
//!
//! A fresh database gets `schema.sql`. A database states the oldest build that may use it, so an
//! older binary keeps working across a step that it can live with, and refuses one that it can't.

/// The schema that this build makes and expects.
pub(super) const SCHEMA_VERSION: i64 = 1;

/// The oldest build that can use a database of [`SCHEMA_VERSION`].
pub(super) const OLDEST_READER: i64 = 1;

const SCHEMA: &str = include_str!("../../schema.sql");

/// An engine's words for the three types that differ, and what ends a table.
pub(super) struct Words {
    pub(super) bigint: &'static str,
    pub(super) boolean: &'static str,
    pub(super) bytes: &'static str,
    pub(super) table_end: &'static str,
}

/// Statements of the schema in an engine's words.
pub(super) fn schema(words: &Words) -> String {
    SCHEMA
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .map(|line| {
            let line = line
                .replace("BIGINT", words.bigint)
                .replace("BOOLEAN", words.boolean)
                .replace("BYTEA", words.bytes);
            if line == ");" { words.table_end.to_owned() } else { line }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

pub(super) const INSERT_SCHEMA_INFO: &str =
    "INSERT INTO schema_info (id, version, oldest_reader) VALUES (1, ?1, ?2)";

pub(super) const FIND_OLDEST_READER: &str = "SELECT oldest_reader FROM schema_info WHERE id = 1";
