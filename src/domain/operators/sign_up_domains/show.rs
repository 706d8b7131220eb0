//! Shows a sign-up domain.

use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Principal, SignUpDomain, SignUpDomainId};
use crate::store::queries::sign_up_domains;

/// A sign-up domain, open or not.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn show(app: &App, principal: &Principal, id: SignUpDomainId) -> Result<SignUpDomain, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            sign_up_domains::find_sign_up_domain(tx, id)?.ok_or(Missing::SignUpDomain.into())
        })
        .await
}
