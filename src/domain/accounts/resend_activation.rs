//! Sends the letters again that prove a mailbox.

use super::mailbox::MANY;
use super::sign_up::{ActivationLetter, write_account_exists, write_activation};
use crate::domain::clock::later;
use crate::domain::limits::Limited;
use crate::domain::{App, Error};
use crate::model::{ClientInfo, EmailAddress, PageRequest, Purpose};
use crate::store::queries::{memberships, one_time_tokens, sign_ups, users};

/// Sign-ups of one address that a resend writes to: more are nobody's honest doing.
const LETTERS: usize = 5;

/// Writes again to whoever waits to prove the address: one letter for each of the newest sign-ups with
/// it, since only its owner can tell which is theirs. Earlier letters stay good. Tells nothing.
///
/// # Errors
/// `RateLimited`, `Unavailable`.
pub async fn resend_activation(app: &App, client: &ClientInfo, email: EmailAddress) -> Result<(), Error> {
    app.limits.check_ip(Limited::Resend, client.ip)?;
    app.limits.check_account(Limited::Resend, email.normalized(), 1)?;
    let (app_, moment) = (app.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let user = users::find_user_by_email(tx, email.normalized())?;
            if let Some(owner) = user.as_ref().filter(|user| user.email.is_verified()) {
                return Ok(write_account_exists(app, tx, &mut chance, now, owner)?);
            }
            if let Some(user) = user {
                let first = PageRequest { limit: 1, after: None };
                let org = memberships::list_memberships(tx, user.id, first)?.into_iter().next();
                let letter = ActivationLetter {
                    to: &user.email.address,
                    person: &user.name,
                    org: org.map(|membership| membership.org.name.as_str().to_owned()),
                    purpose: Purpose::EmailVerification,
                    subject_id: user.id.uuid(),
                    user_id: Some(user.id),
                };
                letter.write(app, tx, &mut chance, now)?;
            }
            let expires_at = later(now, app.rules.lifetimes.activation);
            for waiting in sign_ups::list_live_sign_ups(tx, email.normalized(), now, MANY)?.iter().take(LETTERS) {
                sign_ups::update_expiry(tx, waiting.id, expires_at)?;
                one_time_tokens::update_expiry_of_subject(tx, waiting.id.uuid(), expires_at)?;
                write_activation(app, tx, &mut chance, now, waiting)?;
            }
            Ok(())
        })
        .await
}
