//! Adding a person, with what follows from whether their mailbox is proven.

use super::letters::write_verification;
use super::mailbox::void_sign_ups;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::model::{Action, OrgName, SignUp, Target, User};
use crate::store::queries::users;

/// The person that a sign-up makes.
pub(super) fn person_of(sign_up: &SignUp) -> User {
    User {
        username: sign_up.username.clone(),
        locale: sign_up.locale.clone(),
        terms_accepted_at: sign_up.terms_accepted_at,
        ..User::new(sign_up.user_id, sign_up.name.clone(), sign_up.email.clone(), sign_up.created_at)
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
    user: User,
    password_hash: &str,
    org: Option<&OrgName>,
) -> Result<User, Error> {
    add(change, &user, password_hash)?;
    write_verification(change, &user, org)?;
    Ok(user)
}

fn add_with_mailbox(change: &mut Change<'_>, mut user: User, password_hash: &str) -> Result<User, Error> {
    user.email.verified_at = Some(change.now);
    add(change, &user, password_hash)?;
    void_sign_ups(change, &user.email.address)?;
    change.record(Action::EmailVerified, Target::User(user.id), None)?;
    Ok(user)
}

fn add(change: &mut Change<'_>, user: &User, password_hash: &str) -> Result<(), Error> {
    users::insert_user(change.tx, user, Some(password_hash))?;
    change.act_as(user.id);
    change.record(Action::UserCreated, Target::User(user.id), None)?;
    Ok(())
}
