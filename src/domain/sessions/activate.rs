//! Activates the account of whoever is signed in, where a dialect lets a session do that.

use super::refresh::{replace, require_session};
use super::start::find_acting;
use super::token::{self, Bearer};
use crate::domain::accounts::mailbox;
use crate::domain::actor::Actor;
use crate::domain::customs::Deed;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::{App, Error, policy};
use crate::model::{Action, Principal};

/// Activates the caller's account, and replaces their session's token. It proves nothing of the mailbox: whoever signed
/// up chose the password that they signed in with. An account that is activated already stays so.
///
/// # Errors
/// `Forbidden` without a session, and where it takes the letter; `Unauthenticated` when the token was replaced meanwhile.
pub async fn activate(app: &App, principal: &Principal) -> Result<Bearer, Error> {
    let presented = policy::require_session(principal)?.clone();
    if !app.customs(&principal.client).lets(Deed::Activate) {
        return Err(Forbidden::EmailNotVerified.into());
    }
    let session = app
        .change(Actor::of(principal), move |change| {
            let (user, mut session) = require_session(change, presented.id)?;
            if session.token.generation != presented.token.generation {
                return Err(Unauthenticated::NotSignedIn.into());
            }
            mailbox::activate(change, &user)?;
            let acting = match session.org_id {
                Some(org_id) => find_acting(change.tx, user.id, org_id)?,
                None => None,
            };
            replace(change, &mut session, acting.as_ref(), Action::SessionRefreshed)?;
            Ok(session)
        })
        .await?;
    Ok(token::sign(app, &session))
}
