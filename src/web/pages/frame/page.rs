//! A page on its way out.

use minijinja::Value;
use rocket::Request;
use rocket::http::{ContentType, Cookie, Header, Status};
use rocket::response::{self, Responder, Response};
use serde::Serialize;

use super::cookies::{self, Kind};
use super::look::{Frame, Look};
use super::visitor::Visitor;
use crate::web::guards::request_id::RequestId;
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// Nothing but our own style sheet, script and pictures; our own forms; and nobody's frame.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; \
    base-uri 'none'";

/// A page: a template, and what it shows.
pub struct Page {
    template: &'static str,
    view: Value,
    status: Status,
    refusal: Option<Refusal>,
    cookies: Vec<Cookie<'static>>,
}

impl Page {
    /// Shows what a template makes of a view.
    pub fn new(template: &'static str, view: impl Serialize) -> Self {
        let view = Value::from(minijinja::value::Serde(view));
        Self { template, view, status: Status::Ok, refusal: None, cookies: Vec::new() }
    }

    /// The same page, as the answer to something refused.
    #[must_use]
    pub fn refusing(mut self, refusal: impl Into<Refusal>) -> Self {
        let refusal = refusal.into();
        self.status = refusal.status();
        self.refusal = Some(refusal);
        self
    }

    /// The same page with another status.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Sets a cookie along with it.
    #[must_use]
    pub fn with(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl<'r> Responder<'r, 'static> for Page {
    fn respond_to(mut self, request: &'r Request<'_>) -> response::Result<'static> {
        let settings = request.rocket().state::<WebSettings>().ok_or(Status::InternalServerError)?;
        let visitor = Visitor::found(request);
        let notice = cookies::value(request, Kind::Notice).filter(|notice| !notice.is_empty());
        let frame = Frame::new(request.uri().path().as_str(), visitor, notice);
        let html = render(&settings.look, self.template, &frame, &self.view, request)?;
        if notice.is_some() {
            self.cookies.push(cookies::gone(Kind::Notice, settings));
        }
        if let Some(visitor) = visitor {
            if visitor.visit.is_new {
                self.cookies.push(cookies::visit(visitor.visit.id.clone(), settings));
            }
            if visitor.session_is_over {
                self.cookies.push(cookies::gone(Kind::Session, settings));
            }
        }
        let mut response = Response::build();
        response
            .status(self.status)
            .header(ContentType::HTML)
            .header(Header::new("Content-Security-Policy", CONTENT_SECURITY_POLICY))
            .header(Header::new("X-Frame-Options", "DENY"))
            .header(Header::new("Referrer-Policy", referrer_policy(request)))
            .header(Header::new("Cross-Origin-Opener-Policy", "same-origin"))
            .header(Header::new("Vary", "Cookie, Accept-Language"))
            .header(Header::new("X-Request-Id", RequestId::of(request).to_string()))
            .sized_body(html.len(), std::io::Cursor::new(html));
        if let Some(refusal) = &self.refusal {
            refusal.log_fault(request);
        }
        if let Some(seconds) = self.refusal.as_ref().and_then(Refusal::retry_after) {
            response.header(Header::new("Retry-After", seconds.to_string()));
        }
        for cookie in self.cookies {
            response.header_adjoin(Header::new("Set-Cookie", cookie.to_string()));
        }
        response.ok()
    }
}

/// An address with a token in it is told to nobody, not even to our own pages.
fn referrer_policy(request: &Request<'_>) -> &'static str {
    // It may stand in a parameter's value, too: in the address to return to.
    let has_token = request.uri().query().is_some_and(|query| query.as_str().contains("token"));
    if has_token { "no-referrer" } else { "same-origin" }
}

fn render(
    look: &Look,
    template: &str,
    frame: &Frame<'_>,
    view: &Value,
    request: &Request<'_>,
) -> Result<String, Status> {
    look.render(template, frame, view).map_err(|error| {
        let request_id = RequestId::of(request).to_string();
        tracing::error!(request_id, template, %error, "A page could not be written.");
        Status::InternalServerError
    })
}
