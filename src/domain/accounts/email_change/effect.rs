//! What happens once the mailboxes agree whose word it takes.

use super::letters::{write_changed, write_taken};
use crate::domain::Error;
use crate::domain::accounts::letters::write_verification;
use crate::domain::accounts::mailbox::{self, void_sign_ups};
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Missing};
use crate::domain::sessions::end::end_sessions;
use crate::model::{
    Action, Agreement, ClientInfo, EmailAddress, EmailChange, Target, User, UserEmail, UserId,
};
use crate::store::Read;
use crate::store::queries::{one_time_tokens, users};

/// Gives the person the new address. The old mailbox is told, and can undo it; whatever was mailed to it before is void.
///
/// # Errors
/// `Conflict` when the proven address has become another account's: it is free or not at this very moment.
pub(super) fn take_effect(
    change: &mut Change<'_>,
    agreed: &EmailChange,
    client: &ClientInfo,
) -> Result<(), Error> {
    let user = users::find_user(change.tx, agreed.user_id)?.ok_or(Missing::Token)?;
    let is_replaced = match agreed.agreement {
        Agreement::Both | Agreement::New => replace_by_proven(change, &user, agreed)?,
        Agreement::Old => replace_by_unproven(change, &user, agreed)?,
    };
    if is_replaced {
        change.record(Action::EmailChanged, Target::User(user.id), None)?;
        write_changed(change, &user, agreed, client)?;
    }
    Ok(())
}

/// Puts the new address in place, proven: every session ends but the one that asked.
fn replace_by_proven(change: &mut Change<'_>, user: &User, agreed: &EmailChange) -> Result<bool, Error> {
    require_free(change.tx, &agreed.new, user.id)?;
    let proven =
        UserEmail { address: agreed.new.clone(), verified_at: Some(change.now), added_at: change.now };
    users::update_email(change.tx, user.id, &proven, change.now)?;
    mailbox::activate(change, &User { email: proven, ..user.clone() })?;
    one_time_tokens::spend_tokens_of_user(change.tx, user.id, change.now)?;
    void_sign_ups(change, &agreed.new)?;
    end_sessions(change, user.id, Some(agreed.session_id))?;
    Ok(true)
}

/// Puts the new address in place, unproven: the letter follows that proves it, and sessions go on. Whoever asked must
/// not learn that somebody has the address: then nothing changes, and its owner is told.
fn replace_by_unproven(change: &mut Change<'_>, user: &User, agreed: &EmailChange) -> Result<bool, Error> {
    let other = users::find_user_by_email(change.tx, agreed.new.normalized())?;
    if let Some(owner) = other.filter(|other| other.id != user.id) {
        if owner.email.is_verified() {
            let expires_at = change.link_expiry(change.app.rules.lifetimes.email_change);
            write_taken(change, &owner, expires_at)?;
        }
        return Ok(false);
    }
    let unproven = UserEmail { address: agreed.new.clone(), verified_at: None, added_at: change.now };
    users::update_email(change.tx, user.id, &unproven, change.now)?;
    one_time_tokens::spend_tokens_of_user(change.tx, user.id, change.now)?;
    write_verification(change, &User { email: unproven, ..user.clone() }, None)?;
    Ok(true)
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
