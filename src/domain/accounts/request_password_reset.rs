//! Mails a link to whoever forgot their password.

use super::letters::write_to_waiting;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::Telling;
use crate::domain::error::Missing;
use crate::domain::even_time::in_even_time;
use crate::domain::letters::Journey;
use crate::domain::limits::Limited;
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, EmailAddress, Letter, Purpose, Target, User};
use crate::store::StoreError;
use crate::store::queries::users;

/// Writes to the person with this address, if there is one. Whoever waits to prove it gets the letter
/// for that again: with a forgotten password it is what they need. Earlier links stay good. Tells nothing, except
/// through a face that tells who exists: there it answers the person.
///
/// # Errors
/// `NotFound` for an address that nobody has, where that is told; `RateLimited`, `Unavailable`.
pub async fn request_password_reset(
    app: &App,
    client: &ClientInfo,
    email: EmailAddress,
) -> Result<Option<User>, Error> {
    app.limits.check_ip(Limited::Resend, client.ip)?;
    app.check_account(Limited::Resend, email.normalized()).await?;
    let written = app.change(Actor::visitor(client), move |change| {
        let user = users::find_user_by_email(change.tx, email.normalized())?;
        match &user {
            Some(user) => {
                change.concern(user.id);
                write_reset(change, user)?;
            }
            None => write_to_waiting(change, &email)?,
        }
        let target = user.as_ref().map_or(Target::Nobody, |user| Target::User(user.id));
        change.record(Action::PasswordResetRequested, target, None)?;
        Ok(user)
    });
    let user = in_even_time(written).await?;
    match app.customs(client).unknown_address {
        Telling::Hidden => Ok(None),
        Telling::Told => user.map(Some).ok_or(Missing::User.into()),
    }
}

/// Writes the letter whose link sets another password.
pub(in crate::domain) fn write_reset(change: &mut Change<'_>, user: &User) -> Result<(), StoreError> {
    let expires_at = change.link_expiry(change.app.rules.lifetimes.reset);
    let token = change.issue_token(Purpose::PasswordReset, user.id.uuid(), Some(user.id), expires_at)?;
    let letter = Letter::PasswordReset {
        person: user.called(),
        link: change.link(Journey::Reset, &token),
        expires: expires_at,
    };
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}
