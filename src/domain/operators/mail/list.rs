//! Lists letters.

use crate::domain::{App, Error, policy};
use crate::model::{LetterDelivery, MailStage, Page, PageRequest, Principal, Search};
use crate::store::queries::outbox;

/// Which letters are asked for; `None` for all.
#[derive(Clone, Debug, Default)]
pub struct LetterFilter {
    /// Those that stand there.
    pub stage: Option<MailStage>,
    /// Those to addresses that begin like this.
    pub recipient: Option<Search>,
}

/// The letters that wait, and those that were sent, given up or taken back lately, the newest first. What they say is
/// not told: their links are their recipients'.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list(
    app: &App,
    principal: &Principal,
    filter: LetterFilter,
    page: PageRequest,
) -> Result<Page<LetterDelivery>, Error> {
    let caller = principal.clone();
    let rows = app
        .store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            outbox::list_letters(tx, filter.stage, filter.recipient.as_ref(), page).map_err(Error::from)
        })
        .await?;
    Ok(Page::cut(rows, page.limit, |delivery| delivery.letter.id.uuid()))
}
