//! What a database is for: real use, or trying things out. Never both.

use crate::domain::{App, Error};
use crate::store::queries::settings;

const NAME: &str = "made_for";

/// What a database is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Real people.
    Service,
    /// Trying things out: the demo people's passwords are on the screen.
    Development,
}

impl Use {
    fn as_bytes(self) -> &'static [u8] {
        match self {
            Self::Service => b"service",
            Self::Development => b"development",
        }
    }
}

/// Claims a database for a use, for good; `false` when it was claimed for the other before.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(app: &App, wanted: Use) -> Result<bool, Error> {
    app.store
        .write(move |tx| {
            if let Some(claimed) = settings::find_setting(tx, NAME)? {
                return Ok(claimed == wanted.as_bytes());
            }
            settings::upsert_setting(tx, NAME, wanted.as_bytes())?;
            Ok(true)
        })
        .await
}
