//! Makes an API key.

use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Conflict, InvalidField, Unauthenticated};
use crate::domain::once::{self, Once, Outcome};
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::{
    Action, ApiKey, ClientInfo, IpNetwork, KeyName, OrgId, Permission, Principal, Scope, Target, Timestamp,
    User,
};
use crate::store::queries::{api_keys, users};

/// As many keys as a person can have that can still be used.
pub const MOST: i64 = 50;

/// What a key is made for.
#[derive(Clone, Debug)]
pub struct CreateApiKey {
    /// What its person calls it.
    pub name: KeyName,
    /// The one org it is for; `None` for all of its person's.
    pub org_id: Option<OrgId>,
    /// What it is for.
    pub scopes: Vec<Scope>,
    /// Until when it can be used; `None` for as long as nobody takes it back.
    pub expires_at: Option<Timestamp>,
    /// Where it may be used; empty for anywhere.
    pub ip_allowlist: Vec<IpNetwork>,
}

/// A key and, this once, the key itself.
#[derive(Clone)]
pub struct CreatedApiKey {
    /// The key.
    pub api_key: ApiKey,
    /// To be shown as a bearer token. A secret.
    pub secret: String,
}

/// Makes a key that acts as the caller, and tells them by mail. A scope that the caller's role does not allow yet
/// is no fault: what counts is the role at each call.
///
/// # Errors
/// `Forbidden` without a session; `Invalid` for an expiry that is over and for a scope that no org has, where the
/// key is bound to one; `NotFound` for an org that the caller does not belong to; `Conflict` when they have as many
/// keys as can be, and when the idempotency key came with another request.
pub async fn create(
    app: &App,
    principal: &Principal,
    input: CreateApiKey,
    once: Option<Once<CreatedApiKey>>,
) -> Result<Outcome<CreatedApiKey>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    if let Some(before) = once::find_before(app, once.as_ref()).await? {
        return Ok(before);
    }
    require_sound(app, &input)?;
    let caller = principal.clone();
    app.change_once(Actor::of(principal), once, move |change| {
        if let Some(org_id) = input.org_id {
            policy::require(change.tx, &caller, org_id, Permission::ReadOrg)?;
        }
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        add(change, &user, &caller.client, &input)
    })
    .await
}

/// Adds a key of a person's, and tells them.
///
/// # Errors
/// `Conflict` when they have as many keys as can be.
pub(super) fn add(
    change: &mut Change<'_>,
    user: &User,
    client: &ClientInfo,
    input: &CreateApiKey,
) -> Result<CreatedApiKey, Error> {
    if api_keys::count_live_api_keys(change.tx, user.id, change.now)? >= MOST {
        return Err(Conflict::TooManyApiKeys.into());
    }
    let secret = change.chance.api_key();
    let api_key = ApiKey {
        id: change.id(),
        user_id: user.id,
        org_id: input.org_id,
        name: input.name.clone(),
        scopes: each_once(&input.scopes),
        prefix: secret.shown().to_owned(),
        ip_allowlist: input.ip_allowlist.clone(),
        created_at: change.now,
        expires_at: input.expires_at,
        last_used_at: None,
        last_refused_at: None,
    };
    api_keys::insert_api_key(change.tx, &api_key, secret.digest().as_bytes())?;
    change.record(Action::ApiKeyCreated, Target::ApiKey(api_key.id), api_key.org_id)?;
    security_notice::write(change, user, SecurityEvent::ApiKeyCreated, Some(client))?;
    Ok(CreatedApiKey { api_key, secret: secret.as_str().to_owned() })
}

fn require_sound(app: &App, input: &CreateApiKey) -> Result<(), Error> {
    let mut faults = Vec::new();
    if input.expires_at.is_some_and(|expires_at| expires_at <= app.clock.now()) {
        faults.push(InvalidField::new("expires_at", "in_the_past", "Give a time that is still to come."));
    }
    if input.org_id.is_some() {
        let beyond = input.scopes.iter().enumerate().filter(|(_, scope)| !scope.is_of_org());
        faults.extend(beyond.map(|(index, _)| {
            InvalidField::new(
                format!("scopes/{index}"),
                "scope_not_of_org",
                "A key that is bound to an org can't have this scope.",
            )
        }));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

fn each_once(scopes: &[Scope]) -> Vec<Scope> {
    let mut scopes = scopes.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}
