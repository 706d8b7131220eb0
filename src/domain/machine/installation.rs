//! What a database was made for: real use, or trying things out.

use crate::domain::{App, Error};
use crate::store::queries::settings;

const NAME: &str = "made_for";
const DEVELOPMENT: &[u8] = b"development";

/// Marks a database as one for trying things out, for good.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_for_development(app: &App) -> Result<(), Error> {
    app.store.write(|tx| settings::upsert_setting(tx, NAME, DEVELOPMENT).map_err(Error::from)).await
}

/// Whether a database is one for trying things out: its demo people's passwords are on the screen.
///
/// # Errors
/// When the database does not answer.
pub async fn is_for_development(app: &App) -> Result<bool, Error> {
    app.store
        .read(|tx| Ok(settings::find_setting(tx, NAME)?.as_deref() == Some(DEVELOPMENT)))
        .await
}
