//! Cursors of lists: where a page ends, sealed. So nobody makes one up, alters one, or shows one to
//! another list than it is from.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::App;
use crate::crypto::vault::Nonce;

/// Writes down where a page of `list` ends. Only [`open`] reads it, and only for the same `list`.
pub fn seal(app: &App, list: &str, end: Uuid) -> String {
    let sealed = app.vault.seal(Nonce::draw(&app.random), &context(list), end.as_bytes());
    URL_SAFE_NO_PAD.encode(sealed)
}

/// Reads where a page of `list` ended; `None` for anything that [`seal`] did not write for that list.
pub fn open(app: &App, list: &str, cursor: &str) -> Option<Uuid> {
    let sealed = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let end = app.vault.open(&context(list), &sealed).ok()?;
    Uuid::from_slice(&end).ok()
}

fn context(list: &str) -> String {
    format!("cursor:{list}")
}
