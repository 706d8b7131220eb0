//! Takes API keys back: one by its person, several when what they stand on falls.

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Action, ApiKeyId, OrgId, Principal, Target, UserId};
use crate::store::StoreError;
use crate::store::queries::api_keys;

/// Takes one of the caller's keys back. It is refused from the next request on.
///
/// # Errors
/// `Forbidden` without a session; `NotFound` for a key that is not theirs, or was taken back before.
pub async fn revoke(app: &App, principal: &Principal, id: ApiKeyId) -> Result<(), Error> {
    let user_id = policy::require_session(principal)?.user_id;
    app.change(Actor::of(principal), move |change| {
        let key = api_keys::find_api_key_of_user(change.tx, id, user_id)?.ok_or(Missing::ApiKey)?;
        if !api_keys::delete_api_key(change.tx, id)? {
            return Err(Missing::ApiKey.into());
        }
        Ok(change.record(Action::ApiKeyRevoked, Target::ApiKey(id), key.org_id)?)
    })
    .await
}

/// Takes all of a person's keys back: whoever made them may not have been the person.
pub(in crate::domain) fn revoke_all(change: &mut Change<'_>, user_id: UserId) -> Result<(), StoreError> {
    revoke_several(change, user_id, None)
}

/// Takes back the keys that a person bound to an org, now that they do not belong to it.
pub(in crate::domain) fn revoke_of_member(
    change: &mut Change<'_>,
    user_id: UserId,
    org_id: OrgId,
) -> Result<(), StoreError> {
    revoke_several(change, user_id, Some(org_id))
}

fn revoke_several(
    change: &mut Change<'_>,
    user_id: UserId,
    bound_to: Option<OrgId>,
) -> Result<(), StoreError> {
    for (id, org_id) in api_keys::delete_api_keys(change.tx, user_id, bound_to)? {
        change.record(Action::ApiKeyRevoked, Target::ApiKey(id), org_id)?;
    }
    Ok(())
}
