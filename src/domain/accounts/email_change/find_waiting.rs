//! Tells a person which change of their address waits for their mailboxes.

use crate::domain::{App, Error, policy};
use crate::model::{EmailChange, Principal};
use crate::store::queries::{email_changes, one_time_tokens};

/// The change that the caller asked for last, while it can still happen. It looks the same whether or not somebody has
/// the new address.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn find_waiting(app: &App, principal: &Principal) -> Result<Option<EmailChange>, Error> {
    let (caller, now) = (policy::require_session(principal)?.user_id, app.clock.now());
    app.store
        .read(move |tx| {
            let Some(newest) = email_changes::find_newest_email_change(tx, caller)? else { return Ok(None) };
            let is_open = one_time_tokens::exists_token_of_email_change(tx, newest.id, now)?;
            Ok((is_open && !newest.is_agreed()).then_some(newest))
        })
        .await
}
