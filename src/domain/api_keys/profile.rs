//! The key of a profile: one API key of each person that is shown beside their account, and replaced in one step. It
//! is an API key like any other, for all of its person's orgs and with every scope.

use super::create::{self, CreateApiKey};
use crate::domain::actor::Actor;
use crate::domain::customs::ProfileKey as Shown;
use crate::domain::error::Unauthenticated;
use crate::domain::{App, Error, policy};
use crate::model::{Action, ApiKey, KeyName, Principal, Scope, Target};
use crate::store::queries::{api_keys, profile_keys, users};

const NAME: &str = "Profile";

/// The key of the caller's profile: whole where the customs of the face let it be shown again and it was kept for that,
/// else its beginning; `None` before the first one was made.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn show(app: &App, principal: &Principal) -> Result<Option<String>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let found =
        app.store.read(move |tx| profile_keys::find_profile_key(tx, user_id).map_err(Error::from)).await?;
    let Some(key) = found else { return Ok(None) };
    let sealed = match app.customs(&principal.client).profile_key {
        Shown::ShownAgain => key.sealed_secret,
        Shown::Masked => None,
    };
    let Some(sealed) = sealed else { return Ok(Some(format!("{}…", key.prefix))) };
    let secret = app.vault.open(&ApiKey::sealing_context(key.id), &sealed).map_err(Error::internal)?;
    String::from_utf8(secret.to_vec()).map(Some).map_err(Error::internal)
}

/// Makes a key for the caller's profile, in place of the one before, which is worth nothing from then on; and tells them
/// by mail. Answers the key, which is a secret.
///
/// # Errors
/// `Forbidden` without a session; `Conflict` when they have as many keys as can be.
pub async fn replace(app: &App, principal: &Principal) -> Result<String, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    let client = principal.client.clone();
    let input = CreateApiKey {
        name: KeyName::parse(NAME).map_err(Error::internal)?,
        org_id: None,
        scopes: Scope::all().collect(),
        expires_at: None,
        ip_allowlist: Vec::new(),
    };
    app.change(Actor::of(principal), move |change| {
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        if let Some(before) = profile_keys::find_profile_key(change.tx, user_id)?
            && api_keys::delete_api_key(change.tx, before.id)?
        {
            change.record(Action::ApiKeyRevoked, Target::ApiKey(before.id), None)?;
        }
        let created = create::add(change, &user, &client, &input)?;
        let id = created.api_key.id;
        let sealed = match change.customs().profile_key {
            Shown::ShownAgain => {
                let (nonce, context) = (change.chance.nonce(), ApiKey::sealing_context(id));
                Some(change.app.vault.seal(nonce, &context, created.secret.as_bytes()))
            }
            Shown::Masked => None,
        };
        profile_keys::upsert_profile_key(change.tx, user_id, id, sealed.as_deref())?;
        Ok(created.secret)
    })
    .await
}
