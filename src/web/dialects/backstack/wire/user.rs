//! A person.

use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::model::{Timestamp, User};

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserBody {
    /// Their id.
    #[schema(example = "usr_01ELyq1wYqCVVNCtWaGvjT")]
    pub id: String,
    /// When the account was made: seconds since 1970.
    pub created: i64,
    /// When they last signed in; null for never.
    pub last_login: Option<i64>,
    /// Their username; null without one.
    pub username: Option<String>,
    /// How they are called.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Always null.
    #[schema(value_type = Option<String>)]
    pub avatar: (),
}

impl From<&User> for UserBody {
    fn from(user: &User) -> Self {
        Self {
            id: ids::user(user.id),
            created: user.created_at.as_second(),
            last_login: user.last_login_at.map(Timestamp::as_second),
            username: user.username.as_ref().map(|username| username.as_str().to_owned()),
            name: user.name.full(),
            email: user.email.address.as_str().to_owned(),
            avatar: (),
        }
    }
}
