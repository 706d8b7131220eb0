//! What a sign-up answers, before and after its letter.

use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::domain::accounts::activate::Activated;
use crate::domain::accounts::sign_up::SignedUp;

/// A sign-up that waits for its letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignedUpBody {
    /// For your information only: the letter's link carries this value, unless the service is set not to tell it.
    pub token: String,
}

impl From<SignedUp> for SignedUpBody {
    fn from(signed_up: SignedUp) -> Self {
        let waiting = signed_up.waiting.map(|waiting| {
            let reference = waiting.id.uuid().as_u128();
            waiting.token.unwrap_or_else(|| ids::base62(reference))
        });
        Self { token: waiting.unwrap_or_default() }
    }
}

/// What was made of a sign-up.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivatedBody {
    /// The account.
    #[schema(example = "act_01ELyq1wYqCVVNCtWaGvjT")]
    pub account_id: Option<String>,
    /// Its first user.
    #[schema(example = "usr_01ELyq1wYqCVVNCtWaGvjT")]
    pub user_id: String,
    /// The domain that they came through.
    #[schema(example = "dom_01ELyq1wYqCVVNCtWaGvjT")]
    pub domain_id: Option<String>,
    /// What the account subscribes to.
    #[schema(example = "ver_01ELyq1wYqCVVNCtWaGvjT")]
    pub version_id: Option<String>,
}

impl From<Activated> for ActivatedBody {
    fn from(activated: Activated) -> Self {
        Self {
            account_id: activated.org.map(|org| ids::account(org.id)),
            user_id: ids::user(activated.user.id),
            domain_id: activated.domain.as_ref().map(|domain| ids::domain(domain.id)),
            version_id: activated.domain.map(|domain| ids::version(domain.version.id)),
        }
    }
}
