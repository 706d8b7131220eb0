//! Starts a session for a person who has shown who they are.

use std::time::Duration;

use super::logins::{self, Attempt, place};
use super::token::{self, Bearer};
use crate::domain::accounts::security_notice;
use crate::domain::accounts::undo_deletion::undo_deletion;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::login::LoginKind;
use crate::model::{
    Action, ClientInfo, Membership, OrgId, PageRequest, Role, Session, SessionId, Target, User, UserId,
    UserState,
};
use crate::store::queries::{logins as login_rows, memberships, sessions, users};
use crate::store::{Awaited, Read, StoreError};

/// Orgs listed with a sign-in.
const ORGS: PageRequest = PageRequest { limit: 200, after: None };

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
    /// Where they have to choose an org, the one that they acted for when they were last signed in.
    pub last_org: Option<OrgId>,
}

/// The org that a new session acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActFor {
    /// The one that the person joined first.
    First,
    /// The one that they belong to; none where there are several, for them to choose.
    TheOnlyOne,
    /// This one.
    Org(OrgId),
}

impl From<Option<OrgId>> for ActFor {
    fn from(asked: Option<OrgId>) -> Self {
        asked.map_or(Self::First, Self::Org)
    }
}

/// A session that has been started and whose token is still to be signed.
pub(in crate::domain) struct Started {
    session: Session,
    user: User,
    memberships: Vec<Membership>,
    last_org: Option<OrgId>,
}

impl Started {
    /// The session.
    pub(in crate::domain) fn session_id(&self) -> SessionId {
        self.session.id
    }

    /// Who.
    pub(in crate::domain) fn user(&self) -> &User {
        &self.user
    }

    /// Lists the person's orgs anew: they have joined one since.
    pub(in crate::domain) fn list_memberships_anew(&mut self, tx: &mut dyn Read) -> Result<(), StoreError> {
        self.memberships = memberships::list_memberships(tx, self.user.id, ORGS)?;
        Ok(())
    }

    /// Signs the first token.
    pub(in crate::domain) fn sign(self, app: &App) -> SignedIn {
        let bearer = token::sign(app, &self.session);
        let Self { session, user, memberships, last_org } = self;
        SignedIn { bearer, session, user, memberships, last_org }
    }
}

/// What is to be known of a person to start a session, asked for and not yet looked at: where something else is asked for
/// first, all of it goes to the database together.
pub(in crate::domain) struct Prepared {
    user_id: UserId,
    place: String,
    memberships: Awaited<Vec<Membership>>,
    is_new_place: Awaited<bool>,
}

/// Asks for what is to be known of a person who signs in.
pub(in crate::domain) fn prepare(
    tx: &mut dyn Read,
    client: &ClientInfo,
    user_id: UserId,
) -> Result<Prepared, StoreError> {
    let place = place(client);
    let memberships = memberships::ask_memberships(tx, user_id, ORGS)?;
    let is_new_place = login_rows::ask_login_elsewhere_only(tx, user_id, &place)?;
    Ok(Prepared { user_id, place, memberships, is_new_place })
}

/// Adds the session and the record of the sign-in of a person, as just read, whose password was asked for.
///
/// # Errors
/// As for [`Prepared::start`].
pub(in crate::domain) fn start_session(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user: User,
    act_for: ActFor,
) -> Result<Started, Error> {
    prepare(change.tx, client, user.id)?.start(change, client, user, act_for, LoginKind::Password)
}

impl Prepared {
    /// Adds the session and the record of the sign-in of a person, as just read, who has shown who they are by this. Tells
    /// them when it was made from a device or place not seen before. Whoever signs in takes the deletion of their account back, and is told so.
    ///
    /// # Errors
    /// `NotFound` for an org they do not belong to; `Unauthenticated` once the deletion is due; `Forbidden` for a person
    /// who may not sign in.
    pub(in crate::domain) fn start(
        self,
        change: &mut Change<'_>,
        client: &ClientInfo,
        user: User,
        act_for: ActFor,
        kind: LoginKind,
    ) -> Result<Started, Error> {
        let Self { user_id, place, memberships, is_new_place } = self;
        change.act_as(user_id);
        let (memberships, is_new_place) = (memberships.hear(change.tx)?, is_new_place.hear(change.tx)?);
        let comes_back = user.state == UserState::Deleting;
        let mut user = if comes_back { take_back_deletion(change, user_id)? } else { user };
        policy::require_admitted(&user)?;
        users::update_last_login(change.tx, user_id, change.now)?;
        user.last_login_at = Some(change.now);
        let acting = choose_org(change.tx, &memberships, user_id, act_for)?;
        let last_org = find_last_org(change.tx, &memberships, acting.as_ref(), user_id)?;
        let total = change.app.rules.lifetimes.session_total;
        let session = add_session(change, client, user_id, None, acting.as_ref(), total)?;
        if comes_back {
            security_notice::write(change, &user, SecurityEvent::DeletionCancelled, Some(client))?;
        } else if is_new_place {
            security_notice::write(change, &user, SecurityEvent::NewSignIn, Some(client))?;
        }
        let attempt = Attempt { user_id, kind, operator_id: None, refusal: None, place };
        logins::record(change, client, attempt)?;
        change.record(Action::SessionStarted, Target::Session(session.id), session.org_id)?;
        Ok(Started { session, user, memberships, last_org })
    }
}

/// Adds the session of an operator as a person, and its record among the person's sign-ins.
pub(in crate::domain) fn start_support_session(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user: &User,
    operator_id: UserId,
) -> Result<Started, Error> {
    let memberships = memberships::list_memberships(change.tx, user.id, ORGS)?;
    let acting = choose_org(change.tx, &memberships, user.id, ActFor::First)?;
    let last_org = find_last_org(change.tx, &memberships, acting.as_ref(), user.id)?;
    let total = change.app.rules.lifetimes.support;
    let session = add_session(change, client, user.id, Some(operator_id), acting.as_ref(), total)?;
    let attempt = Attempt {
        user_id: user.id,
        kind: LoginKind::Support,
        operator_id: Some(operator_id),
        refusal: None,
        place: place(client),
    };
    logins::record(change, client, attempt)?;
    change.record(Action::SessionStarted, Target::Session(session.id), session.org_id)?;
    Ok(Started { session, user: user.clone(), memberships, last_org })
}

/// Adds a session that lives so long in all.
fn add_session(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user_id: UserId,
    operator_id: Option<UserId>,
    acting: Option<&Membership>,
    total: Duration,
) -> Result<Session, StoreError> {
    let expires_at = later(change.now, total);
    let session = Session {
        id: change.id(),
        user_id,
        operator_id,
        org_id: acting.map(|membership| membership.org.id),
        token: token::issue(change, 1, acting, expires_at),
        rotated_at: None,
        device: client.user_agent.clone(),
        ip: client.ip.to_string(),
        created_at: change.now,
        last_used_at: change.now,
        expires_at,
        ended_at: None,
    };
    sessions::insert_session(change.tx, &session)?;
    Ok(session)
}

/// Takes the deletion of an account back, unless it is due.
fn take_back_deletion(change: &mut Change<'_>, user_id: UserId) -> Result<User, Error> {
    if !undo_deletion(change, user_id)? {
        return Err(Unauthenticated::WrongCredentials.into());
    }
    Ok(users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::WrongCredentials)?)
}

/// The org a new session acts for. Whoever waits to be let into one does not act for it yet.
fn choose_org(
    tx: &mut dyn Read,
    memberships: &[Membership],
    user_id: UserId,
    act_for: ActFor,
) -> Result<Option<Membership>, Error> {
    match act_for {
        // One more than the limit is listed where there are more.
        ActFor::First if memberships.len() <= ORGS.limit as usize => Ok(first_joined(memberships).cloned()),
        ActFor::First => Ok(memberships::find_first_acting_membership(tx, user_id)?),
        ActFor::TheOnlyOne => {
            let mut acting = memberships.iter().filter(|membership| membership.role != Role::Pending);
            let (only, another) = (acting.next(), acting.next());
            Ok(only.filter(|_| another.is_none()).cloned())
        }
        ActFor::Org(org_id) => {
            find_acting(tx, user_id, org_id)?.map(Some).ok_or(Error::NotFound(Missing::Org))
        }
    }
}

/// The one that was joined first, of all of a person's that they can act by.
fn first_joined(memberships: &[Membership]) -> Option<&Membership> {
    let acting = memberships.iter().filter(|membership| membership.role != Role::Pending);
    acting.min_by_key(|membership| (membership.joined_at, membership.org.id))
}

/// The org that a person last acted for, where they have to choose one.
fn find_last_org(
    tx: &mut dyn Read,
    memberships: &[Membership],
    acting: Option<&Membership>,
    user_id: UserId,
) -> Result<Option<OrgId>, StoreError> {
    let choices = memberships.iter().filter(|membership| membership.role != Role::Pending).count();
    if acting.is_some() || choices < 2 {
        return Ok(None);
    }
    sessions::find_last_org(tx, user_id)
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
