//! Lists the sign-up domains.

use crate::domain::{App, Error};
use crate::model::SignUpDomain;
use crate::store::queries::sign_up_domains;

/// All sign-up domains, open or not, the newest first. There are few: whoever runs the service makes them.
///
/// # Errors
/// When the database does not answer.
pub async fn list_all(app: &App) -> Result<Vec<SignUpDomain>, Error> {
    app.store.read(|tx| sign_up_domains::list_sign_up_domains(tx).map_err(Error::from)).await
}

/// The open sign-up domains, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_open(app: &App) -> Result<Vec<SignUpDomain>, Error> {
    let mut domains = list_all(app).await?;
    domains.retain(|domain| domain.allow_signup);
    Ok(domains)
}
