//! Lists a person's passkeys.

use crate::domain::{App, Error, policy};
use crate::model::{Passkey, Principal};
use crate::store::queries::passkeys;

/// The caller's passkeys, the newest first.
///
/// # Errors
/// `Forbidden` without a session.
pub async fn list(app: &App, principal: &Principal) -> Result<Vec<Passkey>, Error> {
    let user_id = policy::require_session(principal)?.user_id;
    app.store.read(move |tx| passkeys::list_passkeys(tx, user_id).map_err(Error::from)).await
}
