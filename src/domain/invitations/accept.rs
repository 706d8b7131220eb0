//! Accepts an invitation and makes its person a member.

use super::redeem::{self, Redeemable};
use crate::crypto::digest::Digest;
use crate::domain::accounts::mailbox::{self, Proof};
use crate::domain::actor::Actor;
use crate::domain::error::{Conflict, Forbidden, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{Invitation, InvitationId, Membership, Principal, Timestamp, User};
use crate::store::Read;
use crate::store::queries::{invitations, memberships, users};

/// Which invitation.
#[derive(Clone, Copy, Debug)]
enum Which {
    Token(Digest),
    Id(InvitationId),
}

/// Makes the caller a member.
///
/// The invitation is for one address. A caller with that address, proven, needs no more than its id; a
/// caller whose address is unproven needs the mailed token, which proves it.
///
/// # Errors
/// `NotFound` for an unknown token or another's id; `Expired`, saying why; `Forbidden` for another
/// address, and for an unproven one without the mailed token; `Conflict` for a member.
pub async fn accept(app: &App, principal: &Principal, token_or_id: &str) -> Result<Membership, Error> {
    app.limits.check_ip(Limited::RedeemToken, principal.client.ip)?;
    let which = match token_or_id.parse() {
        Ok(id) => Which::Id(id),
        Err(_) => Which::Token(one_time::presented(token_or_id)?),
    };
    let (caller, session_id) = (principal.user_id(), principal.identity.session.id);
    app.change(Actor::of(principal), move |change| {
        let user = users::find_user(change.tx, caller)?.ok_or(Unauthenticated::NotSignedIn)?;
        let redeemable = find(change.tx, which, change.now, &user)?;
        let org_id = redeemable.org.id;
        if !is_for(&redeemable.invitation, &user) {
            return Err(Forbidden::WrongAccount.into());
        }
        if memberships::find_membership(change.tx, user.id, org_id)?.is_some() {
            return Err(Conflict::AlreadyMember.into());
        }
        if !user.email.is_verified() {
            if !redeemable.proves_mailbox() {
                return Err(Forbidden::EmailNotVerified.into());
            }
            mailbox::prove(change, &user, Proof::OwnSession(session_id))?;
        }
        redeem::join(change, &redeemable, user.id)?;
        memberships::find_membership(change.tx, user.id, org_id)?.ok_or(Error::NotFound(Missing::Org))
    })
    .await
}

fn is_for(invitation: &Invitation, user: &User) -> bool {
    invitation.email.normalized() == user.email.address.normalized()
}

fn find(tx: &mut dyn Read, which: Which, now: Timestamp, user: &User) -> Result<Redeemable, Error> {
    match which {
        Which::Token(digest) => redeem::find_by_token(tx, &digest, now),
        Which::Id(id) => {
            // An id is no secret: it serves its own address alone, and only once that is proven.
            invitations::find_invitation(tx, id)?
                .filter(|invitation| user.email.is_verified() && is_for(invitation, user))
                .ok_or(Missing::Invitation)?;
            redeem::find_by_id(tx, id, now)
        }
    }
}
