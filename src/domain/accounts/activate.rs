//! Proves a mailbox by the token that was sent there, and opens the account.

use super::letters::find_domain;
use super::mailbox::{self, Proof};
use super::person::{add_proven, person_of};
use crate::crypto::digest::Digest;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Expired, Missing};
use crate::domain::invitations::redeem;
use crate::domain::limits::Limited;
use crate::domain::members::approval::Admission;
use crate::domain::orgs::create::{found, new_org};
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, Membership, Org, Purpose, SignUp, SignUpDomain, SignUpId, User, UserId};
use crate::store::queries::{memberships, sign_ups, users};

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

/// Spends the token, proves the mailbox, and opens the account of the sign-up that the letter was for,
/// with its password and its org. Every other sign-up with the address is void from then on.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn activate(app: &App, client: &ClientInfo, token: &str) -> Result<Activated, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    app.change(Actor::visitor(client), move |change| redeem_letter(change, &digest)).await
}

/// Spends the token of a letter, and does what it is for.
pub(super) fn redeem_letter(change: &mut Change<'_>, digest: &Digest) -> Result<Activated, Error> {
    let token = change.spend_token(digest, &[Purpose::Activation, Purpose::EmailVerification])?;
    if token.purpose == Purpose::EmailVerification {
        return verify(change, UserId::new(token.subject_id));
    }
    let sign_up =
        sign_ups::find_sign_up(change.tx, SignUpId::new(token.subject_id))?.ok_or(Expired::TokenSpent)?;
    open(change, &sign_up)
}

/// Proves the mailbox of an account that is open already.
fn verify(change: &mut Change<'_>, user_id: UserId) -> Result<Activated, Error> {
    let user = users::find_user(change.tx, user_id)?.ok_or(Missing::Token)?;
    change.act_as(user_id);
    let orgs_to_review = mailbox::prove(change, &user, Proof::OwnLetter)?;
    let user = users::find_user(change.tx, user_id)?.unwrap_or(user);
    Ok(Activated { user, org: None, domain: None, orgs_to_review })
}

/// Opens the account of a sign-up.
fn open(change: &mut Change<'_>, sign_up: &SignUp) -> Result<Activated, Error> {
    let (user, orgs_to_review) = match users::find_user_by_email(change.tx, sign_up.email.normalized())? {
        // Its owner is known: the sign-ups that waited then were voided, and this is one that came later.
        Some(user) if user.email.is_verified() => return Err(Expired::TokenSpent.into()),
        Some(user) => {
            change.act_as(user.id);
            let orgs_to_review = mailbox::prove(change, &user, Proof::SignUp(sign_up))?;
            (user, orgs_to_review)
        }
        None => (add_user(change, sign_up)?, Vec::new()),
    };
    let mut org = None;
    if let Some(wanted) = &sign_up.org {
        let founded = Org {
            sign_up_domain_id: sign_up.domain_id,
            ..new_org(wanted.id, wanted.name.clone(), wanted.country, change.now)
        };
        found(change, &founded, user.id)?;
        org = Some(founded);
    }
    if let Some(invitation_id) = sign_up.invitation_id
        && let Ok(redeemable) = redeem::find_by_id(change.tx, invitation_id, change.now)
        && redeemable.require_allowed().is_ok()
        && memberships::find_membership(change.tx, user.id, redeemable.org.id)?.is_none()
    {
        redeem::join(change, &redeemable, &user, Admission::of(&redeemable.org))?;
        org = Some(redeemable.org);
    }
    let user = users::find_user(change.tx, user.id)?.unwrap_or(user);
    let domain = find_domain(change, sign_up)?;
    Ok(Activated { user, org, domain, orgs_to_review })
}

/// Adds the person of a sign-up. A username that was taken meanwhile is left out: the letter must not
/// be lost to it, and another one can be chosen at any time.
fn add_user(change: &mut Change<'_>, sign_up: &SignUp) -> Result<User, Error> {
    let mut user = person_of(sign_up);
    if let Some(username) = &user.username
        && users::find_user_by_username(change.tx, username.normalized())?.is_some()
    {
        user.username = None;
    }
    add_proven(change, user, &sign_up.password_hash)
}
