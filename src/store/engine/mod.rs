//! The engines. Nothing outside this folder knows which one runs.

pub(super) mod sqlite;
mod sqlite_tx;
mod sqlite_writer;
