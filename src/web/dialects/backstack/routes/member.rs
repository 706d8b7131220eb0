//! Who calls: by a bearer, else by the cookie.
//!
//! A browser sends the cookie along whoever made it call. So with the cookie a POST has to be JSON, which no form of another
//! site's page can send, and has to come from the service's own origin.

use rocket::http::{Method, Status};
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use crate::domain::error::Unauthenticated;
use crate::domain::{App, Error, sessions};
use crate::model::Principal;
use crate::web::body::is_json;
use crate::web::dialects::backstack::wire::cookie;
use crate::web::guards::bearer::bearer_of;
use crate::web::guards::client::client_of;
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// Somebody who is signed in, and the token that says so.
pub struct Member {
    /// Who.
    pub principal: Principal,
    /// As shown.
    pub token: String,
}

#[async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match authenticate(request).await {
            Ok(member) => Outcome::Success(member),
            Err(refusal) => Outcome::Error((refusal.leave_for_catcher(request), ())),
        }
    }
}

/// Somebody who may or may not be signed in. A token that is no good is as none.
pub struct MaybeMember(pub Option<Member>);

#[async_trait]
impl<'r> FromRequest<'r> for MaybeMember {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match authenticate(request).await {
            Ok(member) => Outcome::Success(Self(Some(member))),
            Err(Refusal::Operation(Error::Unauthenticated(_) | Error::Forbidden(_))) => {
                Outcome::Success(Self(None))
            }
            Err(refusal) => Outcome::Error((refusal.leave_for_catcher(request), ())),
        }
    }
}

async fn authenticate(request: &Request<'_>) -> Result<Member, Refusal> {
    let not_signed_in = || Refusal::from(Error::from(Unauthenticated::NotSignedIn));
    let token = match bearer_of(request) {
        Some(bearer) => bearer.to_owned(),
        None if request.headers().contains("Authorization") => return Err(not_signed_in()),
        None => token_of_cookie(request)?.ok_or_else(not_signed_in)?,
    };
    let (Some(client), Some(app)) = (client_of(request), request.rocket().state::<App>()) else {
        return Err(not_signed_in());
    };
    let principal = sessions::authenticate::authenticate(app, &token, client).await?;
    Ok(Member { principal, token })
}

/// The token in the cookie, if there is one.
///
/// # Errors
/// For a request that another site's page could have had sent.
fn token_of_cookie(request: &Request<'_>) -> Result<Option<String>, Refusal> {
    let Some(cookie) = request.cookies().get(cookie::NAME) else { return Ok(None) };
    if request.method() == Method::Post {
        if !request.content_type().is_some_and(is_json) {
            return Err(Refusal::UnsupportedMediaType);
        }
        let own = request.rocket().state::<WebSettings>().map(|settings| origin(&settings.public_url));
        let mut origins = request.headers().get("Origin");
        let (given, another) = (origins.next(), origins.next());
        if given.is_none() || given != own || another.is_some() {
            return Err(Refusal::Other(Status::Forbidden));
        }
    }
    Ok(Some(cookie.value().to_owned()))
}

/// The origin of a URL (RFC 6454 §6.2): what comes before its path.
fn origin(url: &str) -> &str {
    let path = url.find("://").and_then(|scheme| {
        let host = scheme + "://".len();
        url[host..].find('/').map(|path| host + path)
    });
    path.map_or(url, |path| &url[..path])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_url_without_its_path() {
        for (url, expected) in [
            ("https://accounts.example.com", "https://accounts.example.com"),
            ("http://localhost:8080/accounts", "http://localhost:8080"),
        ] {
            assert_eq!(origin(url), expected);
        }
    }
}
