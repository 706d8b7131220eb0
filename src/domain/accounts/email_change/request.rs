//! Asks for another address, by the password.
//!
//! Nothing that the caller sees tells whether somebody has the new address: the answer is the same, and so
//! is the letter to the old one. Where the address is another account's, nobody gets a link that proves it,
//! so the change just never happens; that account's owner is told.

use super::letters::{write_proof, write_request, write_taken};
use crate::domain::accounts::password::{confirm_for, is_still_confirmed};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::Deed;
use crate::domain::error::Unauthenticated;
use crate::domain::limits::{Attempts, Limited};
use crate::domain::{App, Error, policy};
use crate::model::{
    Action, Agreement, ClientInfo, EmailAddress, EmailChange, Password, Principal, SessionId, Target, User,
};
use crate::store::StoreError;
use crate::store::queries::{email_changes, one_time_tokens, users};

/// How often a request starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Writes to the mailboxes, for the caller's address to become `email`. Whose word it takes depends on the face that
/// it is asked for through. What was asked for before is void.
///
/// # Errors
/// `Forbidden` without a session or for a wrong password, `RateLimited` after too many of them or too many letters, `Invalid`
/// for the address that the caller has.
pub async fn request(
    app: &App,
    principal: &Principal,
    password: Option<Password>,
    email: EmailAddress,
) -> Result<(), Error> {
    policy::require_session(principal)?;
    check_limits(app, principal, &email).await?;
    for _ in 0..ATTEMPTS {
        let stored = confirm_for(app, principal, Deed::ChangeAddress, password.as_ref()).await?;
        if ask(app, principal, stored, email.clone()).await? {
            return Ok(());
        }
    }
    Err(Error::Unavailable)
}

/// Counts a request for another address.
///
/// # Errors
/// `RateLimited` when there were too many of them, or too many letters.
pub(in crate::domain::accounts) async fn check_limits(
    app: &App,
    principal: &Principal,
    email: &EmailAddress,
) -> Result<(), Error> {
    app.limits.check_ip(Limited::Resend, principal.client.ip)?;
    let caller = principal.user_id().to_string();
    let attempts =
        [Attempts::one(Limited::Resend, &caller), Attempts::one(Limited::LetterTo, email.normalized())];
    app.check_accounts(attempts).await
}

/// Notes the request and writes the letters; `false` when the password changed since it was checked.
async fn ask(
    app: &App,
    principal: &Principal,
    stored: Option<String>,
    email: EmailAddress,
) -> Result<bool, Error> {
    let (caller, session_id) = (principal.user_id(), policy::require_session(principal)?.id);
    let client = principal.client.clone();
    app.change(Actor::of(principal), move |change| {
        if let Some(stored) = &stored
            && !is_still_confirmed(change, caller, stored)?
        {
            return Ok(false);
        }
        let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
        if user.email.address.normalized() == email.normalized() {
            let detail = "This is your address already.";
            return Err(Error::invalid("email", "email_unchanged", detail));
        }
        note(change, &user, session_id, &email, &client)?;
        Ok(true)
    })
    .await
}

/// Notes that a person wants another address, and writes the letters. What was asked for before is void.
pub(in crate::domain::accounts) fn note(
    change: &mut Change<'_>,
    user: &User,
    session_id: SessionId,
    email: &EmailAddress,
    client: &ClientInfo,
) -> Result<(), StoreError> {
    one_time_tokens::spend_email_change_tokens_of_user(change.tx, user.id, change.now)?;
    let asked = EmailChange {
        id: change.id(),
        user_id: user.id,
        session_id,
        old: user.email.clone(),
        new: email.clone(),
        agreement: change.customs().address_change,
        accepted_at: None,
        confirmed_at: None,
        created_at: change.now,
        expires_at: change.link_expiry(change.app.rules.lifetimes.email_change),
    };
    email_changes::insert_email_change(change.tx, &asked)?;
    write_request(change, user, &asked, client)?;
    // An unproven address belongs to nobody: who reads its mailbox is still to be seen.
    match users::find_user_by_email(change.tx, email.normalized())? {
        Some(owner) if owner.email.is_verified() => write_taken(change, &owner, asked.expires_at)?,
        _ if asked.agreement == Agreement::Old => {}
        _ => write_proof(change, user, &asked)?,
    }
    change.record(Action::EmailChangeRequested, Target::User(user.id), None)
}
