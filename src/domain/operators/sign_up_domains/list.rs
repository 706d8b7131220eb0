//! Lists the sign-up domains.

use crate::domain::{App, Error, policy};
use crate::model::{Principal, SignUpDomain};
use crate::store::queries::sign_up_domains;

/// All sign-up domains, open or not, the newest first. There are few: operators make them.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list(app: &App, principal: &Principal) -> Result<Vec<SignUpDomain>, Error> {
    let caller = principal.clone();
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            sign_up_domains::list_sign_up_domains(tx).map_err(Error::from)
        })
        .await
}
