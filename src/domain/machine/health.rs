//! Whether the service is fit to take requests.

use crate::domain::{App, Error};
use crate::model::Timestamp;
use crate::store::queries::outbox;

/// How the parts are.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// Whether letters go anywhere.
    pub mail_configured: bool,
    /// How many letters wait.
    pub letters_queued: i64,
    /// Since when the oldest of them waits.
    pub oldest_letter_at: Option<Timestamp>,
    /// The time of this answer.
    pub now: Timestamp,
}

/// Looks at the database and the outbox.
///
/// # Errors
/// When the database does not answer.
pub async fn readiness(app: &App) -> Result<Readiness, Error> {
    let (letters_queued, oldest_letter_at) =
        app.store.read(|tx| outbox::count_queued(tx).map_err(Error::from)).await?;
    Ok(Readiness {
        mail_configured: app.rules.mail_configured,
        letters_queued,
        oldest_letter_at,
        now: app.clock.now(),
    })
}
