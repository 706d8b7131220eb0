//! Signs a person in with their password.

use zeroize::Zeroizing;

use super::token::{self, Bearer};
use crate::crypto::passwords::hasher::Verification;
use crate::domain::actor::Actor;
use crate::domain::clock::later;
use crate::domain::error::{Forbidden, Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::{App, Error};
use crate::model::{
    Action, ClientInfo, EmailAddress, Membership, OrgId, PageRequest, Password, Role, Session, Target, User,
    UserId, UserState, Username,
};
use crate::store::queries::{memberships, sessions, sign_ups, users};
use crate::store::{Read, StoreError};

/// What a person signs in with.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// An email address or a username.
    pub login: String,
    /// The password.
    pub password: Password,
    /// The org to act for; without it, the one they joined first.
    pub org_id: Option<OrgId>,
}

/// A person who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What to show from now on.
    pub bearer: Bearer,
    /// The session.
    pub session: Session,
    /// Who.
    pub user: User,
    /// The orgs they belong to.
    pub memberships: Vec<Membership>,
}

/// A person as found by what they typed, with the hashes their password may match.
struct Found {
    user: Option<User>,
    password_hash: Option<String>,
    waiting_hash: Option<String>,
}

/// How often a sign-in starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// Orgs listed with a sign-in.
const ORGS: PageRequest = PageRequest { limit: 200, after: None };

/// Signs a person in: makes a session and its first token.
///
/// Unknown person and wrong password answer the same after the same work. So does a sign-up that
/// waits for its letter, whoever's address it was made with: the right password gets `not_activated`,
/// any other is wrong.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` (not activated, suspended; only on the right password), `NotFound`
/// (the org to act for), `RateLimited`, `Unavailable`.
pub async fn sign_in(app: &App, client: &ClientInfo, input: SignIn) -> Result<SignedIn, Error> {
    let login = Login::of(&input.login);
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    app.limits.check_account(Limited::SignIn, &login.account, 1)?;
    for _ in 0..ATTEMPTS {
        let found = find(app, &login).await?;
        let (user, old_hash, rehash_wanted) = check_password(app, found, &input.password).await?;
        let new_hash = if rehash_wanted { Some(hash(app, &input.password).await?) } else { None };
        if let Some(signed_in) = start_session(app, client, &user, old_hash, new_hash, input.org_id).await? {
            return Ok(signed_in);
        }
    }
    Err(Error::Unavailable)
}

/// What was typed, in the forms that are compared.
#[derive(Clone)]
struct Login {
    /// The form that attempts are counted by: the same for every spelling of it.
    account: String,
    email: String,
    username: String,
}

impl Login {
    fn of(text: &str) -> Self {
        let username = Username::normalize(text.trim());
        let email =
            EmailAddress::parse(text).map(|address| address.normalized().to_owned()).unwrap_or_default();
        let account = if email.is_empty() { username.clone() } else { email.clone() };
        Self { account, email, username }
    }
}

async fn find(app: &App, login: &Login) -> Result<Found, Error> {
    let (login, now) = (login.clone(), app.clock.now());
    app.store
        .read(move |tx| {
            let user = if login.email.is_empty() {
                users::find_user_by_username(tx, &login.username)?
            } else {
                users::find_user_by_email(tx, &login.email)?
            };
            let password_hash = match &user {
                Some(user) => users::find_password_hash(tx, user.id)?,
                None => None,
            };
            let waiting_hash = sign_ups::find_latest_password_hash(tx, &login.email, &login.username, now)?;
            Ok(Found { user, password_hash, waiting_hash })
        })
        .await
}

fn secret(password: &Password) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(password.expose().as_bytes().to_vec())
}

async fn hash(app: &App, password: &Password) -> Result<String, Error> {
    Ok(app.hasher.hash(secret(password), app.random.bytes()).await?.into_string())
}

/// Checks the password: one hash when it is right, two whenever it is wrong, whoever exists.
async fn check_password(app: &App, found: Found, password: &Password) -> Result<(User, String, bool), Error> {
    if let (Some(user), Some(stored)) = (found.user, found.password_hash) {
        if let Verification::Match { rehash_wanted } = app.hasher.verify(secret(password), &stored).await? {
            return match user.state {
                UserState::Active => Ok((user, stored, rehash_wanted)),
                UserState::Pending => Err(Forbidden::NotActivated.into()),
                UserState::Suspended => Err(Forbidden::Suspended.into()),
            };
        }
    } else {
        app.hasher.verify_dummy(secret(password)).await?;
    }
    match found.waiting_hash {
        Some(stored) => {
            if let Verification::Match { .. } = app.hasher.verify(secret(password), &stored).await? {
                return Err(Forbidden::NotActivated.into());
            }
        }
        None => app.hasher.verify_dummy(secret(password)).await?,
    }
    Err(Unauthenticated::WrongCredentials.into())
}

/// Makes the session, unless the password was changed since it was checked.
async fn start_session(
    app: &App,
    client: &ClientInfo,
    user: &User,
    old_hash: String,
    new_hash: Option<String>,
    org_id: Option<OrgId>,
) -> Result<Option<SignedIn>, Error> {
    let (actor, client, user_id) = (Actor::visitor(client), client.clone(), user.id);
    let signed_in = app
        .change(actor, move |change| {
            if users::find_password_hash(change.tx, user_id)?.as_deref() != Some(old_hash.as_str()) {
                return Ok(None);
            }
            change.act_as(user_id);
            if let Some(new_hash) = &new_hash {
                users::update_rehashed(change.tx, user_id, &old_hash, new_hash)?;
            }
            users::update_last_login(change.tx, user_id, change.now)?;
            let memberships = memberships::list_memberships(change.tx, user_id, ORGS)?;
            let acting = choose_org(change.tx, user_id, &memberships, org_id)?;
            let session = Session {
                id: change.id(),
                user_id,
                org_id: acting.as_ref().map(|membership| membership.org.id),
                token: token::issue(change, 1, acting.as_ref()),
                rotated_at: None,
                device: client.user_agent.clone(),
                ip: client.ip.to_string(),
                created_at: change.now,
                last_used_at: change.now,
                expires_at: later(change.now, change.app.rules.lifetimes.session_total),
                ended_at: None,
            };
            sessions::insert_session(change.tx, &session)?;
            change.record(Action::SessionStarted, Target::Session(session.id), session.org_id)?;
            let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::WrongCredentials)?;
            Ok(Some((session, user, memberships)))
        })
        .await?;
    Ok(signed_in.map(|(session, user, memberships)| SignedIn {
        bearer: token::sign(app, &session),
        session,
        user,
        memberships,
    }))
}

/// The org a new session acts for: the one asked for, else the one that was there first.
fn choose_org(
    tx: &mut dyn Read,
    user_id: UserId,
    memberships: &[Membership],
    asked: Option<OrgId>,
) -> Result<Option<Membership>, Error> {
    match asked {
        Some(org_id) => find_acting(tx, user_id, org_id)?.map(Some).ok_or(Error::NotFound(Missing::Org)),
        None => Ok(memberships.iter().rev().find(|membership| membership.role != Role::Pending).cloned()),
    }
}

/// A membership one can act by: whoever waits for approval can't yet.
pub(super) fn find_acting(
    tx: &mut dyn Read,
    user_id: UserId,
    org_id: OrgId,
) -> Result<Option<Membership>, StoreError> {
    let membership = memberships::find_membership(tx, user_id, org_id)?;
    Ok(membership.filter(|membership| membership.role != Role::Pending))
}
