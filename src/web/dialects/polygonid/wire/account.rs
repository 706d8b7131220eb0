//! An account.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::model::User;

/// An account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccountBody {
    /// Its id.
    pub id: Uuid,
    /// Its address.
    #[schema(example = "june@example.com")]
    pub email: String,
    /// Always `OWNER`.
    #[serde(rename = "type")]
    #[schema(example = "OWNER")]
    pub kind: &'static str,
    /// Whether it was activated since it has this address.
    pub verified: bool,
    /// When it was made.
    #[schema(example = "2026-11-22T10:00:00.000000Z")]
    pub created_at: String,
    /// When it last changed.
    #[schema(example = "2026-11-22T10:00:00.000000Z")]
    pub modified_at: String,
}

impl From<&User> for AccountBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.uuid(),
            email: user.email.address.as_str().to_owned(),
            kind: "OWNER",
            verified: user.is_activated(),
            created_at: time(user.created_at),
            modified_at: time(user.updated_at),
        }
    }
}

/// RFC 3339, UTC, microseconds: `2026-11-22T10:00:00.000000Z`.
fn time(at: Timestamp) -> String {
    format!("{at:.6}")
}
