//! Looks at a link of a change before using it. Changes nothing: mail scanners look too.

use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, EmailChange, EmailChangeId, EmailChangeStep};
use crate::store::queries::email_changes;

/// A link as its holder sees it.
#[derive(Clone, Debug)]
pub struct EmailChangeLink {
    /// What it does.
    pub step: EmailChangeStep,
    /// The change that it belongs to.
    pub change: EmailChange,
}

/// Looks at a link.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used, is void or too old, `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<EmailChangeLink, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            let purposes = EmailChangeStep::ALL.map(EmailChangeStep::purpose);
            let token = one_time::require_usable(tx, &digest, &purposes, now)?;
            let step = EmailChangeStep::of(token.purpose).ok_or(Missing::Token)?;
            let change = email_changes::find_email_change(tx, EmailChangeId::new(token.subject_id))?
                .ok_or(Missing::Token)?;
            Ok(EmailChangeLink { step, change })
        })
        .await
}
