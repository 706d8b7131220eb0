//! Shows a person their own account.

use crate::domain::{Error, policy};
use crate::model::{Principal, Scope, User};

/// The caller, as authenticating them has found them.
///
/// # Errors
/// `Forbidden` for an API key without the scope.
pub fn show(principal: &Principal) -> Result<&User, Error> {
    policy::require_scope(principal, Scope::ReadAccount)?;
    Ok(&principal.identity.user)
}
