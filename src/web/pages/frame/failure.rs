//! Refusals as pages. Whoever is not signed in is led to the sign-in, and back from there.

use rocket::Request;
use rocket::http::Method;
use rocket::response::{self, Responder};
use serde::Serialize;

use super::cookies::{self, Kind};
use super::page::Page;
use super::see::See;
use crate::domain::Error;
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// A refusal on its way out.
pub struct Failure(Refusal);

impl Failure {
    /// Wraps a refusal.
    pub fn new(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(Refusal::Operation(error))
    }
}

/// What the page of a refusal shows.
#[derive(Serialize)]
struct FailureView {
    status: u16,
    code: &'static str,
    detail: String,
    seconds: Option<u64>,
}

impl<'r> Responder<'r, 'static> for Failure {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let Refusal::Operation(Error::Unauthenticated(_)) = self.0 {
            return sign_in_first(request).respond_to(request);
        }
        let view = FailureView {
            status: self.0.status().code,
            code: self.0.code(),
            detail: self.0.to_string(),
            seconds: self.0.retry_after(),
        };
        Page::new("failure.html", view).refusing(self.0).respond_to(request)
    }
}

fn sign_in_first(request: &Request<'_>) -> See {
    let see = if request.method() == Method::Get {
        let back: String = form_urlencoded::byte_serialize(request.uri().to_string().as_bytes()).collect();
        See::to(format!("/sign-in?next={back}"))
    } else {
        See::to("/sign-in")
    };
    match request.rocket().state::<WebSettings>() {
        Some(settings) if cookies::value(request, Kind::Session).is_some() => {
            see.with(cookies::gone(Kind::Session, settings)).saying("notice-session-over")
        }
        _ => see,
    }
}
