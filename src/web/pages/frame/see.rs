//! Leads a browser on: after a form that did something, to the page that shows it (303, RFC 9110 §15.4.4).

use rocket::Request;
use rocket::http::{Cookie, Header, Status};
use rocket::response::{self, Responder, Response};

use super::cookies;
use crate::web::settings::WebSettings;

/// Another page to go on to. Reloading it does nothing again.
pub struct See {
    path: String,
    notice: Option<&'static str>,
    cookies: Vec<Cookie<'static>>,
}

impl See {
    /// Leads to a path of ours.
    pub fn to(path: impl Into<String>) -> Self {
        Self { path: path.into(), notice: None, cookies: Vec::new() }
    }

    /// What is said there: the name of a message `notice-…`.
    #[must_use]
    pub fn saying(mut self, notice: &'static str) -> Self {
        self.notice = Some(notice);
        self
    }

    /// Sets a cookie on the way.
    #[must_use]
    pub fn with(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl<'r> Responder<'r, 'static> for See {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let mut response = Response::build();
        response.status(Status::SeeOther).header(Header::new("Location", self.path));
        let settings = request.rocket().state::<WebSettings>();
        let notice = settings.zip(self.notice).map(|(settings, notice)| cookies::notice(notice, settings));
        for cookie in self.cookies.into_iter().chain(notice) {
            response.header_adjoin(Header::new("Set-Cookie", cookie.to_string()));
        }
        response.ok()
    }
}
