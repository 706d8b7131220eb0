//! Adding a person, with what follows from whether their mailbox is proven.

use super::letters::write_verification;
use super::mailbox::void_sign_ups;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::error::Conflict;
use crate::domain::orgs::create::new_org;
use crate::model::{Action, EmailAddress, Org, OrgName, SignUp, Target, Timestamp, User};
use crate::store::Read;
use crate::store::queries::users;

/// The person that a sign-up makes.
pub(super) fn person_of(sign_up: &SignUp) -> User {
    User {
        username: sign_up.username.clone(),
        password_generated: sign_up.sealed_password.is_some(),
        locale: sign_up.locale.clone(),
        terms_accepted_at: sign_up.terms_accepted_at,
        ..User::new(sign_up.user_id, sign_up.name.clone(), sign_up.email.clone(), sign_up.created_at)
    }
}

/// The org that a sign-up founds at `now`.
pub(super) fn org_of(sign_up: &SignUp, now: Timestamp) -> Option<Org> {
    let wanted = sign_up.org.clone()?;
    let sign_up_domain_id = sign_up.domain_id;
    Some(Org { sign_up_domain_id, ..new_org(wanted.id, wanted.name, wanted.country, now) })
}

/// Refuses an address that has an account, proven or not.
///
/// # Errors
/// `Conflict`.
pub(super) fn require_free(tx: &mut dyn Read, address: &EmailAddress) -> Result<(), Error> {
    match users::find_user_by_email(tx, address.normalized())? {
        Some(_) => Err(Conflict::EmailAddressTaken.into()),
        None => Ok(()),
    }
}

/// Adds a person who has just proven their mailbox, and acts as them from here on. Every sign-up that
/// waits with the address is void.
pub(super) fn add_proven(
    change: &mut Change<'_>,
    mut user: User,
    password_hash: &str,
) -> Result<User, Error> {
    user.activated_at = Some(change.now);
    add_with_mailbox(change, user, password_hash)
}

/// Adds a person who has just proven their mailbox, and is still to activate their account: as
/// [`add_proven`], with the letter of [`add_unproven`].
pub(super) fn add_proven_inactive(
    change: &mut Change<'_>,
    user: User,
    password_hash: &str,
    org: Option<&OrgName>,
) -> Result<User, Error> {
    let user = add_with_mailbox(change, user, password_hash)?;
    write_verification(change, &user, org)?;
    Ok(user)
}

/// Adds a person whose mailbox is unproven, and acts as them from here on. A letter follows that proves
/// it, and activates the account where it is not yet; it names the org they join.
pub(super) fn add_unproven(
    change: &mut Change<'_>,
    mut user: User,
    password_hash: &str,
    org: Option<&OrgName>,
) -> Result<User, Error> {
    add(change, &mut user, password_hash)?;
    write_verification(change, &user, org)?;
    Ok(user)
}

fn add_with_mailbox(change: &mut Change<'_>, mut user: User, password_hash: &str) -> Result<User, Error> {
    user.email.verified_at = Some(change.now);
    add(change, &mut user, password_hash)?;
    void_sign_ups(change, &user.email.address)?;
    change.record(Action::EmailVerified, Target::User(user.id), None)?;
    Ok(user)
}

fn add(change: &mut Change<'_>, user: &mut User, password_hash: &str) -> Result<(), Error> {
    // A sign-up may have waited since it was made.
    user.state_changed_at = change.now;
    users::insert_user(change.tx, user, Some(password_hash))?;
    change.act_as(user.id);
    change.record(Action::UserCreated, Target::User(user.id), None)?;
    Ok(())
}
