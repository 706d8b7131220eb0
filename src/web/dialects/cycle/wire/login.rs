//! A login: an attempt to sign in.

use serde::Serialize;
use utoipa::ToSchema;

use crate::model::Login;
use crate::model::login::LoginKind;
use crate::web::answer::time;

/// An attempt to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoginBody {
    /// Its id.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// To whose account, and from where.
    pub account: WhoBody,
    /// When.
    pub time: String,
    /// `employee` for an operator's own sign-in to help; `password` for everything else, API keys too.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether it let the caller in.
    pub success: bool,
    /// The operator behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee: Option<WhoBody>,
}

/// A person, and the address that they called from.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhoBody {
    /// Whose id.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// From which address.
    #[schema(example = "203.0.113.9")]
    pub ip: String,
}

impl From<&Login> for LoginBody {
    fn from(login: &Login) -> Self {
        let who = |id: String| WhoBody { id, ip: login.ip.clone() };
        Self {
            id: login.id.abbreviated(),
            account: who(login.user_id.abbreviated()),
            time: time(login.at),
            kind: match login.kind {
                LoginKind::Support => "employee",
                // Cycle has no word for a key.
                LoginKind::Password | LoginKind::Passkey | LoginKind::ApiKey => "password",
            },
            success: login.refusal.is_none(),
            employee: login.operator_id.map(|id| who(id.abbreviated())),
        }
    }
}
