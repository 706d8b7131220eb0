//! Takes a letter back that has not gone out.

use super::show::{ShownLetter, find};
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::{App, Error, policy};
use crate::model::{Action, LetterId, Principal, Target};
use crate::store::queries::outbox;

/// Takes a letter back, and forgets what it says. One that is on its way at this very moment may still arrive.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`; `Conflict` for a letter that does not wait any more.
pub async fn cancel(app: &App, principal: &Principal, id: LetterId) -> Result<ShownLetter, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require_operator(change.tx, &caller)?;
        find(change.tx, id)?;
        if !outbox::cancel_letter(change.tx, id, change.now)? {
            return Err(Conflict::LetterNotQueued.into());
        }
        change.record(Action::LetterCancelled, Target::Letter(id), None)?;
        find(change.tx, id)
    })
    .await
}
