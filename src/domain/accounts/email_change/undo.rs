//! Puts a former address back: "this wasn't me", said by the mailbox that an account was taken from.

use std::time::Duration;

use super::effect::require_free;
use super::letters::write_undone;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::model::{Action, EmailChangeId, OneTimeTokenRecord, Target, User};
use crate::store::queries::{email_changes, one_time_tokens, users};

/// So long after a change the former address can be put back: time enough to read a letter, and short
/// enough for a mailbox that somebody has left for good.
pub(in crate::domain) const UNDO_WITHIN: Duration = Duration::from_hours(7 * 24);

/// Puts the address back that the token was mailed to, with what was known of it then, however often the
/// address was changed since: who had it first decides. Answers the person as they are now.
///
/// # Errors
/// `Conflict` when the address has become another account's.
pub(in crate::domain::accounts) fn undo(
    change: &mut Change<'_>,
    token: &OneTimeTokenRecord,
) -> Result<User, Error> {
    let undone = email_changes::find_email_change(change.tx, EmailChangeId::new(token.subject_id))?
        .ok_or(Missing::Token)?;
    let user = users::find_user(change.tx, undone.user_id)?.ok_or(Missing::Token)?;
    one_time_tokens::spend_later_undo_tokens_of_user(change.tx, user.id, token.id, change.now)?;
    // The address may have come back by itself meanwhile.
    if user.email.address.normalized() == undone.old.address.normalized() {
        return Ok(user);
    }
    require_free(change.tx, &undone.old.address, user.id)?;
    users::update_email(change.tx, user.id, &undone.old, change.now)?;
    change.record(Action::EmailRestored, Target::User(user.id), None)?;
    write_undone(change, &user)?;
    Ok(User { email: undone.old, ..user })
}
