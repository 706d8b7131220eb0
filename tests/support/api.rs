//! A client of the native API.

use rocket::http::{Cookie, Header, Method};
use rocket::local::asynchronous::LocalRequest;
use serde_json::Value;

use super::documented::expect_documented;
use super::{Answer, TestApp};

/// A client with or without a token.
pub struct Api<'a> {
    app: &'a TestApp,
    token: Option<String>,
    headers: Vec<(String, String)>,
    remote: std::net::SocketAddr,
}

impl<'a> Api<'a> {
    pub(super) fn new(app: &'a TestApp, token: Option<String>) -> Self {
        Self { app, token, headers: Vec::new(), remote: ([127, 0, 0, 1], 50_000).into() }
    }

    /// Sends this header with every request.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Calls from this address.
    #[must_use]
    pub fn from(mut self, ip: &str) -> Self {
        self.remote.set_ip(ip.parse().expect("an address"));
        self
    }

    /// `GET /api/v1…`
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::Get, &v1(path), None).await
    }

    /// `POST /api/v1…` with a body.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::Post, &v1(path), Some(body.to_string())).await
    }

    /// `POST /api/v1…` without a body.
    pub async fn post_empty(&self, path: &str) -> Answer {
        self.send(Method::Post, &v1(path), None).await
    }

    /// `PUT /api/v1…` with a body.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::Put, &v1(path), Some(body.to_string())).await
    }

    /// `PATCH /api/v1…` with a body.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(Method::Patch, &v1(path), Some(body.to_string())).await
    }

    /// `DELETE /api/v1…`
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::Delete, &v1(path), None).await
    }

    /// `DELETE /api/v1…` with a body.
    pub async fn delete_with(&self, path: &str, body: Value) -> Answer {
        self.send(Method::Delete, &v1(path), Some(body.to_string())).await
    }

    /// Any request, the path as it is; a body is sent as JSON unless a header says otherwise.
    pub async fn send(&self, method: Method, path: &str, body: Option<String>) -> Answer {
        self.send_bytes(method, path, body.map(String::into_bytes)).await
    }

    /// As [`Api::send`], with a body that need not be text.
    pub async fn send_bytes(&self, method: Method, path: &str, body: Option<Vec<u8>>) -> Answer {
        let mut request = self.app.client.req(method, path.to_owned()).remote(self.remote);
        if !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            request.add_header(Header::new("Host", "localhost"));
        }
        if let Some(token) = &self.token {
            request.add_header(Header::new("Authorization", format!("Bearer {token}")));
        }
        let has_type = self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        if body.is_some() && !has_type {
            request.add_header(Header::new("Content-Type", "application/json"));
        }
        for (name, value) in &self.headers {
            request = with_header(request, name, value);
        }
        if let Some(body) = body {
            request.set_body(body);
        }
        let answer = Answer::read(request.dispatch().await).await;
        expect_documented(method, path, &answer);
        answer
    }
}

/// Adds a header. Rocket's local requests have their cookies apart from the others.
pub(super) fn with_header<'c>(mut request: LocalRequest<'c>, name: &str, value: &str) -> LocalRequest<'c> {
    if name.eq_ignore_ascii_case("cookie") {
        return request.cookies(Cookie::split_parse(value.to_owned()).flatten());
    }
    request.add_header(Header::new(name.to_owned(), value.to_owned()));
    request
}

fn v1(path: &str) -> String {
    format!("/api/v1{path}")
}
