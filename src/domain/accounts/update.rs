//! Changes what a person says of themselves.

use crate::domain::audit::record::Actor;
use crate::domain::error::{Conflict, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Action, Locale, PersonName, Principal, Target, User, Username};
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
}

/// Changes the caller's account.
///
/// # Errors
/// `Conflict` when somebody else has the username.
pub async fn update(app: &App, principal: &Principal, input: UpdateAccount) -> Result<User, Error> {
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let user_id = principal.user_id();
            let mut user = users::find_user(tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
            if let Some(name) = &input.name {
                user.name = name.clone();
            }
            if let Some(username) = &input.username {
                user.username = username.clone();
            }
            if let Some(locale) = &input.locale {
                user.locale = locale.clone();
            }
            if let Some(username) = &user.username
                && users::find_user_by_username(tx, username.normalized())?.is_some_and(|other| other.id != user_id)
            {
                return Err(Conflict::UsernameTaken.into());
            }
            users::update_profile(tx, &user, moment.now)?;
            let target = Target::User(user_id);
            let mut chance = moment.chance();
            Actor::of(&principal).record(tx, &mut chance, moment.now, Action::UserUpdated, target, None)?;
            Ok(users::find_user(tx, user_id)?.unwrap_or(user))
        })
        .await
}
