//! Signs an invited person up and lets them join, in one transaction.
//!
//! Who holds the mailed token has shown the mailbox too, so no further letter is needed. Who holds the
//! shared one has shown nothing but that the inviter trusts them: they join, and still have to prove
//! the mailbox.

use super::mailbox::{self, Proof};
use super::sign_up::{ActivationLetter, SignedUp, hold, joining, new_user};
use crate::crypto::chance::Chance;
use crate::crypto::digest::Digest;
use crate::domain::audit::record::Actor;
use crate::domain::error::{Conflict, Forbidden};
use crate::domain::invitations::redeem::{self, Redeemable};
use crate::domain::{App, Error};
use crate::model::{Action, ClientInfo, Purpose, SignUp, Target, Timestamp, User, UserState};
use crate::store::Write;
use crate::store::queries::users;

/// Makes the account and the membership that an invitation is for.
///
/// An address whose mailbox is proven has an account: the holder of the mailed token is told so, since
/// the mailbox is theirs; the holder of the shared one gets the same answer as ever. An unproven one is
/// taken over by the mailed token, which proves it; by the shared one it is not: the letter decides.
pub(super) fn join(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    digest: &Digest,
    waiting: SignUp,
) -> Result<SignedUp, Error> {
    let redeemable = redeem::find_by_token(tx, digest, now)?;
    if redeemable.invitation.email.normalized() != waiting.email.normalized() {
        return Err(Forbidden::WrongAccount.into());
    }
    let org = redeemable.org.clone();
    let existing = users::find_user_by_email(tx, waiting.email.normalized())?;
    let user = match (redeemable.proves_mailbox(), existing) {
        (true, Some(user)) if user.email.is_verified() => return Err(Conflict::AccountExists.into()),
        (false, Some(_)) => {
            let waiting = joining(waiting, redeemable.invitation.id);
            let actor = Actor::visitor(client);
            let signed_up = hold(app, tx, chance, now, &actor, waiting, UserState::Active)?;
            return Ok(SignedUp { org: Some(org), ..signed_up });
        }
        (true, Some(user)) => {
            let proof = Proof::Other { password_hash: &waiting.password_hash };
            let actor = Actor::shown_to_be(user.id, client);
            mailbox::prove(app, tx, chance, now, &actor, &user, &proof)?;
            user
        }
        (proves_mailbox, None) => add_user(app, tx, chance, now, client, &waiting, proves_mailbox, &redeemable)?,
    };
    let actor = Actor::shown_to_be(user.id, client);
    redeem::join(tx, chance, now, &actor, &redeemable, user.id)?;
    let user = users::find_user(tx, user.id)?.unwrap_or(user);
    Ok(SignedUp { user, org: Some(org) })
}

#[expect(clippy::too_many_arguments, reason = "the parts of one transaction, passed on as they are")]
fn add_user(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    waiting: &SignUp,
    proves_mailbox: bool,
    redeemable: &Redeemable,
) -> Result<User, Error> {
    let user = new_user(waiting, UserState::Active, proves_mailbox.then_some(now));
    users::insert_user(tx, &user, Some(&waiting.password_hash))?;
    let actor = Actor::shown_to_be(user.id, client);
    actor.record(tx, chance, now, Action::UserCreated, Target::User(user.id), None)?;
    if proves_mailbox {
        mailbox::void_sign_ups(tx, &user.email.address, now)?;
        actor.record(tx, chance, now, Action::EmailVerified, Target::User(user.id), None)?;
    } else {
        let letter = ActivationLetter {
            to: &user.email.address,
            person: &user.name,
            org: Some(redeemable.org.name.as_str().to_owned()),
            purpose: Purpose::EmailVerification,
            subject_id: user.id.uuid(),
            user_id: Some(user.id),
        };
        letter.write(app, tx, chance, now)?;
    }
    Ok(user)
}
