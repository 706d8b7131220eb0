//! The built-in inbox: where letters go when nobody is to be written to.

use crate::domain::{App, Error};
use crate::model::EmailAddress;
use crate::store::queries::inbox;
pub use crate::store::queries::inbox::InboxMessage;

/// The letters, the oldest first; with `to`, only those to that address.
///
/// # Errors
/// When the database does not answer.
pub async fn list(app: &App, to: Option<EmailAddress>) -> Result<Vec<InboxMessage>, Error> {
    app.store
        .read(move |tx| {
            let to = to.as_ref().map(EmailAddress::normalized);
            let mut messages = inbox::list_inbox(tx)?;
            messages.retain(|message| to.is_none_or(|to| message.to.eq_ignore_ascii_case(to)));
            Ok(messages)
        })
        .await
}

/// Empties the inbox.
///
/// # Errors
/// When the database does not answer.
pub async fn clear(app: &App) -> Result<(), Error> {
    app.store.write(|tx| inbox::delete_inbox(tx).map_err(Error::from)).await
}
