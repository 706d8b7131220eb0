//! How this dialect writes what it answers, and reads what it is sent.

pub mod bodies;
pub mod cookie;
pub mod ids;
pub mod schema;
pub mod session;
pub mod sign_up;
pub mod user;

use rocket::http::ContentType;
use rocket::serde::json::Json;

use super::failure::Failure;
use crate::web::body::{BodyRules, Node, Unknown, is_json, parse_json};
use crate::web::refusal::Refusal;

/// 200 with something, or a refusal.
pub type Answered<T> = Result<Json<T>, Failure>;

/// How this dialect reads bodies: JSON; nothing at all is an empty object.
pub struct Rules;

impl BodyRules for Rules {
    const MOST_KIB: u32 = 64;
    const UNKNOWN: Unknown = Unknown::Ignored;

    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal> {
        match content_type {
            _ if body.is_empty() => Ok(Node::Object(Vec::new())),
            Some(content_type) if is_json(content_type) => parse_json(body),
            _ => Err(Refusal::UnsupportedMediaType),
        }
    }
}
