//! Tries a letter again now.

use super::show::{ShownLetter, find};
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::{App, Error, policy};
use crate::model::{Action, LetterId, MailStage, Principal, Target};
use crate::store::queries::outbox;

/// Lets a letter be tried now that waits for its next try. One that is on its way goes on.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`; `Conflict` for a letter that does not wait any more: what it said
/// is forgotten.
pub async fn resend(app: &App, principal: &Principal, id: LetterId) -> Result<ShownLetter, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require_operator(change.tx, &caller)?;
        if find(change.tx, id)?.delivery.letter.mail.stage != MailStage::Queued {
            return Err(Conflict::LetterNotQueued.into());
        }
        outbox::retry_letter(change.tx, id, change.now)?;
        change.record(Action::LetterResent, Target::Letter(id), None)?;
        find(change.tx, id)
    })
    .await
}
