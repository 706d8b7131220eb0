//! Gathers everything that is held about a person, for them to take along (GDPR, article 20).

use crate::domain::error::Unauthenticated;
use crate::domain::limits::Limited;
use crate::domain::{App, Error, policy};
use crate::model::audit::RecordedEvent;
use crate::model::{
    ApiKey, EmailChange, Invitation, Job, LetterTrace, Login, Membership, PageRequest, Principal, Session,
    Timestamp, User, UserId,
};
use crate::store::queries::{
    api_keys, audit_events, email_changes, invitations, jobs, logins, memberships, outbox, sessions, users,
};
use crate::store::{Read, StoreError};

/// More than a person has of anything that is kept.
const ALL: PageRequest = PageRequest { limit: 100_000, after: None };

/// Everything that is held about a person, at one instant. Secrets are not among it: of those only digests are kept.
#[derive(Clone, Debug)]
pub struct Everything {
    /// When it was gathered.
    pub at: Timestamp,
    /// The person.
    pub user: User,
    /// Their sessions, ended ones too as long as they are kept.
    pub sessions: Vec<Session>,
    /// Attempts to sign in to their account.
    pub logins: Vec<Login>,
    /// Orgs they belong to.
    pub memberships: Vec<Membership>,
    /// Invitations to their proven address, and those they made.
    pub invitations: Vec<Invitation>,
    /// Their API keys.
    pub api_keys: Vec<ApiKey>,
    /// Changes of their address.
    pub email_changes: Vec<EmailChange>,
    /// Letters to their address, without what they said.
    pub letters: Vec<LetterTrace>,
    /// Deletions that they asked for.
    pub jobs: Vec<Job>,
    /// What they did, and what was done to their account.
    pub audit_events: Vec<RecordedEvent>,
}

/// Gathers everything that is held about the caller, from one snapshot.
///
/// # Errors
/// `Forbidden` without a session; `RateLimited`.
pub async fn export(app: &App, principal: &Principal) -> Result<Everything, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    app.check_account(Limited::Export, &user_id.to_string()).await?;
    let now = app.clock.now();
    app.store.read(move |tx| gather(tx, user_id, now)).await
}

fn gather(tx: &mut dyn Read, user_id: UserId, now: Timestamp) -> Result<Everything, Error> {
    let user = users::find_user(tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
    Ok(Everything {
        at: now,
        sessions: sessions::list_sessions(tx, user_id)?,
        logins: logins::list_logins(tx, user_id, ALL)?,
        memberships: memberships::list_memberships(tx, user_id, ALL)?,
        invitations: list_invitations(tx, &user)?,
        api_keys: api_keys::list_api_keys(tx, user_id, ALL)?,
        email_changes: email_changes::list_email_changes(tx, user_id)?,
        letters: outbox::list_letters_to(tx, user.email.address.normalized())?,
        jobs: jobs::list_jobs(tx, user_id)?,
        audit_events: audit_events::list_events_about(tx, user_id)?,
        user,
    })
}

/// An unproven address may be somebody else's, and so are the invitations to it.
fn list_invitations(tx: &mut dyn Read, user: &User) -> Result<Vec<Invitation>, StoreError> {
    let address = if user.email.is_verified() { user.email.address.normalized() } else { "" };
    invitations::list_invitations_about(tx, user.id, address)
}
