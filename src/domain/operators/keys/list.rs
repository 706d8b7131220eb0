//! Lists the signing keys.

use crate::domain::machine::signing_keys::{self, PublishedKey};
use crate::domain::{App, Error, policy};
use crate::model::Principal;

/// The public parts of the signing keys, the newest first.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list(app: &App, principal: &Principal) -> Result<Vec<PublishedKey>, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            Ok(signing_keys::list(tx)?)
        })
        .await
}
