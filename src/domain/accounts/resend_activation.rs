//! Sends the letters again that prove a mailbox.

use super::letters::{write_account_exists, write_to_waiting, write_verification};
use crate::domain::actor::Actor;
use crate::domain::even_time::in_even_time;
use crate::domain::limits::Limited;
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, EmailAddress, PageRequest, Target, User, UserState};
use crate::store::queries::{memberships, users};

/// Writes again to whoever waits to prove the address: one letter for each of the newest sign-ups with
/// it, since only its owner can tell which is theirs. Earlier letters stay good. Tells nothing.
///
/// # Errors
/// `RateLimited`, `Unavailable`.
pub async fn resend_activation(app: &App, client: &ClientInfo, email: EmailAddress) -> Result<(), Error> {
    app.limits.check_ip(Limited::Resend, client.ip)?;
    app.check_account(Limited::Resend, email.normalized()).await?;
    let written = app.change(Actor::visitor(client), move |change| {
        let user = users::find_user_by_email(change.tx, email.normalized())?;
        match &user {
            Some(owner) if is_open(owner) => {
                change.concern(owner.id);
                write_account_exists(change, owner, None)?;
            }
            Some(user) => {
                change.concern(user.id);
                let first = PageRequest { limit: 1, after: None };
                let joined = memberships::list_memberships(change.tx, user.id, first)?.into_iter().next();
                write_verification(change, user, joined.as_ref().map(|membership| &membership.org.name))?;
                write_to_waiting(change, &email)?;
            }
            None => write_to_waiting(change, &email)?,
        }
        let target = user.map_or(Target::Nobody, |user| Target::User(user.id));
        Ok(change.record(Action::ActivationResendRequested, target, None)?)
    });
    in_even_time(written).await
}

/// Whether a letter has nothing left to do for a person: the mailbox is proven, and they may sign in.
fn is_open(user: &User) -> bool {
    user.email.is_verified() && user.state != UserState::Pending
}
