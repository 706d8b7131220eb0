//! The token in every form of a page: it shows that a form was made by this service, for the very browser that sends it
//! (OWASP Cross-Site Request Forgery Prevention, "signed double-submit cookie").

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::App;
use crate::crypto::digest::Digest;
use crate::model::SessionId;

/// Makes the token for a browser's visit. Who is signed in is part of it, so that a form from before a sign-in, or of
/// somebody else's session, is good no more.
pub fn make(app: &App, visit: &str, session_id: Option<SessionId>) -> String {
    URL_SAFE_NO_PAD.encode(digest(app, visit, session_id).as_bytes())
}

/// Whether a token is the one that [`make`] made, compared in constant time.
pub fn fits(app: &App, visit: &str, session_id: Option<SessionId>, token: &str) -> bool {
    let shown = URL_SAFE_NO_PAD.decode(token).ok().and_then(|bytes| Digest::from_bytes(&bytes));
    shown.is_some_and(|shown| shown == digest(app, visit, session_id))
}

/// A name for a new visit, which nobody can guess.
pub fn new_visit(app: &App) -> String {
    URL_SAFE_NO_PAD.encode(app.random.bytes::<16>())
}

fn digest(app: &App, visit: &str, session_id: Option<SessionId>) -> Digest {
    let session_id = session_id.map(|id| id.to_string()).unwrap_or_default();
    app.vault.digest("form", &[visit.as_bytes(), session_id.as_bytes()])
}
