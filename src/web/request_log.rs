//! Names every request, and writes one line about it: the route's template, never the path, for a
//! path can hold a token.

use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{Header, Method};
use rocket::{Data, Request, Response, async_trait};

use super::guards::request_id::RequestId;

/// Logs requests: failures of ours as warnings, changes and refusals at `info`, plain reads at `debug`.
pub(super) struct RequestLog;

struct Began(Instant);

#[async_trait]
impl Fairing for RequestLog {
    fn info(&self) -> Info {
        Info { name: "Request log", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        request.local_cache(|| Began(Instant::now()));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let request_id = RequestId::of(request);
        response.set_header(Header::new("X-Request-Id", request_id.to_string()));
        if !response.headers().contains("Cache-Control") {
            response.set_header(Header::new("Cache-Control", "no-store"));
        }
        let began = request.local_cache(|| Began(Instant::now())).0;
        let (method, status) = (request.method().as_str(), response.status().code);
        let route = request.route().map_or("-", |route| route.uri.as_str());
        let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        let is_read = matches!(request.method(), Method::Get | Method::Head | Method::Options);
        match status {
            500.. => tracing::warn!(method, route, status, micros, %request_id, "answered"),
            400.. => tracing::info!(method, route, status, micros, %request_id, "answered"),
            _ if is_read => tracing::debug!(method, route, status, micros, %request_id, "answered"),
            _ => tracing::info!(method, route, status, micros, %request_id, "answered"),
        }
    }
}
