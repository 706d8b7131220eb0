//! Lists that are shown in parts: which part is asked for, and where the next one is.

use std::borrow::Cow;

use rocket::http::Status;
use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use super::visitor::SignedIn;
use crate::domain::{App, cursors};
use crate::model::{Page, PageRequest};
use crate::web::param::query;

/// Items on one page: more would make a heavy one.
const LIMIT: u32 = 20;

/// The part of a list of the visitor's that `?cursor=` asks for. A cursor that is not ours asks for the beginning.
pub struct Part<'r> {
    /// The part that is asked for.
    pub request: PageRequest,
    app: &'r App,
    list: String,
    path: Cow<'r, str>,
    /// The other parameters, which the next part keeps.
    parameters: Vec<(&'r str, &'r str)>,
}

impl<'r> Part<'r> {
    /// The beginning of the list at `path`, for a form that is answered by showing that list again.
    pub fn beginning(app: &'r App, me: &SignedIn<'_>, path: String) -> Self {
        let list = name(me, &path);
        let request = PageRequest { limit: LIMIT, after: None };
        Self { request, app, list, path: Cow::Owned(path), parameters: Vec::new() }
    }

    /// Where the next part is; `None` at the end.
    pub fn next<M>(&self, page: &Page<M>) -> Option<String> {
        let cursor = cursors::seal(self.app, &self.list, page.next?);
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.parameters).append_pair("cursor", &cursor);
        Some(format!("{}?{}", self.path, query.finish()))
    }
}

/// A cursor is good for one list of one person.
fn name(me: &SignedIn<'_>, path: &str) -> String {
    format!("{}:{path}", me.principal.user_id())
}

#[async_trait]
impl<'r> FromRequest<'r> for Part<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let me = try_outcome!(SignedIn::from_request(request).await);
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        let path = request.uri().path().as_str();
        let list = name(&me, path);
        let after = query(request, "cursor").and_then(|cursor| cursors::open(app, &list, cursor));
        let parameters = request.uri().query().into_iter().flat_map(|query| query.segments());
        let parameters = parameters.filter(|(name, _)| *name != "cursor").collect();
        let request = PageRequest { limit: LIMIT, after };
        Outcome::Success(Self { request, app, list, path: Cow::Borrowed(path), parameters })
    }
}
