//! The few cookies there are. None can be read by a script, none goes with another site's form, and over TLS each is
//! bound to this very host (`__Host-`, RFC 6265bis §4.1.3.2).

use rocket::Request;
use rocket::http::{Cookie, SameSite};
use rocket::time::Duration;

use crate::domain::App;
use crate::domain::sessions::Bearer;
use crate::web::settings::WebSettings;

/// What a cookie is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who is signed in: the token of a session.
    Session,
    /// Which browser it is, so that a form can be told from a forged one.
    Visit,
    /// What is to be said on the next page: the name of a message.
    Notice,
    /// A sign-in that waits for its second factor.
    Challenge,
}

impl Kind {
    fn suffix(self) -> &'static str {
        match self {
            Self::Session => "",
            Self::Visit => "-visit",
            Self::Notice => "-notice",
            Self::Challenge => "-challenge",
        }
    }
}

/// How long a notice waits for the page that shows it.
const NOTICE: Duration = Duration::minutes(1);

/// How long a second factor may take, as for the challenge itself.
const CHALLENGE: Duration = Duration::minutes(5);

/// How long a browser is known.
const VISIT: Duration = Duration::days(90);

/// The value of a cookie.
pub fn value<'r>(request: &'r Request<'_>, kind: Kind) -> Option<&'r str> {
    let settings = request.rocket().state::<WebSettings>()?;
    request.cookies().get(&name(kind, settings)).map(Cookie::value)
}

/// Keeps somebody signed in, as long as the token lives.
pub fn signed_in(bearer: &Bearer, app: &App, settings: &WebSettings) -> Cookie<'static> {
    let left = bearer.expires_at.as_second() - app.clock.now().as_second();
    cookie(Kind::Session, bearer.token.clone(), Duration::seconds(left), settings)
}

/// Knows a browser again.
pub fn visit(id: String, settings: &WebSettings) -> Cookie<'static> {
    cookie(Kind::Visit, id, VISIT, settings)
}

/// Says something on the next page.
pub fn notice(message: &str, settings: &WebSettings) -> Cookie<'static> {
    cookie(Kind::Notice, message.to_owned(), NOTICE, settings)
}

/// Remembers a sign-in that waits for its second factor.
pub fn challenge(challenge: String, settings: &WebSettings) -> Cookie<'static> {
    cookie(Kind::Challenge, challenge, CHALLENGE, settings)
}

/// Gives a cookie up.
pub fn gone(kind: Kind, settings: &WebSettings) -> Cookie<'static> {
    cookie(kind, String::new(), Duration::ZERO, settings)
}

fn name(kind: Kind, settings: &WebSettings) -> String {
    let prefix = if is_secure(settings) { "__Host-" } else { "" };
    format!("{prefix}gatepost{}", kind.suffix())
}

fn is_secure(settings: &WebSettings) -> bool {
    settings.public_url.starts_with("https://")
}

fn cookie(kind: Kind, value: String, life: Duration, settings: &WebSettings) -> Cookie<'static> {
    Cookie::build((name(kind, settings), value))
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_secure(settings))
        .path("/")
        .max_age(life)
        .build()
}
