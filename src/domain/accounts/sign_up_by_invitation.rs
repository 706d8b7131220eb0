//! Signs an invited person up and lets them join, in one transaction.
//!
//! Who holds the mailed token has shown the mailbox too, so no further letter is needed. Who holds the
//! shared one has shown nothing but that the inviter trusts them: they join, and still have to prove
//! the mailbox.

use super::mailbox::{self, Proof};
use super::person::{add_proven, add_unproven, person_of};
use super::sign_up::{SignedUp, hold};
use super::sign_up_at_once;
use crate::crypto::digest::Digest;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::error::Conflict;
use crate::domain::invitations::redeem;
use crate::domain::members::approval::Admission;
use crate::model::{Purpose, SignUp, User, UserState};
use crate::store::queries::users;

/// Makes the account and the membership that an invitation is for.
///
/// An address whose mailbox is proven has an account: the holder of the mailed token is told so, since
/// the mailbox is theirs; the holder of the shared one gets the same answer as ever. An unproven one is
/// taken over by the mailed token, which proves it; by the shared one it is not: the letter decides.
/// A face that makes accounts at once tells of any account: see [`sign_up_at_once`].
pub(super) fn join(change: &mut Change<'_>, digest: &Digest, waiting: SignUp) -> Result<SignedUp, Error> {
    let presented = redeem::find_presented(change.tx, digest, change.now)?;
    presented.require_for(waiting.email.normalized())?;
    let locale = waiting.locale.or_else(|| presented.invitation.locale.clone());
    let waiting = SignUp { locale, ..waiting };
    if let Some(state) = change.customs().opens.state_at_once() {
        return sign_up_at_once::join(change, presented, &waiting, state);
    }
    let redeemable = presented.require_org(change.tx)?;
    redeemable.require_allowed()?;
    let org = redeemable.org.clone();
    let existing = users::find_user_by_email(change.tx, waiting.email.normalized())?;
    let mut orgs_to_review = Vec::new();
    let user = match (redeemable.proves_mailbox(), existing) {
        (true, Some(user)) if user.email.is_verified() => return Err(Conflict::AccountExists.into()),
        (true, Some(user)) => {
            change.act_as(user.id);
            orgs_to_review = mailbox::prove(change, &user, Proof::SignUp(&waiting))?;
            user
        }
        (true, None) => add_proven(change, person_of(&waiting), &waiting.password_hash)?,
        (false, Some(_)) => {
            // As for a fresh address: this link is used up, and looking at it tells nothing more.
            change.spend_token(digest, &[Purpose::InvitationShared])?;
            let joining = SignUp { invitation_id: Some(redeemable.invitation.id), ..waiting };
            let signed_up = hold(change, joining, UserState::Active)?;
            return Ok(SignedUp { org: Some(org), ..signed_up });
        }
        (false, None) => {
            let person = User { activated_at: Some(change.now), ..person_of(&waiting) };
            add_unproven(change, person, &waiting.password_hash, Some(&org.name))?
        }
    };
    redeem::join(change, &redeemable, &user, Admission::of(&redeemable.org))?;
    let user = users::find_user(change.tx, user.id)?.unwrap_or(user);
    Ok(SignedUp { user, org: Some(org), orgs_to_review, waiting: None })
}
