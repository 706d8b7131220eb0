//! Sessions: that a person is signed in somewhere. The row decides, the token only names it.

use uuid::Uuid;

use super::{OrgId, SessionId, Timestamp, UserId};

/// A signed-in device.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who is signed in.
    pub user_id: UserId,
    /// The operator who signed in as them, to help them; `None` where they did themselves.
    pub operator_id: Option<UserId>,
    /// The org they act for; `None` also after they lost its membership.
    pub org_id: Option<OrgId>,
    /// The token in force. Earlier generations are spent.
    pub token: IssuedToken,
    /// When the token in force replaced its predecessor.
    pub rotated_at: Option<Timestamp>,
    /// The user agent it was opened with, shortened.
    pub device: Option<String>,
    /// The address it was last used from.
    pub ip: String,
    /// When the person signed in.
    pub created_at: Timestamp,
    /// When it was last used, exact to five minutes.
    pub last_used_at: Timestamp,
    /// When it ends however much it is used.
    pub expires_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// What is needed to sign the very same token again, so that a retried refresh gets the same successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedToken {
    /// Counts the tokens of a session, from 1.
    pub generation: i64,
    /// The token's own id (`jti`).
    pub id: Uuid,
    /// The key that signs it (PASERK `k4.pid`).
    pub key_id: String,
    /// The org named in it.
    pub org_id: Option<OrgId>,
    /// The role named in it.
    pub role: Option<super::Role>,
    /// Valid from.
    pub issued_at: Timestamp,
    /// Valid until.
    pub expires_at: Timestamp,
}
