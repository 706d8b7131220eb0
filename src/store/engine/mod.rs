//! The engines. Nothing outside this folder knows which one runs.

pub(super) mod postgres;
mod postgres_connect;
mod postgres_schema;
mod postgres_session;
mod postgres_tx;
mod postgres_watch;
pub(super) mod sqlite;
mod sqlite_tx;
mod sqlite_writer;
