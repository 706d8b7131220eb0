//! Proves a mailbox by the token that was sent there, and opens the account.

use super::mailbox::{self, Proof};
use super::sign_up::new_user;
use crate::crypto::chance::Chance;
use crate::domain::audit::record::Actor;
use crate::domain::error::{Expired, Missing};
use crate::domain::invitations::redeem;
use crate::domain::limits::Limited;
use crate::domain::one_time;
use crate::domain::orgs::create::{found, new_org};
use crate::domain::{App, Error};
use crate::model::{
    Action, ClientInfo, Membership, Org, Purpose, SignUp, SignUpId, Target, Timestamp, User, UserId, UserState,
};
use crate::store::Write;
use crate::store::queries::{memberships, sign_ups, users};

/// An open account.
#[derive(Clone, Debug)]
pub struct Activated {
    /// The person.
    pub user: User,
    /// The org they founded or joined by this sign-up.
    pub org: Option<Org>,
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
    let (app_, client, moment) = (app.clone(), client.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, now, mut chance) = (&app_, moment.now, moment.chance());
            let purposes = [Purpose::Activation, Purpose::EmailVerification];
            let token = one_time::require_token(tx, &digest, &purposes)?;
            one_time::spend(tx, &token, now)?;
            if token.purpose == Purpose::EmailVerification {
                return verify(app, tx, &mut chance, now, &client, UserId::new(token.subject_id));
            }
            let sign_up = sign_ups::find_sign_up(tx, SignUpId::new(token.subject_id))?.ok_or(Expired::TokenSpent)?;
            open(app, tx, &mut chance, now, &client, &sign_up)
        })
        .await
}

/// Proves the mailbox of an account that is open already.
fn verify(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    user_id: UserId,
) -> Result<Activated, Error> {
    let user = users::find_user(tx, user_id)?.ok_or(Missing::Token)?;
    let actor = Actor::shown_to_be(user_id, client);
    mailbox::prove(app, tx, chance, now, &actor, &user, &Proof::Own { kept: None })?;
    Ok(Activated { user: users::find_user(tx, user_id)?.unwrap_or(user), org: None, orgs_to_review: Vec::new() })
}

/// Opens the account of a sign-up.
fn open(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    sign_up: &SignUp,
) -> Result<Activated, Error> {
    let (user, orgs_to_review) = match users::find_user_by_email(tx, sign_up.email.normalized())? {
        // Its owner is known: the sign-ups that waited then were voided, and this is one that came later.
        Some(user) if user.email.is_verified() => return Err(Expired::TokenSpent.into()),
        Some(user) => {
            let actor = Actor::shown_to_be(user.id, client);
            let proof = Proof::Other { password_hash: &sign_up.password_hash };
            let orgs = mailbox::prove(app, tx, chance, now, &actor, &user, &proof)?;
            (user, orgs)
        }
        None => (add_user(tx, chance, now, client, sign_up)?, Vec::new()),
    };
    let actor = Actor::shown_to_be(user.id, client);
    let mut org = None;
    if let Some(wanted) = &sign_up.org {
        let founded = new_org(wanted.id, wanted.name.clone(), wanted.country, now);
        found(tx, chance, now, &actor, &founded, user.id)?;
        org = Some(founded);
    }
    if let Some(invitation_id) = sign_up.invitation_id
        && let Ok(redeemable) = redeem::find_by_id(tx, invitation_id, now)
        && memberships::find_membership(tx, user.id, redeemable.org.id)?.is_none()
    {
        redeem::join(tx, chance, now, &actor, &redeemable, user.id)?;
        org = Some(redeemable.org);
    }
    let user = users::find_user(tx, user.id)?.unwrap_or(user);
    Ok(Activated { user, org, orgs_to_review })
}

/// Adds the person of a sign-up. A username that was taken meanwhile is left out: the letter must not
/// be lost to it, and another one can be chosen at any time.
fn add_user(
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    client: &ClientInfo,
    sign_up: &SignUp,
) -> Result<User, Error> {
    let mut user = new_user(sign_up, UserState::Active, Some(now));
    if let Some(username) = &user.username
        && users::find_user_by_username(tx, username.normalized())?.is_some()
    {
        user.username = None;
    }
    users::insert_user(tx, &user, Some(&sign_up.password_hash))?;
    mailbox::void_sign_ups(tx, &user.email.address, now)?;
    let actor = Actor::shown_to_be(user.id, client);
    actor.record(tx, chance, now, Action::UserCreated, Target::User(user.id), None)?;
    actor.record(tx, chance, now, Action::EmailVerified, Target::User(user.id), None)?;
    Ok(user)
}
