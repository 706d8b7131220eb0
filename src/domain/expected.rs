//! Which version of a thing a change was made for: who has seen an older one would undo what they have not seen.

use super::Error;
use super::error::Conflict;

/// The versions that a change may be made to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Expected {
    /// Whichever there is.
    #[default]
    Any,
    /// One of these.
    OneOf(Vec<i64>),
}

impl Expected {
    /// Refuses a version that is not expected.
    ///
    /// # Errors
    /// `Conflict`.
    pub(in crate::domain) fn require(&self, version: i64) -> Result<(), Error> {
        match self {
            Self::Any => Ok(()),
            Self::OneOf(versions) if versions.contains(&version) => Ok(()),
            Self::OneOf(_) => Err(Conflict::ChangedMeanwhile.into()),
        }
    }
}
