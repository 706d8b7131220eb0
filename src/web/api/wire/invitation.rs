//! An invitation, as the inviting org sees it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::user::NamedUserBody;
use crate::model::{Invitation, Timestamp};
use crate::web::answer::time;

/// An invitation.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationBody {
    /// The invitation's id.
    pub id: Uuid,
    /// Who is invited.
    pub email: String,
    /// As what.
    #[schema(example = "member")]
    pub role: &'static str,
    /// `pending`, `accepted`, `declined`, `revoked` or `expired`.
    #[schema(example = "pending")]
    pub state: &'static str,
    /// What became of its letter.
    pub mail: MailBody,
    /// When it was made or renewed.
    pub created_at: String,
    /// Until when it can be used.
    pub expires_at: String,
    /// Who invited.
    pub inviter: NamedUserBody,
}

/// What became of a letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailBody {
    /// `queued`, `sent`, `failed` or `cancelled`.
    #[schema(example = "sent")]
    pub state: &'static str,
    /// What the mail server last said.
    pub detail: Option<String>,
}

impl InvitationBody {
    /// Presents an invitation as it stands at `now`.
    pub fn new(invitation: &Invitation, now: Timestamp) -> Self {
        Self {
            id: invitation.id.uuid(),
            email: invitation.email.as_str().to_owned(),
            role: invitation.role.as_str(),
            state: invitation.state(now).as_str(),
            mail: MailBody { state: invitation.mail.stage.as_str(), detail: invitation.mail.detail.clone() },
            created_at: time(invitation.created_at),
            expires_at: time(invitation.expires_at),
            inviter: (&invitation.inviter).into(),
        }
    }
}
