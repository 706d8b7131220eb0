//! What follows when a mailbox is proven.
//!
//! Until its owner proves it, an address may have been used by somebody else: to sign up first and wait
//! for the owner to fill the account (pre-hijacking). So whoever proves the mailbox decides:
//!
//! - By a letter of the account itself, its password holds: the letter said whose account it is.
//! - By any other way (another sign-up's letter, a mailed invitation) the password and sessions of the
//!   unproven time go, and what was founded or joined then stays, listed to the person to keep or leave:
//!   a forgotten password must not cost anyone their org.
//!
//! Either way every other sign-up that waits with the address is void.

use crate::crypto::chance::Chance;
use crate::domain::audit::record::Actor;
use crate::domain::clock::later;
use crate::domain::letters::Post;
use crate::domain::{App, Error};
use crate::model::{
    Action, EmailAddress, Letter, Membership, PageRequest, SessionId, Target, Timestamp, User, UserId,
};
use crate::store::queries::{memberships, one_time_tokens, sessions, sign_ups, users};
use crate::store::{StoreError, Write};

/// Waiting sign-ups of one address that are looked at.
pub(super) const MANY: u32 = 1000;

/// By what a mailbox was proven.
pub(in crate::domain) enum Proof<'a> {
    /// A letter of the account itself, or its own session together with a mailed secret: the password holds.
    /// Sessions other than `kept` end, unless `None`: then all go on.
    Own {
        /// The session that took part.
        kept: Option<SessionId>,
    },
    /// Another way: this password takes the place of the old.
    Other {
        /// Its hash.
        password_hash: &'a str,
    },
}

/// Notes that a mailbox is proven, and does what follows. Answers the orgs to be reviewed.
pub(in crate::domain) fn prove(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    actor: &Actor,
    user: &User,
    proof: &Proof<'_>,
) -> Result<Vec<Membership>, Error> {
    users::update_email_verified(tx, user.id, now)?;
    void_sign_ups(tx, &user.email.address, now)?;
    actor.record(tx, chance, now, Action::EmailVerified, Target::User(user.id), None)?;
    match proof {
        Proof::Own { kept: None } => Ok(Vec::new()),
        Proof::Own { kept } => {
            end_sessions(tx, chance, now, actor, user.id, *kept)?;
            Ok(Vec::new())
        }
        Proof::Other { password_hash } => {
            users::update_password_hash(tx, user.id, Some(password_hash), now)?;
            one_time_tokens::spend_tokens_of_user(tx, user.id, now)?;
            end_sessions(tx, chance, now, actor, user.id, None)?;
            let everything = PageRequest { limit: 200, after: None };
            let inherited = memberships::list_memberships(tx, user.id, everything)?;
            if !inherited.is_empty() {
                let post = Post::of(app);
                let letter = Letter::OrgsToReview {
                    person: user.name.full(),
                    orgs: inherited.iter().map(|membership| membership.org.name.as_str().to_owned()).collect(),
                    sign_in_link: post.sign_in_link(),
                };
                let expires_at = later(now, app.rules.lifetimes.session_total);
                post.enqueue(tx, chance, &user.email.address, &letter, now, expires_at)?;
            }
            Ok(inherited)
        }
    }
}

/// Voids every sign-up that waits with an address, and the letters of each.
pub(super) fn void_sign_ups(tx: &mut dyn Write, email: &EmailAddress, now: Timestamp) -> Result<(), StoreError> {
    for sign_up in sign_ups::list_live_sign_ups(tx, email.normalized(), now, MANY)? {
        one_time_tokens::spend_tokens_of_subject(tx, sign_up.id.uuid(), now)?;
    }
    sign_ups::delete_sign_ups_by_email(tx, email.normalized())
}

fn end_sessions(
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    actor: &Actor,
    user_id: UserId,
    kept: Option<SessionId>,
) -> Result<(), StoreError> {
    for id in sessions::end_sessions(tx, user_id, kept, now)? {
        actor.record(tx, chance, now, Action::SessionEnded, Target::Session(id), None)?;
    }
    Ok(())
}
