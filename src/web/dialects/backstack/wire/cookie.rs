//! The cookie that a session rides in.

use rocket::Request;
use rocket::http::{Cookie, Header, SameSite};
use rocket::response::{self, Responder, Response};
use rocket::serde::json::Json;
use rocket::time::Duration;
use serde::Serialize;

use crate::domain::App;
use crate::domain::sessions::Bearer;
use crate::web::settings::WebSettings;

/// Its name.
pub const NAME: &str = "BackstackJWT";

/// 200 with something, and the cookie that holds a session from now on.
pub struct WithCookie<T> {
    body: T,
    cookie: Cookie<'static>,
}

impl<T> WithCookie<T> {
    /// The cookie holds this token, as long as the token lives.
    pub fn holding(bearer: &Bearer, app: &App, settings: &WebSettings, body: T) -> Self {
        let left = bearer.expires_at.as_second() - app.clock.now().as_second();
        Self { body, cookie: cookie(bearer.token.clone(), left, settings) }
    }

    /// The cookie is given up.
    pub fn gone(settings: &WebSettings, body: T) -> Self {
        Self { body, cookie: cookie(String::new(), 0, settings) }
    }
}

/// Scripts can't read it, other sites' pages can't post with it, and over TLS it goes nowhere else.
fn cookie(value: String, seconds: i64, settings: &WebSettings) -> Cookie<'static> {
    Cookie::build((NAME, value))
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(settings.public_url.starts_with("https://"))
        .path("/")
        .max_age(Duration::seconds(seconds))
        .build()
}

impl<'r, T: Serialize> Responder<'r, 'static> for WithCookie<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let mut response = Response::build_from(Json(self.body).respond_to(request)?);
        response.header(Header::new("Set-Cookie", self.cookie.to_string())).ok()
    }
}
