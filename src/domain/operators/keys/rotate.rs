//! Puts another signing key in force.

use crate::domain::actor::Actor;
use crate::domain::machine::signing_keys::{self, PublishedKey};
use crate::domain::{App, Error, policy};
use crate::model::Principal;

/// Puts a fresh key in force, as [`signing_keys::rotate`] says.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn rotate(app: &App, principal: &Principal) -> Result<PublishedKey, Error> {
    let caller = principal.clone();
    signing_keys::rotate_by(app, Actor::of(principal), move |tx| {
        policy::require_operator(tx, &caller).map(|_| ())
    })
    .await
}
