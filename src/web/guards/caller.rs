//! Who calls. Reading a handler's signature tells that it needs somebody signed in.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use super::bearer::bearer_of;
use super::client::client_of;
use crate::domain::error::Unauthenticated;
use crate::domain::{App, Error, sessions};
use crate::model::Principal;
use crate::web::refusal::Refusal;

/// A signed-in caller. What they may do is not judged here: the operation does, in its transaction.
pub struct Caller(pub Principal);

#[async_trait]
impl<'r> FromRequest<'r> for Caller {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match authenticate(request).await {
            Ok(principal) => Outcome::Success(Self(principal)),
            Err(error) => Outcome::Error((Refusal::from(error).leave_for_catcher(request), ())),
        }
    }
}

/// A caller who may or may not be signed in: nobody without an `Authorization` header. A bad one is
/// refused all the same.
pub struct MaybeCaller(pub Option<Principal>);

#[async_trait]
impl<'r> FromRequest<'r> for MaybeCaller {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        if request.headers().contains("Authorization") {
            Caller::from_request(request).await.map(|Caller(principal)| Self(Some(principal)))
        } else {
            Outcome::Success(Self(None))
        }
    }
}

async fn authenticate(request: &Request<'_>) -> Result<Principal, Error> {
    let not_signed_in = Error::from(Unauthenticated::NotSignedIn);
    let (Some(token), Some(client), Some(app)) =
        (bearer_of(request), client_of(request), request.rocket().state::<App>())
    else {
        return Err(not_signed_in);
    };
    sessions::authenticate::authenticate(app, token, client).await
}
