//! Takes from a person that they run the service, for whoever has its command line.

use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::operators::notice;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, EmailAddress, Target, User};
use crate::store::queries::users;

/// Makes the person with this address an operator no longer, and tells them by mail. Their account stays as it is; where
/// they are signed in as somebody by a support login, that is over.
///
/// # Errors
/// `NotFound` for an address of no operator; `Conflict` while the service would be left without one; when the database
/// does not answer.
pub async fn remove_operator(app: &App, email: EmailAddress) -> Result<User, Error> {
    app.change(Actor::command_line(), move |change| {
        let user = users::find_user_by_email(change.tx, email.normalized())?
            .filter(|user| user.operator)
            .ok_or(Missing::User)?;
        policy::require_another_operator(change.tx, &user)?;
        users::update_operator(change.tx, user.id, false, change.now)?;
        change.record(Action::OperatorRemoved, Target::User(user.id), None)?;
        notice::write(change, None, &user, OperatorDeed::Removed)?;
        Ok(User { operator: false, ..user })
    })
    .await
}
