//! Accepts an invitation and makes its person a member.

use super::redeem::{self, Redeemable};
use crate::crypto::digest::Digest;
use crate::domain::accounts::mailbox::{self, Proof};
use crate::domain::audit::record::Actor;
use crate::domain::error::{Conflict, Forbidden, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::{App, Error, one_time};
use crate::model::{InvitationId, Membership, Principal, Timestamp, User};
use crate::store::Read;
use crate::store::queries::{memberships, users};

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
    let (app_, principal, moment) = (app.clone(), principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let user = users::find_user(tx, principal.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
            let redeemable = find(tx, which, now, &user)?;
            let org_id = redeemable.org.id;
            if redeemable.invitation.email.normalized() != user.email.address.normalized() {
                return Err(Forbidden::WrongAccount.into());
            }
            if memberships::find_membership(tx, user.id, org_id)?.is_some() {
                return Err(Conflict::AlreadyMember.into());
            }
            let actor = Actor::of(&principal);
            if !user.email.is_verified() {
                if !redeemable.proves_mailbox() {
                    return Err(Forbidden::EmailNotVerified.into());
                }
                // Who holds both a session of this account and the mailed secret is its owner: the
                // password stays theirs, and every other session ends.
                let proof = Proof::Own { kept: Some(principal.identity.session.id) };
                mailbox::prove(app, tx, &mut chance, now, &actor, &user, &proof)?;
            }
            redeem::join(tx, &mut chance, now, &actor, &redeemable, user.id)?;
            memberships::find_membership(tx, user.id, org_id)?.ok_or(Error::NotFound(Missing::Org))
        })
        .await
}

fn find(tx: &mut dyn Read, which: Which, now: Timestamp, user: &User) -> Result<Redeemable, Error> {
    match which {
        Which::Token(digest) => redeem::find_by_token(tx, &digest, now),
        Which::Id(id) => {
            // An id is no secret: it serves its own address alone, and only once that is proven.
            let mine = |invitation: &crate::model::Invitation| {
                user.email.is_verified() && invitation.email.normalized() == user.email.address.normalized()
            };
            crate::store::queries::invitations::find_invitation(tx, id)?
                .filter(mine)
                .ok_or(Error::NotFound(Missing::Invitation))?;
            redeem::find_by_id(tx, id, now)
        }
    }
}

/// Refuses a caller who is not signed in, after looking whether there is an invitation at all: one
/// that is gone is worth no signing in.
///
/// # Errors
/// Always: `NotFound`, `Expired`, or else `Unauthenticated`.
pub async fn refuse_signed_out(app: &App, token: &str) -> Result<std::convert::Infallible, Error> {
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            redeem::find_by_token(tx, &digest, now)?;
            Err(Unauthenticated::NotSignedIn.into())
        })
        .await
}
