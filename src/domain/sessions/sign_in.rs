//! Signs a person in with their password.

use std::time::Duration;

use super::credentials::{Checked, Found, Login, check_password, find, find_now, refuse};
use super::start::{self, ActFor, SignedIn, Started};
use crate::crypto::digest::Digest;
use crate::domain::accounts::password::hash;
use crate::domain::actor::Actor;
use crate::domain::clock::later;
use crate::domain::customs::Telling;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::invitations::redeem;
use crate::domain::limits::Limited;
use crate::domain::lockout::{self, Account};
use crate::domain::{App, Error, one_time, policy};
use crate::model::login::LoginKind;
use crate::model::{ClientInfo, Password, Purpose, User};
use crate::store::queries::users;

/// What a person signs in with.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// An email address or a username.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The org to act for.
    pub act_for: ActFor,
    /// The token of an invitation to accept with it.
    pub invitation: Option<String>,
}

/// How long a person may take to show their second factor.
const CHALLENGE: Duration = Duration::from_mins(5);

/// How often a sign-in starts over when the account changes under it.
const ATTEMPTS: usize = 3;

/// Signs a person in: makes a session and its first token.
///
/// Unknown person and wrong password answer the same after the same work. So does a sign-up that
/// waits for its letter, whoever's address it was made with: the right password gets `not_activated`,
/// any other is wrong. Through a face that tells who exists, nobody's name, and that of an account that may not sign
/// in, is refused before the password is looked at.
///
/// An invitation is looked at before anything else, since without it this is not what was asked for, and accepted in
/// the transaction that makes the session. Where a second factor is asked for, it stays open.
///
/// # Errors
/// `TwoFactorRequired` with a challenge, where the person has a second factor; `Unauthenticated`,
/// `Forbidden` (not activated, suspended; only on the right password), `NotFound`
/// (the org to act for, the invitation; where it is told, the person), `Expired` (the invitation), `Conflict` (a
/// member already), `RateLimited` (also after too many wrong passwords), `Unavailable`.
pub async fn sign_in(app: &App, client: &ClientInfo, input: SignIn) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let login = Login::of(&input.login);
    let invitation = match &input.invitation {
        Some(token) => Some(require_invited(app, client, token, &login).await?),
        None => None,
    };
    for _ in 0..ATTEMPTS {
        let found = find(app, &login).await?;
        app.check_account(Limited::SignIn, &found.counted_as).await?;
        if app.customs(client).unknown_login == Telling::Told {
            require_open(&found)?;
        }
        let account = found.account.clone();
        match check_password(app, found, &input.password).await? {
            Checked::Right { user, stored, rehash_wanted } => {
                let fresh = if rehash_wanted { Some(hash(app, &input.password).await?) } else { None };
                let hashes = Hashes { stored, fresh };
                match let_in(app, client, account, &user, hashes, input.act_for, invitation).await? {
                    LetIn::Started(started) => return Ok(started.sign(app)),
                    LetIn::Challenged(challenge) => return Err(Error::TwoFactorRequired { challenge }),
                    LetIn::Overtaken => {}
                }
            }
            Checked::Refused { user, refusal } => {
                return Err(refuse(app, client, account, user, refusal).await?);
            }
        }
    }
    Err(Error::Unavailable)
}

/// Tells that there is no such person, or that they may not sign in.
fn require_open(found: &Found) -> Result<(), Error> {
    policy::require_admitted(found.user.as_ref().ok_or(Missing::User)?)
}

/// Looks at an invitation that is to be accepted: is it open, and for who signs in. Answers its token's digest.
async fn require_invited(
    app: &App,
    client: &ClientInfo,
    token: &str,
    login: &Login,
) -> Result<Digest, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, login, now) = (one_time::presented(token)?, login.clone(), app.clock.now());
    app.store.read(move |tx| redeem::find_presented(tx, &digest, now)?.require_for(login.email())).await?;
    Ok(digest)
}

/// What is stored of a right password, and what is to be stored from now on, if it was hashed anew.
struct Hashes {
    stored: String,
    fresh: Option<String>,
}

/// What a right password leads to.
enum LetIn {
    Started(Box<Started>),
    Challenged(String),
    Overtaken,
}

/// Lets the person in, or asks for their second factor, unless since the password was checked it was changed, or the
/// account shut.
async fn let_in(
    app: &App,
    client: &ClientInfo,
    account: Account,
    user: &User,
    hashes: Hashes,
    act_for: ActFor,
    invitation: Option<Digest>,
) -> Result<LetIn, Error> {
    let (actor, client, user_id) = (Actor::visitor(client), client.clone(), user.id);
    let Hashes { stored, fresh } = hashes;
    app.change(actor, move |change| {
        let prepared = start::prepare(change.tx, &client, user_id)?;
        let found = find_now(change.tx, user_id, change.now)?;
        let user = found.user.ok_or(Unauthenticated::WrongCredentials)?;
        let is_same = found.password_hash.as_deref() == Some(stored.as_str());
        if !is_same || policy::require_admitted(&user).is_err() {
            return Ok(LetIn::Overtaken);
        }
        if found.lockout.is_some() {
            lockout::forget(change, &account)?;
        }
        if let Some(fresh) = &fresh {
            users::update_rehashed(change.tx, user_id, &stored, fresh)?;
        }
        if user.two_factor {
            let expires_at = later(change.now, CHALLENGE);
            let purpose = Purpose::TwoFactorChallenge;
            let challenge = change.issue_token(purpose, user_id.uuid(), Some(user_id), expires_at)?;
            return Ok(LetIn::Challenged(challenge.as_str().to_owned()));
        }
        let mut started = prepared.start(change, &client, user, act_for, LoginKind::Password)?;
        if let Some(digest) = &invitation {
            let redeemable = redeem::find_by_token(change.tx, digest, change.now)?;
            redeem::accept(change, &redeemable, started.user(), started.session_id())?;
            started.list_memberships_anew(change.tx)?;
        }
        Ok(LetIn::Started(Box::new(started)))
    })
    .await
}
