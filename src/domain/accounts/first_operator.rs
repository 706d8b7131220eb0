//! The very first operator: whoever opens the link that the first start prints. Once it was used, or somebody was made an
//! operator otherwise, this door is closed for good.

use crate::crypto::digest::Digest;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::letters::Journey;
use crate::domain::{App, Error};
use crate::store::queries::settings;
use crate::store::{Read, StoreError};

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

/// Whether the door is open to this token.
pub(super) fn is_offered(tx: &mut dyn Read, digest: &Digest) -> Result<bool, StoreError> {
    Ok(settings::find_setting(tx, NAME)?.is_some_and(|offered| offered == digest.as_bytes()))
}

/// Closes the door if this is its token: of however many that try at once, one passes.
pub(super) fn pass(change: &mut Change<'_>, digest: &Digest) -> Result<bool, StoreError> {
    let passes = is_offered(change.tx, digest)?;
    if passes {
        close(change)?;
    }
    Ok(passes)
}

/// Closes the door for good: somebody is an operator.
pub(in crate::domain) fn close(change: &mut Change<'_>) -> Result<(), StoreError> {
    settings::upsert_setting(change.tx, NAME, CLOSED)
}
