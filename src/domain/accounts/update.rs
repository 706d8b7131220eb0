//! Changes what a person says of themselves.

use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Unauthenticated};
use crate::domain::{App, Error, policy};
use crate::model::{Action, Locale, PersonName, Principal, Scope, Target, User, Username};
use crate::store::queries::users;

/// What is to change; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default)]
pub struct UpdateAccount {
    /// How they are called.
    pub name: Option<PersonName>,
    /// Their username; `Some(None)` gives it up.
    pub username: Option<Option<Username>>,
    /// The language they want to be written to in; `Some(None)` forgets it.
    pub locale: Option<Option<Locale>>,
    /// Whether operators may sign in as them to help.
    pub allow_support_login: Option<bool>,
}

/// Changes the caller's account. What one signs in with, and who else may, takes a session.
///
/// # Errors
/// `Forbidden` for an API key without the scope, and for one that would change either; `Conflict` when somebody
/// else has the username.
pub async fn update(app: &App, principal: &Principal, input: UpdateAccount) -> Result<User, Error> {
    policy::require_scope(principal, Scope::UpdateAccount)?;
    if input.username.is_some() || input.allow_support_login.is_some() {
        policy::require_session(principal)?;
    }
    let user_id = principal.user_id();
    app.change(Actor::of(principal), move |change| {
        let mut user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        if let Some(name) = &input.name {
            user.name.clone_from(name);
        }
        if let Some(username) = &input.username {
            user.username.clone_from(username);
        }
        if let Some(locale) = &input.locale {
            user.locale.clone_from(locale);
        }
        if let Some(allowed) = input.allow_support_login {
            user.allow_support_login = allowed;
        }
        if let Some(username) = &user.username
            && users::find_user_by_username(change.tx, username.normalized())?
                .is_some_and(|other| other.id != user_id)
        {
            return Err(Conflict::UsernameTaken.into());
        }
        users::update_profile(change.tx, &user, change.now)?;
        change.record(Action::UserUpdated, Target::User(user_id), None)?;
        Ok(users::find_user(change.tx, user_id)?.unwrap_or(user))
    })
    .await
}
