//! How the store fails: four cases, none of which names a driver.

use std::error::Error;
use std::sync::Arc;

/// A failure of the store. Cloneable, since one failed commit fails all that shared it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// A row would break a constraint; the name is ours (`<table>_<columns>_key`), not the engine's text.
    #[error("the constraint {0} would be broken")]
    Conflict(String),
    /// Another transaction was in the way, and trying again did not help.
    #[error("the database was too busy with other changes")]
    Retry,
    /// The database can't be reached, is full, or has more waiting than it can take.
    #[error("the database is not available: {0}")]
    Unavailable(&'static str),
    /// Anything else: a bug, a damaged file.
    #[error("the database failed: {0}")]
    Driver(Arc<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Wraps what a driver, or a row of an unexpected shape, has to say.
    pub(super) fn driver(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Driver(Arc::from(source.into()))
    }
}
