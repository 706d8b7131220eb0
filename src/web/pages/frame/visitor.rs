//! Who looks at a page. Handlers ask for `&Visitor`, or for [`SignedIn`] where a page is for people signed in; whoever
//! is not is led to the sign-in and back.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use super::cookies::{self, Kind};
use crate::domain::error::Unauthenticated;
use crate::domain::{App, Error, form_tokens, orgs, sessions};
use crate::i18n::Language;
use crate::model::{ClientInfo, Face, Membership, PageRequest, Principal};
use crate::web::guards::client::client_of;
use crate::web::refusal::Refusal;

/// Orgs offered in the switcher.
const ORGS: PageRequest = PageRequest { limit: 50, after: None };

/// Whoever looks at a page.
pub struct Visitor {
    /// From where they come.
    pub client: ClientInfo,
    /// Who they are, if they are signed in.
    pub principal: Option<Principal>,
    /// The orgs they belong to, if they are signed in.
    pub orgs: Vec<Membership>,
    /// The language they read.
    pub language: Language,
    /// What their forms are known by.
    pub form_token: String,
    /// Which browser it is; new where it was not known yet.
    pub visit: Visit,
    /// Whether their cookie names a session that is over.
    pub session_is_over: bool,
}

/// A browser that is known by a cookie.
pub struct Visit {
    /// Its name.
    pub id: String,
    /// Whether the cookie is still to be set.
    pub is_new: bool,
}

/// Found out once for a request.
struct Cached(Result<Visitor, Error>);

impl Visitor {
    /// Whoever sends a request.
    ///
    /// # Errors
    /// `Unavailable` and `Internal`, when it can't be found out.
    pub async fn of<'r>(request: &'r Request<'_>) -> Result<&'r Self, Error> {
        request
            .local_cache_async(async { Cached(find(request).await) })
            .await
            .0
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Whoever sends a request, where it has been found out before.
    pub(super) fn found<'r>(request: &'r Request<'_>) -> Option<&'r Self> {
        request.local_cache(|| Cached(Err(Error::Unavailable))).0.as_ref().ok()
    }

    /// Whether a form was made for this visitor.
    pub(super) fn made(&self, app: &App, token: &str) -> bool {
        form_tokens::fits(app, &self.visit.id, session_id(self.principal.as_ref()), token)
    }
}

async fn find(request: &Request<'_>) -> Result<Visitor, Error> {
    let (Some(app), Some(client)) = (request.rocket().state::<App>(), client_of(request)) else {
        return Err(Error::Unavailable);
    };
    let client = ClientInfo { face: Face::Pages, ..client };
    let token = cookies::value(request, Kind::Session);
    let principal = match token {
        None => None,
        Some(token) => match sessions::authenticate::authenticate(app, token, client.clone()).await {
            Ok(principal) => Some(principal).filter(|principal| principal.session().is_some()),
            Err(error @ (Error::Unavailable | Error::Internal(_))) => return Err(error),
            Err(_) => None,
        },
    };
    let orgs = match &principal {
        Some(principal) => orgs::list::list(app, principal, ORGS).await?.items,
        None => Vec::new(),
    };
    let visit = match cookies::value(request, Kind::Visit) {
        Some(id) if !id.is_empty() => Visit { id: id.to_owned(), is_new: false },
        _ => Visit { id: form_tokens::new_visit(app), is_new: true },
    };
    Ok(Visitor {
        form_token: form_tokens::make(app, &visit.id, session_id(principal.as_ref())),
        language: language(request, principal.as_ref()),
        session_is_over: token.is_some() && principal.is_none(),
        client,
        principal,
        orgs,
        visit,
    })
}

fn session_id(principal: Option<&Principal>) -> Option<crate::model::SessionId> {
    principal.and_then(Principal::session).map(|session| session.id)
}

/// The person's own choice goes before what their browser asks for.
fn language(request: &Request<'_>, principal: Option<&Principal>) -> Language {
    match principal.and_then(|principal| principal.identity.user.locale.as_ref()) {
        Some(locale) => Language::of_locale(locale),
        None => Language::of_accepted(request.headers().get_one("Accept-Language").unwrap_or_default()),
    }
}

#[async_trait]
impl<'r> FromRequest<'r> for &'r Visitor {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match Visitor::of(request).await {
            Ok(visitor) => Outcome::Success(visitor),
            Err(error) => Outcome::Error((Refusal::from(error).leave_for_catcher(request), ())),
        }
    }
}

/// Somebody who is signed in.
pub struct SignedIn<'r> {
    /// Whoever looks at the page.
    pub visitor: &'r Visitor,
    /// Who they are.
    pub principal: &'r Principal,
}

#[async_trait]
impl<'r> FromRequest<'r> for SignedIn<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let refusal = match Visitor::of(request).await {
            Ok(visitor) => match &visitor.principal {
                Some(principal) => return Outcome::Success(Self { visitor, principal }),
                None => Error::from(Unauthenticated::NotSignedIn),
            },
            Err(error) => error,
        };
        Outcome::Error((Refusal::from(refusal).leave_for_catcher(request), ()))
    }
}
