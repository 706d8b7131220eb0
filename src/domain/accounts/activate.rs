//! Opens an account by the token of its letter, and proves the mailbox by it; and looks at such a letter's link before.

use super::letters::find_domain;
use super::mailbox::{self, Proof};
use super::person::{add_proven, add_unproven, org_of, person_of, require_free};
use crate::crypto::digest::Digest;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::customs::TakenUsername;
use crate::domain::error::{Conflict, Expired, Missing};
use crate::domain::invitations::redeem;
use crate::domain::limits::Limited;
use crate::domain::members::approval::Admission;
use crate::domain::orgs::create::found;
use crate::domain::{App, Error, one_time};
use crate::model::{
    ClientInfo, EmailAddress, Membership, Org, Purpose, SignUp, SignUpDomain, SignUpId, User, UserId,
};
use crate::store::queries::{memberships, one_time_tokens, sign_ups, users};

/// An open account.
#[derive(Clone, Debug)]
pub struct Activated {
    /// The person.
    pub user: User,
    /// The org they founded or joined by this sign-up.
    pub org: Option<Org>,
    /// The sign-up domain that they came through.
    pub domain: Option<SignUpDomain>,
    /// Orgs founded or joined under the address before it was proven: to keep or to leave.
    pub orgs_to_review: Vec<Membership>,
}

/// What [`activate`] takes.
const PURPOSES: &[Purpose] = &[Purpose::Activation, Purpose::ActivationShared, Purpose::EmailVerification];

/// Looks at a link, and tells whose address it confirms. Changes nothing: mail scanners look too.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<EmailAddress, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            let token = one_time::require_usable(tx, &digest, PURPOSES, now)?;
            if token.purpose == Purpose::EmailVerification {
                let user = users::find_user(tx, UserId::new(token.subject_id))?.ok_or(Missing::Token)?;
                return Ok(user.email.address);
            }
            let sign_up = sign_ups::find_sign_up(tx, SignUpId::new(token.subject_id))?;
            Ok(sign_up.ok_or(Expired::TokenSpent)?.email)
        })
        .await
}

/// Spends the token of a letter. Of a sign-up it opens the account, with its password and its org; of an account that is
/// open it proves the mailbox. What was mailed and told to nobody proves the mailbox either way, and every other sign-up
/// with the address is void from then on. A token that whoever signed up was told proves nothing.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`; `Conflict` when the
/// address of a told token, or a username that can't be left out, was taken meanwhile, which leaves the token good.
pub async fn activate(app: &App, client: &ClientInfo, token: &str) -> Result<Activated, Error> {
    redeem(app, client, token, PURPOSES).await
}

/// As [`activate`], of a sign-up alone.
///
/// # Errors
/// As for [`activate`].
pub async fn open_sign_up(app: &App, client: &ClientInfo, token: &str) -> Result<Activated, Error> {
    redeem(app, client, token, &[Purpose::Activation, Purpose::ActivationShared]).await
}

async fn redeem(
    app: &App,
    client: &ClientInfo,
    token: &str,
    purposes: &'static [Purpose],
) -> Result<Activated, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| redeem_letter(change, &digest, purposes)).await
}

/// Spends the token of a letter, and does what it is for.
pub(super) fn redeem_letter(
    change: &mut Change<'_>,
    digest: &Digest,
    purposes: &[Purpose],
) -> Result<Activated, Error> {
    let token = change.spend_token(digest, purposes)?;
    if token.purpose == Purpose::EmailVerification {
        return verify(change, UserId::new(token.subject_id));
    }
    let sign_up =
        sign_ups::find_sign_up(change.tx, SignUpId::new(token.subject_id))?.ok_or(Expired::TokenSpent)?;
    let (user, orgs_to_review) = if token.purpose == Purpose::ActivationShared {
        (open_unproven(change, &sign_up)?, Vec::new())
    } else {
        open(change, &sign_up)?
    };
    let org = found_or_join(change, &sign_up, &user)?;
    let user = users::find_user(change.tx, user.id)?.unwrap_or(user);
    let domain = find_domain(change, &sign_up)?;
    Ok(Activated { user, org, domain, orgs_to_review })
}

/// Proves the mailbox of an account that is open already.
fn verify(change: &mut Change<'_>, user_id: UserId) -> Result<Activated, Error> {
    let user = users::find_user(change.tx, user_id)?.ok_or(Missing::Token)?;
    change.act_as(user_id);
    let orgs_to_review = mailbox::prove(change, &user, Proof::OwnLetter)?;
    let user = users::find_user(change.tx, user_id)?.unwrap_or(user);
    Ok(Activated { user, org: None, domain: None, orgs_to_review })
}

/// Opens the account of a sign-up by what was mailed alone. It takes over what somebody may have made with the address
/// before.
fn open(change: &mut Change<'_>, sign_up: &SignUp) -> Result<(User, Vec<Membership>), Error> {
    match users::find_user_by_email(change.tx, sign_up.email.normalized())? {
        // Its owner is known: the sign-ups that waited then were voided, and this is one that came later.
        Some(user) if user.email.is_verified() => Err(Expired::TokenSpent.into()),
        Some(user) => {
            change.act_as(user.id);
            let orgs_to_review = mailbox::prove(change, &user, Proof::SignUp(sign_up))?;
            Ok((user, orgs_to_review))
        }
        None => {
            let user = person(change, sign_up)?;
            Ok((add_proven(change, user, &sign_up.password_hash)?, Vec::new()))
        }
    }
}

/// Opens the account of a sign-up by what its caller was told. Nothing is proven by that, so it takes nothing over, and
/// a letter follows that proves the mailbox; whoever reads that can also disown the account, by this letter or by the
/// one before.
fn open_unproven(change: &mut Change<'_>, sign_up: &SignUp) -> Result<User, Error> {
    require_free(change.tx, &sign_up.email)?;
    let user = User { activated_at: Some(change.now), ..person(change, sign_up)? };
    let org = sign_up.org.as_ref().map(|org| &org.name);
    let user = add_unproven(change, user, &sign_up.password_hash, org)?;
    one_time_tokens::hand_over_disowning(change.tx, sign_up.id, user.id)?;
    one_time_tokens::spend_tokens_of_subject(change.tx, sign_up.id.uuid(), change.now)?;
    sign_ups::delete_sign_up(change.tx, sign_up.id)?;
    Ok(user)
}

/// Founds the org of a sign-up, or joins the one that it was invited to.
fn found_or_join(change: &mut Change<'_>, sign_up: &SignUp, user: &User) -> Result<Option<Org>, Error> {
    let mut org = org_of(sign_up, change.now);
    if let Some(founded) = &org {
        found(change, founded, user.id)?;
    }
    if let Some(invitation_id) = sign_up.invitation_id
        && let Ok(redeemable) = redeem::find_by_id(change.tx, invitation_id, change.now)
        && redeemable.require_allowed().is_ok()
        && memberships::find_membership(change.tx, user.id, redeemable.org.id)?.is_none()
    {
        redeem::join(change, &redeemable, user, Admission::of(&redeemable.org))?;
        org = Some(redeemable.org);
    }
    Ok(org)
}

/// The person of a sign-up. A username that was taken meanwhile is left out where that may be: the letter must not
/// be lost to it, and another one can be chosen at any time.
fn person(change: &mut Change<'_>, sign_up: &SignUp) -> Result<User, Error> {
    let mut user = person_of(sign_up);
    if let Some(username) = &user.username
        && users::find_user_by_username(change.tx, username.normalized())?.is_some()
    {
        match change.customs().taken_username {
            TakenUsername::LeftOut => user.username = None,
            TakenUsername::Refused => return Err(Conflict::UsernameTaken.into()),
        }
    }
    Ok(user)
}
