//! What follows when a mailbox is proven.
//!
//! Until its owner proves it, an address may have been used by somebody else: to sign up first and wait
//! for the owner to fill the account (pre-hijacking). So whoever proves the mailbox decides:
//!
//! - By a letter of the account itself, its password holds: the letter said whose account it is.
//! - By any other way (another sign-up's letter, a mailed invitation) the password, sessions and API keys of
//!   the unproven time go, and what was founded or joined then stays, listed to the person to keep or leave:
//!   a forgotten password must not cost anyone their org.
//!
//! Either way every other sign-up that waits with the address is void, and so are the account's own
//! earlier letters.

use super::undo_deletion::undo_deletion;
use crate::domain::api_keys::revoke::revoke_all;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::passkeys::remove::remove_all;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{Error, jobs};
use crate::model::{
    Action, EmailAddress, Letter, Membership, PageRequest, SessionId, SignUp, Target, User, UserState,
};
use crate::store::StoreError;
use crate::store::queries::{authenticators, memberships, one_time_tokens, recovery_codes, sign_ups, users};

/// Waiting sign-ups of one address that are looked at.
const MANY: u32 = 1000;

/// By what a mailbox was proven.
#[derive(Clone, Copy)]
pub(in crate::domain) enum Proof<'a> {
    /// A letter of the account itself: its password holds, and its sessions go on.
    OwnLetter,
    /// A secret mailed there, shown by this session of the account: whoever holds both is its owner.
    /// The password holds; every other session and every API key ends.
    OwnSession(SessionId),
    /// A letter to reset the password: this one takes the place of the old.
    Reset {
        /// Its hash.
        password_hash: &'a str,
    },
    /// Another sign-up's letter, or a mailed invitation: what was said there takes the place of what a
    /// stranger may have said.
    SignUp(&'a SignUp),
}

/// Notes that an account is activated: a person who had to wait for that may sign in. It proves nothing of the mailbox.
pub(in crate::domain) fn activate(change: &mut Change<'_>, user: &User) -> Result<(), StoreError> {
    let state = match user.state {
        UserState::Pending | UserState::Active => UserState::Active,
        UserState::Suspended | UserState::Deleting => user.state,
    };
    if state == user.state && user.is_activated() {
        return Ok(());
    }
    users::update_activated(change.tx, user.id, state, change.now)?;
    change.record(Action::UserActivated, Target::User(user.id), None)
}

/// Notes that a mailbox is proven, and does what follows: whoever proves it has activated the account too. Answers the
/// orgs to be reviewed.
pub(in crate::domain) fn prove(
    change: &mut Change<'_>,
    user: &User,
    proof: Proof<'_>,
) -> Result<Vec<Membership>, Error> {
    activate(change, user)?;
    users::update_email_verified(change.tx, user.id, change.now)?;
    void_sign_ups(change, &user.email.address)?;
    one_time_tokens::spend_tokens_of_user(change.tx, user.id, change.now)?;
    change.record(Action::EmailVerified, Target::User(user.id), None)?;
    match proof {
        Proof::OwnLetter => Ok(Vec::new()),
        Proof::OwnSession(kept) => {
            end_sessions(change, user.id, Some(kept))?;
            revoke_all(change, user.id)?;
            remove_all(change, user.id)?;
            Ok(Vec::new())
        }
        Proof::Reset { password_hash } => take_over(change, user, password_hash),
        Proof::SignUp(sign_up) => {
            let said = User { name: sign_up.name.clone(), locale: sign_up.locale.clone(), ..user.clone() };
            users::update_profile(change.tx, &said, change.now)?;
            take_over(change, &said, &sign_up.password_hash)
        }
    }
}

/// Puts a password in the place of all that could be signed in with, and lists what was left behind. If
/// somebody asked for the deletion of the account or of an org, that is taken back too.
fn take_over(change: &mut Change<'_>, user: &User, password_hash: &str) -> Result<Vec<Membership>, Error> {
    if user.state == UserState::Deleting && !undo_deletion(change, user.id)? {
        // It is being erased: in a moment nobody has this address.
        return Err(Error::Unavailable);
    }
    jobs::take_back_asked_by(change, user.id)?;
    users::update_password_hash(change.tx, user.id, Some(password_hash), change.now)?;
    authenticators::delete_authenticators(change.tx, user.id)?;
    recovery_codes::delete_recovery_codes(change.tx, user.id)?;
    users::update_two_factor(change.tx, user.id, false, change.now)?;
    // Operating the service was granted to whoever held the old password.
    users::update_operator(change.tx, user.id, false, change.now)?;
    end_sessions(change, user.id, None)?;
    revoke_all(change, user.id)?;
    remove_all(change, user.id)?;
    list_inherited(change, user)
}

/// The orgs founded or joined in the unproven time. A letter lists them too.
fn list_inherited(change: &mut Change<'_>, user: &User) -> Result<Vec<Membership>, Error> {
    let everything = PageRequest { limit: 200, after: None };
    let inherited = memberships::list_memberships(change.tx, user.id, everything)?;
    if !inherited.is_empty() {
        let letter = Letter::OrgsToReview {
            person: user.called(),
            orgs: inherited.iter().map(|membership| membership.org.name.as_str().to_owned()).collect(),
            sign_in_link: change.sign_in_link(),
        };
        let expires_at = later(change.now, change.app.rules.lifetimes.session_total);
        change.enqueue(user, &letter, expires_at)?;
    }
    Ok(inherited)
}

/// Voids every sign-up that waits with an address, and the letters of each.
pub(super) fn void_sign_ups(change: &mut Change<'_>, email: &EmailAddress) -> Result<(), StoreError> {
    for sign_up in sign_ups::list_live_sign_ups(change.tx, email.normalized(), change.now, MANY)? {
        one_time_tokens::spend_tokens_of_subject(change.tx, sign_up.id.uuid(), change.now)?;
    }
    sign_ups::delete_sign_ups_by_email(change.tx, email.normalized())
}
