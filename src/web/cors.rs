//! Lets pages of configured origins call the API with a bearer token (Fetch standard, CORS protocol).
//!
//! Never credentials: the API does not read the cookie, and no other origin's page may make a browser
//! send one.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{Header, Method, Status};
use rocket::{Request, Response, async_trait};

use super::dialects;
use super::settings::WebSettings;

const METHODS: &str = "GET, POST, PUT, PATCH, DELETE";
const REQUEST_HEADERS: &str =
    "Authorization, Content-Type, Idempotency-Key, If-Match, X-Hub-Id, X-Request-Id";
const RESPONSE_HEADERS: &str = "ETag, Idempotent-Replayed, Retry-After, X-Request-Id";

/// Whether a path belongs to the native API or a dialect.
fn is_api(request: &Request<'_>) -> bool {
    request.uri().path().starts_with("/api/") || dialects::called(request).is_some()
}

/// Adds the CORS headers.
pub(super) struct Cors;

#[async_trait]
impl Fairing for Cors {
    fn info(&self) -> Info {
        Info { name: "CORS", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let Some(settings) = request.rocket().state::<WebSettings>() else { return };
        if settings.cors_origins.is_empty() || !is_api(request) {
            return;
        }
        response.adjoin_header(Header::new("Vary", "Origin"));
        let Some(origin) = request.headers().get_one("Origin") else { return };
        if !settings.cors_origins.iter().any(|allowed| allowed == origin) {
            return;
        }
        response.set_header(Header::new("Access-Control-Allow-Origin", origin.to_owned()));
        let is_preflight = request.method() == Method::Options
            && request.headers().contains("Access-Control-Request-Method");
        if is_preflight {
            response.set_status(Status::NoContent);
            response.set_header(Header::new("Access-Control-Allow-Methods", METHODS));
            response.set_header(Header::new("Access-Control-Allow-Headers", REQUEST_HEADERS));
            response.set_header(Header::new("Access-Control-Max-Age", "7200"));
        } else {
            response.set_header(Header::new("Access-Control-Expose-Headers", RESPONSE_HEADERS));
        }
    }
}
