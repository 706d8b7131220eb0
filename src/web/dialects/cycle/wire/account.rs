//! An Account: a person.

use serde::Serialize;
use utoipa::ToSchema;

use super::values::time_or_never;
use crate::model::{User, UserState};
use crate::web::answer::time;

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountBody {
    /// Its id.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// How they are called.
    pub name: NameBody,
    /// Their mailbox.
    pub email: EmailBody,
    /// Their second factor; null without one.
    pub two_factor_auth: Option<TwoFactorBody>,
    /// Whether operators may sign in as them to help.
    pub allow_support_login: bool,
    /// Whether they may sign in.
    pub state: StateBody,
    /// What happened to it, and when.
    pub events: AccountEventsBody,
}

/// A name in two parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct NameBody {
    /// The first part.
    pub first: String,
    /// The last part, perhaps empty.
    pub last: String,
}

/// A mailbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmailBody {
    /// The address.
    pub address: String,
    /// Whether its owner proved that they read it.
    pub verified: bool,
    /// When it became this account's address.
    pub added: String,
}

/// A second factor.
#[derive(Debug, Serialize, ToSchema)]
pub struct TwoFactorBody {
    /// Whether signing in asks for it. It is not told of before.
    pub verified: bool,
}

/// How it is with an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateBody {
    /// `new`, `live`, `suspending` or `deleted`.
    pub current: &'static str,
    /// Since when.
    pub changed: String,
    /// Why the job that was to delete it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<StateErrorBody>,
}

/// Why a job failed.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateErrorBody {
    /// For people.
    pub message: String,
    /// When.
    pub time: String,
}

/// What happened to an account. What never did happened at `0001-01-01T00:00:00Z`.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountEventsBody {
    /// When it was made.
    pub created: String,
    /// When it last changed.
    pub updated: String,
    /// When its deletion was asked for.
    pub deleted: String,
    /// When they last signed in.
    pub last_login: String,
}

impl From<&User> for AccountBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.abbreviated(),
            name: NameBody { first: user.name.first().to_owned(), last: user.name.last().to_owned() },
            email: EmailBody {
                address: user.email.address.as_str().to_owned(),
                verified: user.email.is_verified(),
                added: time(user.email.added_at),
            },
            two_factor_auth: user.two_factor.then_some(TwoFactorBody { verified: true }),
            allow_support_login: user.allow_support_login,
            state: user.into(),
            events: AccountEventsBody {
                created: time(user.created_at),
                updated: time(user.updated_at),
                deleted: time_or_never(None),
                last_login: time_or_never(user.last_login_at),
            },
        }
    }
}

impl From<&User> for StateBody {
    fn from(user: &User) -> Self {
        let changed = time(user.state_changed_at);
        let error = user.state_error.map(|failure| StateErrorBody {
            message: failure.to_string(),
            // The job that fails opens the account again.
            time: changed.clone(),
        });
        Self { current: word_for(user.state), changed, error }
    }
}

fn word_for(state: UserState) -> &'static str {
    match state {
        UserState::Pending => "new",
        UserState::Active => "live",
        // The nearest word there is. Whoever is suspended can't call.
        UserState::Suspended => "suspending",
        UserState::Deleting => "deleted",
    }
}
