//! Sends a test letter, as every letter is sent.

use super::show::{ShownLetter, find};
use crate::domain::actor::Actor;
use crate::domain::clock::later;
use crate::domain::letters::Reader;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::{Action, EmailAddress, Letter, Principal, Target};

/// Queues a letter that says nothing but that letters arrive. It takes the way of all others: where it does not arrive,
/// neither do they, and its dialogue tells why.
///
/// # Errors
/// `Forbidden` for anybody but an operator; `RateLimited` for too many letters to one address.
pub async fn send_test(app: &App, principal: &Principal, to: EmailAddress) -> Result<ShownLetter, Error> {
    policy::require_operator_session(principal)?;
    app.check_account(Limited::LetterTo, to.normalized()).await?;
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let letter = Letter::Test { operator: operator.called(), sign_in_link: change.sign_in_link() };
        let expires_at = later(change.now, change.app.rules.lifetimes.activation);
        let reader = Reader { to: &to, user_id: None, locale: operator.locale.as_ref() };
        let reader = reader.or_in(caller.client.locale.as_ref());
        let id = change.enqueue(reader, &letter, expires_at)?;
        change.record(Action::TestLetterSent, Target::Letter(id), None)?;
        find(change.tx, id)
    })
    .await
}
