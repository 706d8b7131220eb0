//! Gives a person who lost their mailbox another address.

use super::require_other;
use crate::domain::accounts::letters::write_verification;
use crate::domain::actor::Actor;
use crate::domain::error::Conflict;
use crate::domain::operators::notice;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, policy};
use crate::model::letter::OperatorDeed;
use crate::model::{Action, EmailAddress, Principal, Target, User, UserEmail, UserId};
use crate::store::queries::{one_time_tokens, outbox, users};

/// Gives a person another address, unproven: a letter there asks for the proof. The old mailbox is told, and can't take
/// it back, since it may be in other hands; whatever was mailed there is void. Every session ends.
///
/// # Errors
/// `Forbidden` for anybody but an operator, and for one's own account; `NotFound`; `Invalid` for the address they have;
/// `Conflict` for one that another account has.
pub async fn set_address(
    app: &App,
    principal: &Principal,
    id: UserId,
    address: EmailAddress,
) -> Result<User, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        let operator = policy::require_operator(change.tx, &caller)?;
        let before = require_other(change.tx, &operator, id)?;
        if before.email.address.normalized() == address.normalized() {
            let detail = "This is the person's address already.";
            return Err(Error::invalid("email", "email_unchanged", detail));
        }
        if users::find_user_by_email(change.tx, address.normalized())?.is_some() {
            return Err(Conflict::EmailAddressTaken.into());
        }
        let email = UserEmail { address: address.clone(), verified_at: None, added_at: change.now };
        users::update_email(change.tx, id, &email, change.now)?;
        one_time_tokens::spend_every_token_of_user(change.tx, id, change.now)?;
        outbox::cancel_links_to(change.tx, before.email.address.normalized(), change.now)?;
        end_sessions(change, id, None)?;
        change.record(Action::EmailSet, Target::User(id), None)?;
        notice::write(change, Some(&operator), &before, OperatorDeed::AddressSet)?;
        let user = users::find_user(change.tx, id)?.unwrap_or(User { email, ..before });
        write_verification(change, &user, None)?;
        Ok(user)
    })
    .await
}
