//! Makes a person an operator, for whoever has the command line of the service.

use super::first_operator;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::error::Forbidden;
use crate::domain::letters::Journey;
use crate::domain::operators::notice;
use crate::domain::{App, Error};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, EmailAddress, Purpose, Target, Timestamp, User, UserId};
use crate::store::StoreError;
use crate::store::queries::{settings, users};

/// What came of it.
#[derive(Clone, Debug)]
pub enum MadeOperator {
    /// The person exists, and is an operator now.
    Granted(Box<User>),
    /// Nobody has this address yet: whoever opens the link makes the account.
    Invited {
        /// The link. A secret, told once.
        link: String,
        /// Until when it works.
        expires_at: Timestamp,
    },
}

/// Makes the person with this address an operator and tells them by mail, or gives a link that makes their account.
///
/// # Errors
/// `Forbidden` while the person has not proven the address; when the database does not answer.
pub async fn make_operator(app: &App, email: EmailAddress) -> Result<MadeOperator, Error> {
    app.change(Actor::command_line(), move |change| {
        if let Some(user) = users::find_user_by_email(change.tx, email.normalized())? {
            // Whoever signed up with an address that nobody has proven may be anybody.
            if !user.email.is_verified() && !user.operator {
                return Err(Forbidden::EmailNotVerified.into());
            }
            first_operator::close(change)?;
            if !user.operator {
                users::update_operator(change.tx, user.id, true, change.now)?;
                change.record(Action::OperatorGranted, Target::User(user.id), None)?;
                notice::write(change, None, &user, OperatorDeed::Granted)?;
            }
            return Ok(MadeOperator::Granted(Box::new(User { operator: true, ..user })));
        }
        let user_id: UserId = change.id();
        settings::upsert_setting(change.tx, &setting_name(user_id), email.normalized().as_bytes())?;
        let expires_at = later(change.now, change.app.rules.lifetimes.activation);
        let token = change.issue_token(Purpose::OperatorSetUp, user_id.uuid(), Some(user_id), expires_at)?;
        Ok(MadeOperator::Invited { link: change.link(Journey::SetUp, &token), expires_at })
    })
    .await
}

/// Forgets for which links an address was remembered.
pub(super) fn forget_set_up(change: &mut Change<'_>, email: &EmailAddress) -> Result<(), StoreError> {
    settings::delete_value(change.tx, email.normalized().as_bytes())
}

/// Where it is remembered which address a set-up link is for.
pub(super) fn setting_name(user_id: UserId) -> String {
    format!("operator_set_up:{user_id}")
}
