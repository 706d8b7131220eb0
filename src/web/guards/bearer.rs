//! The bearer token of a request (RFC 6750 §2.1), as shown: nobody has looked at it yet.

use rocket::http::Status;
use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use crate::domain::error::Unauthenticated;
use crate::domain::sessions::act_for_org;
use crate::domain::{App, Error};
use crate::web::refusal::Refusal;

/// The token in the `Authorization` header. Only operations that judge spent tokens themselves ask for
/// this; all others ask for a [`Caller`](super::caller::Caller).
pub struct Bearer<'r>(pub &'r str);

#[async_trait]
impl<'r> FromRequest<'r> for Bearer<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        if let Some(token) = bearer_of(request) {
            Outcome::Success(Self(token))
        } else {
            let refusal = Refusal::from(Error::from(Unauthenticated::NotSignedIn));
            Outcome::Error((refusal.leave_for_catcher(request), ()))
        }
    }
}

/// The token of a session that a successor can take the place of, or has just taken it. It is judged before the
/// body is read.
pub struct Replaceable<'r>(pub &'r str);

#[async_trait]
impl<'r> FromRequest<'r> for Replaceable<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Bearer(token) = try_outcome!(Bearer::from_request(request).await);
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        match act_for_org::require_replaceable(app, token).await {
            Ok(()) => Outcome::Success(Self(token)),
            Err(error) => Outcome::Error((Refusal::from(error).leave_for_catcher(request), ())),
        }
    }
}

/// The token of the one `Authorization` header. Two of them could be read differently by a proxy.
pub fn bearer_of<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    let mut headers = request.headers().get("Authorization");
    let (header, another) = (headers.next()?, headers.next());
    let (scheme, token) = header.split_once(' ')?;
    (another.is_none() && scheme.eq_ignore_ascii_case("bearer")).then(|| token.trim())
}
