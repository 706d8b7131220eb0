//! What happens once both mailboxes agree.

use super::letters::write_changed;
use crate::domain::Error;
use crate::domain::accounts::mailbox::{self, void_sign_ups};
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Missing};
use crate::domain::sessions::end::end_sessions;
use crate::model::{Action, ClientInfo, EmailAddress, EmailChange, Target, User, UserEmail, UserId};
use crate::store::Read;
use crate::store::queries::{one_time_tokens, users};

/// Gives the person the new address, proven. Whatever was mailed to the old one is void; every session ends
/// but the one that asked; the old mailbox is told, and can undo it.
///
/// # Errors
/// `Conflict` when the address has become another account's: it is free or not at this very moment.
pub(super) fn take_effect(
    change: &mut Change<'_>,
    agreed: &EmailChange,
    client: &ClientInfo,
) -> Result<(), Error> {
    let user = users::find_user(change.tx, agreed.user_id)?.ok_or(Missing::Token)?;
    require_free(change.tx, &agreed.new, user.id)?;
    let proven =
        UserEmail { address: agreed.new.clone(), verified_at: Some(change.now), added_at: change.now };
    users::update_email(change.tx, user.id, &proven, change.now)?;
    mailbox::activate(change, &User { email: proven, ..user.clone() })?;
    one_time_tokens::spend_tokens_of_user(change.tx, user.id, change.now)?;
    void_sign_ups(change, &agreed.new)?;
    end_sessions(change, user.id, Some(agreed.session_id))?;
    change.record(Action::EmailChanged, Target::User(user.id), None)?;
    Ok(write_changed(change, &user, agreed, client)?)
}

/// Refuses an address that another account has.
///
/// # Errors
/// `Conflict`.
pub(super) fn require_free(tx: &mut dyn Read, address: &EmailAddress, user_id: UserId) -> Result<(), Error> {
    match users::find_user_by_email(tx, address.normalized())? {
        Some(other) if other.id != user_id => Err(Conflict::EmailAddressTaken.into()),
        _ => Ok(()),
    }
}
