//! Times and ids as Cycle writes them.

use jiff::Timestamp;

use crate::domain::error::Missing;
use crate::model::Role;
use crate::model::id::Abbreviated;
use crate::web::answer::time;

/// When something happened that never did.
pub const NEVER: &str = "0001-01-01T00:00:00Z";

/// The id of a hub where there is none.
pub const NO_HUB: &str = "000000000000000000000000";

/// When something happened, if it did.
pub fn time_or_never(at: Option<Timestamp>) -> String {
    at.map_or_else(|| NEVER.to_owned(), time)
}

/// Reads an id of a path; one that is none names nothing.
///
/// # Errors
/// What is missing then.
pub fn id<Of>(text: &str, missing: Missing) -> Result<Abbreviated<Of>, Missing> {
    text.parse().map_err(|_| missing)
}

/// The id of a role. There are four, the same in every hub; their last digits are Cycle's ranks.
pub fn role_id(role: Role) -> &'static str {
    match role {
        Role::Owner => "00000000000000000000000a",
        Role::Admin => "000000000000000000000007",
        Role::Member => "000000000000000000000004",
        Role::Pending => "000000000000000000000001",
    }
}
