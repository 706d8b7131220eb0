//! Verifies the chain of audit events for an operator.

use crate::domain::audit::verify::{self, Verification};
use crate::domain::{App, Error, policy};
use crate::model::Principal;

/// Whether the audit is as it was written. It reads all of it.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn verify_audit(app: &App, principal: &Principal) -> Result<Verification, Error> {
    let caller = principal.clone();
    app.store.read(move |tx| policy::require_operator(tx, &caller).map(|_| ())).await?;
    verify::verify(app).await
}
