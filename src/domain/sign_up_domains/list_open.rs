//! Lists the sign-up domains that are open.

use crate::domain::{App, Error};
use crate::model::SignUpDomain;
use crate::store::queries::sign_up_domains;

/// The open sign-up domains, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_open(app: &App) -> Result<Vec<SignUpDomain>, Error> {
    app.store.read(|tx| sign_up_domains::list_open_sign_up_domains(tx).map_err(Error::from)).await
}
