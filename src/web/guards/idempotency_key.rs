//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a call that comes again has its effect once.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};
use serde::Serialize;

use crate::domain::App;
use crate::domain::error::InvalidField;
use crate::domain::once::Once;
use crate::model::{ClientInfo, Principal};
use crate::web::body::Body;
use crate::web::refusal::Refusal;

/// Longer keys are refused.
const MOST_CHARACTERS: usize = 255;

/// The key, if the call has one, and which call it is.
pub struct IdempotencyKey<'r> {
    key: Option<&'r str>,
    method: &'static str,
    path: &'r str,
}

#[async_trait]
impl<'r> FromRequest<'r> for IdempotencyKey<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let key = request.headers().get_one("Idempotency-Key");
        if key.is_some_and(|key| !is_sound(key)) {
            let detail = "Use 1 to 255 visible ASCII characters, a random UUID for instance.";
            let fault = InvalidField::new("Idempotency-Key", "idempotency_key_invalid", detail);
            return Outcome::Error((Refusal::InvalidHeader(vec![fault]).leave_for_catcher(request), ()));
        }
        let (method, path) = (request.method().as_str(), request.uri().path().as_str());
        Outcome::Success(Self { key, method, path })
    }
}

fn is_sound(key: &str) -> bool {
    (1..=MOST_CHARACTERS).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
}

impl IdempotencyKey<'_> {
    /// The call of somebody signed in; `answer` says in bytes what is answered.
    pub fn of_caller<T, B>(
        &self,
        app: &App,
        caller: &Principal,
        body: &Body<B>,
        answer: fn(&T) -> Vec<u8>,
    ) -> Option<Once<T>> {
        let key = self.key?;
        Some(Once::of_caller(app, caller, key, &self.request(body), answer))
    }

    /// The call of somebody who is not signed in.
    pub fn of_visitor<T, B>(
        &self,
        app: &App,
        client: &ClientInfo,
        body: &Body<B>,
        answer: fn(&T) -> Vec<u8>,
    ) -> Option<Once<T>> {
        let key = self.key?;
        Some(Once::of_visitor(app, client, key, &self.request(body), answer))
    }

    /// What makes a request the same: the call, and its body byte by byte.
    fn request<'a, B>(&'a self, body: &'a Body<B>) -> [&'a [u8]; 3] {
        [self.method.as_bytes(), self.path.as_bytes(), body.bytes()]
    }
}

/// An answer as it is remembered.
pub fn told(body: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(body).expect("answers are plain data, which JSON can say")
}
