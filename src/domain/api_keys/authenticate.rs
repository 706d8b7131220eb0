//! Tells who calls, from the API key they show.

use std::sync::Arc;

use super::uses;
use crate::crypto::digest::Digest;
use crate::crypto::tokens::api_key::digest_of_presented;
use crate::domain::error::{Forbidden, Unauthenticated};
use crate::domain::session_cache::Entry;
use crate::domain::{App, Error, policy};
use crate::model::login::LoginRefusal;
use crate::model::principal::{Credential, Identity};
use crate::model::{ApiKey, ClientInfo, Principal, Role, Timestamp};
use crate::store::queries::{api_keys, memberships, users};

/// Tells who calls. What can't be a key of ours costs no read; a key seen lately is answered from memory.
///
/// # Errors
/// `Unauthenticated` for a key that is not ours, was taken back or has expired, or is bound to an org that its
/// person has left; `Forbidden` for a suspended person, and from an address where the key may not be used.
pub(in crate::domain) async fn authenticate(
    app: &App,
    bearer: &str,
    client: ClientInfo,
) -> Result<Principal, Error> {
    let digest = digest_of_presented(bearer).ok_or(Unauthenticated::NotSignedIn)?;
    let now = app.clock.now();
    let entry = match app.session_cache.find(&digest) {
        Some(entry) => entry,
        None => look_up(app, digest).await?,
    };
    let key = entry.identity.api_key().ok_or(Unauthenticated::NotSignedIn)?;
    if let Some(refusal) = refusal_of(key, &client, now) {
        uses::note_refusal(app, key, &client, refusal).await;
        return Err(match refusal {
            LoginRefusal::IpNotAllowed => Forbidden::IpNotAllowed.into(),
            _ => Unauthenticated::ApiKeyExpired.into(),
        });
    }
    uses::note_use(app, &entry, key, &client).await;
    Ok(Principal { identity: Arc::clone(&entry.identity), client })
}

/// Why a key that is ours can't be used here and now.
fn refusal_of(key: &ApiKey, client: &ClientInfo, now: Timestamp) -> Option<LoginRefusal> {
    if !key.is_live(now) {
        Some(LoginRefusal::ApiKeyExpired)
    } else if !key.allows(client.ip) {
        Some(LoginRefusal::IpNotAllowed)
    } else {
        None
    }
}

/// Reads whom a key stands for, and remembers it. An expired key is remembered too: refusing it again costs no
/// read.
async fn look_up(app: &App, digest: Digest) -> Result<Arc<Entry>, Error> {
    let read_began = app.session_cache.begin_read();
    let identity = app
        .store
        .read(move |tx| {
            let key = api_keys::find_api_key(tx, digest.as_bytes())?.ok_or(Unauthenticated::NotSignedIn)?;
            let user = users::find_user(tx, key.user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
            policy::require_active(&user)?;
            let membership = match key.org_id {
                Some(org_id) => Some(
                    memberships::find_membership(tx, user.id, org_id)?
                        .filter(|membership| membership.role != Role::Pending)
                        .ok_or(Unauthenticated::NotSignedIn)?,
                ),
                None => None,
            };
            Ok::<_, Error>(Identity { user, credential: Credential::ApiKey(key), membership })
        })
        .await?;
    Ok(app.session_cache.keep(digest, Arc::new(identity), Timestamp::MAX, read_began))
}
