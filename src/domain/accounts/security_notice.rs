//! Tells a person what happened to their account, with a link that says it was somebody else.

use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::Journey;
use crate::model::letter::SecurityEvent;
use crate::model::{ClientInfo, Letter, Purpose, User};
use crate::store::StoreError;

/// Queues the letter. Its "this wasn't me" link works as long as a session can live.
pub(in crate::domain) fn write(
    change: &mut Change<'_>,
    user: &User,
    event: SecurityEvent,
    client: Option<&ClientInfo>,
) -> Result<(), StoreError> {
    let expires_at = later(change.now, change.app.rules.lifetimes.session_idle);
    let disowning = change.issue_token(Purpose::NotMe, user.id.uuid(), Some(user.id), expires_at)?;
    let letter = Letter::SecurityNotice {
        person: user.called(),
        event,
        at: change.now,
        device: client.and_then(|client| client.user_agent.clone()),
        ip: client.map(|client| client.ip.to_string()),
        not_me_link: change.link(Journey::NotMe, &disowning),
    };
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}
