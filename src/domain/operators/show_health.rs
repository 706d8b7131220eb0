//! Tells how the service fares.

use crate::domain::{App, Error, policy};
use crate::model::{Principal, Timestamp};
use crate::store::queries::{jobs, outbox};

/// How the service fares.
#[derive(Clone, Debug)]
pub struct Health {
    /// The time of this answer.
    pub at: Timestamp,
    /// Whether letters go anywhere.
    pub mail_configured: bool,
    /// How many letters wait.
    pub letters_queued: i64,
    /// Since when the oldest of them waits.
    pub oldest_letter_at: Option<Timestamp>,
    /// How many letters were given up lately.
    pub letters_failed: i64,
    /// How many jobs are not finished.
    pub jobs_open: i64,
    /// How many jobs could not be done lately.
    pub jobs_failed: i64,
    /// The key that signs session tokens (PASERK `k4.pid`).
    pub key_id: String,
}

/// Tells how the service fares, from one snapshot of the database.
///
/// # Errors
/// `Forbidden` for anybody but an operator; when the database does not answer.
pub async fn show_health(app: &App, principal: &Principal) -> Result<Health, Error> {
    let (caller, at) = (principal.clone(), app.clock.now());
    let mail_configured = app.rules.mail_configured;
    let key_id = app.keys.ring().current().public().kid().to_owned();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            let (letters_queued, oldest_letter_at) = outbox::count_queued(tx)?;
            let (jobs_open, jobs_failed) = jobs::count_jobs(tx)?;
            Ok(Health {
                at,
                mail_configured,
                letters_queued,
                oldest_letter_at,
                letters_failed: outbox::count_failed(tx)?,
                jobs_open,
                jobs_failed,
                key_id: key_id.clone(),
            })
        })
        .await
}
