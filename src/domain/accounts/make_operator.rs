//! Makes a person an operator, for whoever has the command line of the service.

use crate::domain::audit::record::Actor;
use crate::domain::clock::later;
use crate::domain::letters::{Journey, Post};
use crate::domain::one_time::{self, Grant};
use crate::domain::{App, Error};
use crate::model::{Action, EmailAddress, Purpose, Target, Timestamp, User, UserId};
use crate::store::queries::{settings, users};

/// What came of it.
#[derive(Clone, Debug)]
pub enum MadeOperator {
    /// The person exists, and is an operator now.
    Granted(User),
    /// Nobody has this address yet: whoever opens the link makes the account.
    Invited {
        /// The link. A secret, told once.
        link: String,
        /// Until when it works.
        expires_at: Timestamp,
    },
}

/// Makes the person with this address an operator, or gives a link that makes their account.
///
/// # Errors
/// When the database does not answer.
pub async fn make_operator(app: &App, email: EmailAddress) -> Result<MadeOperator, Error> {
    let (app_, moment) = (app.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            if let Some(user) = users::find_user_by_email(tx, email.normalized())? {
                users::update_operator(tx, user.id, now)?;
                let target = Target::User(user.id);
                Actor::command_line().record(tx, &mut chance, now, Action::OperatorGranted, target, None)?;
                return Ok(MadeOperator::Granted(User { operator: true, ..user }));
            }
            let user_id = UserId::new(chance.uuid());
            settings::upsert_setting(tx, &setting_name(user_id), email.as_str().as_bytes())?;
            let expires_at = later(now, app.rules.lifetimes.activation);
            let grant = Grant {
                purpose: Purpose::OperatorSetUp,
                subject_id: user_id.uuid(),
                user_id: Some(user_id),
                expires_at,
            };
            let token = one_time::issue(tx, &mut chance, now, grant)?;
            Ok(MadeOperator::Invited { link: Post::of(app).link(Journey::SetUp, &token), expires_at })
        })
        .await
}

/// Where it is remembered which address a set-up link is for.
pub(super) fn setting_name(user_id: UserId) -> String {
    format!("operator_set_up:{user_id}")
}
