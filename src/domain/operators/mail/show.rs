//! Shows a letter's delivery.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{LetterDelivery, LetterId, Principal};
use crate::store::Read;
use crate::store::queries::outbox;

/// How a letter's delivery goes.
#[derive(Clone, Debug)]
pub struct ShownLetter {
    /// The letter and where it stands.
    pub delivery: LetterDelivery,
    /// What was said with the mail server at the last try, line by line.
    pub dialogue: Vec<String>,
}

/// Shows how a letter's delivery goes.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn show(app: &App, principal: &Principal, id: LetterId) -> Result<ShownLetter, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            find(tx, id)
        })
        .await
}

/// A letter by id.
///
/// # Errors
/// `NotFound`.
pub(super) fn find(tx: &mut dyn Read, id: LetterId) -> Result<ShownLetter, Error> {
    let (delivery, dialogue) = outbox::find_letter(tx, id)?.ok_or(Missing::Letter)?;
    Ok(ShownLetter { delivery, dialogue })
}
