//! The very first operator: whoever opens the link that the first start prints. Once it was used, or somebody was made an
//! operator otherwise, this door is closed for good.

use crate::crypto::digest::Digest;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::letters::Journey;
use crate::domain::{App, Error};
use crate::store::StoreError;
use crate::store::queries::settings;

/// The setting that holds the digest of the link's token, or [`CLOSED`].
const NAME: &str = "first_operator";

/// What stands there once there was an operator. No digest is as short.
const CLOSED: &[u8] = b"closed";

/// A link that makes the first operator's account, a fresh one at each call: the ones before are void. `None` for good
/// once there was an operator.
///
/// # Errors
/// When the database does not answer.
pub async fn offer(app: &App) -> Result<Option<String>, Error> {
    app.change(Actor::command_line(), move |change| {
        if settings::find_setting(change.tx, NAME)?.is_some_and(|value| value == CLOSED) {
            return Ok(None);
        }
        let token = change.chance.one_time_token();
        settings::upsert_setting(change.tx, NAME, token.digest().as_bytes())?;
        Ok(Some(change.link(Journey::SetUp, &token)))
    })
    .await
}

/// Closes the door if this is its token: of however many that try at once, one passes.
pub(super) fn pass(change: &mut Change<'_>, digest: &Digest) -> Result<bool, StoreError> {
    let offered = settings::find_setting(change.tx, NAME)?;
    if offered.is_none_or(|offered| offered != digest.as_bytes()) {
        return Ok(false);
    }
    close(change)?;
    Ok(true)
}

/// Closes the door for good: somebody is an operator.
pub(in crate::domain) fn close(change: &mut Change<'_>) -> Result<(), StoreError> {
    settings::upsert_setting(change.tx, NAME, CLOSED)
}
