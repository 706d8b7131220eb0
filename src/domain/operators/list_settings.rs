//! Lists the settings in force.

use crate::domain::settings::SettingInForce;
use crate::domain::{App, Error, policy};
use crate::model::Principal;

/// Every setting that this process runs with, in the order of the reference. Of secrets, only whether they are set.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn list_settings<'a>(app: &'a App, principal: &Principal) -> Result<&'a [SettingInForce], Error> {
    let caller = principal.clone();
    app.store.read(move |tx| policy::require_operator(tx, &caller).map(|_| ())).await?;
    Ok(&app.settings_in_force)
}
