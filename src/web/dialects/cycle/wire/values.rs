//! Times as Cycle writes them.

use jiff::Timestamp;

use crate::web::answer::time;

/// When something happened that never did.
const NEVER: &str = "0001-01-01T00:00:00Z";

/// When something happened, if it did.
pub(super) fn time_or_never(at: Option<Timestamp>) -> String {
    at.map_or_else(|| NEVER.to_owned(), time)
}
