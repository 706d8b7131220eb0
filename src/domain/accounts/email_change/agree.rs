//! Agrees to a change of address, by the link in a mailbox. Whoever's word was still missing puts it into effect.

use super::effect::take_effect;
use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Action, ClientInfo, EmailChange, EmailChangeId, Purpose, Target};
use crate::store::queries::email_changes;

/// Lets the change happen, by the link in the old mailbox.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used, is void or too old, `RateLimited`;
/// `Conflict` when the new address has become another account's, which leaves the link good.
pub async fn accept(app: &App, client: &ClientInfo, token: &str) -> Result<EmailChange, Error> {
    agree(app, client, token, Mailbox::Old).await
}

/// Proves the new mailbox, by the link in it.
///
/// # Errors
/// As for [`accept`].
pub async fn confirm(app: &App, client: &ClientInfo, token: &str) -> Result<EmailChange, Error> {
    agree(app, client, token, Mailbox::New).await
}

/// Which mailbox agrees.
#[derive(Clone, Copy)]
enum Mailbox {
    Old,
    New,
}

async fn agree(app: &App, client: &ClientInfo, token: &str, by: Mailbox) -> Result<EmailChange, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    let origin = client.clone();
    let (purpose, action) = match by {
        Mailbox::Old => (Purpose::EmailChangeAccept, Action::EmailChangeAccepted),
        Mailbox::New => (Purpose::EmailChangeConfirm, Action::EmailChangeConfirmed),
    };
    app.change(Actor::visitor(client), move |change| {
        let token = change.spend_token(&digest, &[purpose])?;
        let id = EmailChangeId::new(token.subject_id);
        match by {
            Mailbox::Old => email_changes::update_accepted(change.tx, id, change.now)?,
            Mailbox::New => email_changes::update_confirmed(change.tx, id, change.now)?,
        }
        let agreed = email_changes::find_email_change(change.tx, id)?.ok_or(Missing::Token)?;
        change.concern(agreed.user_id);
        change.record(action, Target::User(agreed.user_id), None)?;
        if agreed.is_agreed() {
            take_effect(change, &agreed, &origin)?;
        }
        Ok(agreed)
    })
    .await
}
