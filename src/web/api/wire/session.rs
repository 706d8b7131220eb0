//! A session, and the token that stands for it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::sessions::Bearer;
use crate::model::{Session, SessionId, UserId};
use crate::web::answer::time;

/// A signed-in device.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionBody {
    /// The session's id.
    pub id: Uuid,
    /// The user agent it was opened with.
    pub device: Option<String>,
    /// The address it was last used from.
    pub ip: String,
    /// When the person signed in.
    pub created_at: String,
    /// When it was last used, exact to five minutes.
    pub last_used_at: String,
    /// When it ends however much it is used.
    pub expires_at: String,
    /// Whether this call was made by it.
    pub current: bool,
    /// The id of the operator who is signed in as the person, to help them; told of such sessions alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_id: Option<Uuid>,
}

impl SessionBody {
    /// Presents a session to a caller who calls by `current`.
    pub fn new(session: &Session, current: Option<SessionId>) -> Self {
        Self {
            id: session.id.uuid(),
            device: session.device.clone(),
            ip: session.ip.clone(),
            created_at: time(session.created_at),
            last_used_at: time(session.last_used_at),
            expires_at: time(session.expires_at),
            current: Some(session.id) == current,
            operator_id: session.operator_id.map(UserId::uuid),
        }
    }
}

/// A session token.
#[derive(Debug, Serialize, ToSchema)]
pub struct BearerBody {
    /// Send it as `Authorization: Bearer …`. A secret.
    #[schema(example = "v4.public.…")]
    pub token: String,
    /// Until when it is good; refresh it before.
    pub expires_at: String,
}

impl From<Bearer> for BearerBody {
    fn from(bearer: Bearer) -> Self {
        Self { token: bearer.token, expires_at: time(bearer.expires_at) }
    }
}
