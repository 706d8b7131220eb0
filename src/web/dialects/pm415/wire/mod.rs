//! pm415's names: what its bodies say, and how it reads them.

pub mod account;
pub mod bodies;
pub mod joi;
pub mod org;

use rocket::Request;
use rocket::http::{ContentType, RawStr, Status};
use rocket::response::{self, Responder};
use serde::Serialize;

use super::failure::Failure;
use crate::web::body::{BodyRules, Node, Unknown, parse_json};
use crate::web::refusal::Refusal;

/// 200 with an answer, or a refusal.
pub type Pm415Result<T> = Result<Answer<T>, Failure>;

/// 200 with JSON that says its encoding, as Express does.
pub struct Answer<T>(pub T);

impl<'r, T: Serialize> Responder<'r, 'static> for Answer<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let json = serde_json::to_vec(&self.0).map_err(|_| Status::InternalServerError)?;
        (json_utf_8(), json).respond_to(request)
    }
}

/// The media type of everything that is answered.
pub fn json_utf_8() -> ContentType {
    ContentType::new("application", "json").with_params(("charset", "utf-8"))
}

/// How pm415 reads bodies: JSON or a form, and anything else as if it were empty. What is unknown is refused, once
/// everything that is known has been looked at.
pub struct Pm415Rules;

impl BodyRules for Pm415Rules {
    const MOST_KIB: u32 = 64;
    const UNKNOWN: Unknown = Unknown::Refused;

    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal> {
        match content_type {
            Some(content_type) if content_type.is_json() && !body.is_empty() => parse_json(body),
            Some(content_type) if content_type.is_form() => parse_form(body),
            _ => Ok(Node::Object(Vec::new())),
        }
    }
}

/// A form's fields, each a text.
fn parse_form(body: &[u8]) -> Result<Node, Refusal> {
    let malformed = || Refusal::MalformedJson("the form is not in UTF-8".to_owned());
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    let decode = |part: &str| {
        RawStr::new(part).url_decode().map(std::borrow::Cow::into_owned).map_err(|_| malformed())
    };
    let fields = text.split('&').filter(|field| !field.is_empty()).map(|field| {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        Ok((decode(name)?, Node::Text(decode(value)?)))
    });
    fields.collect::<Result<Vec<_>, Refusal>>().map(Node::Object)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, value: &str) -> (String, Node) {
        (name.to_owned(), Node::Text(value.to_owned()))
    }

    #[test]
    fn a_form_is_read_as_an_object_of_texts() {
        let parsed =
            Pm415Rules::parse(Some(&ContentType::Form), b"email=a%40b.example&firstName=June+Anne&x");
        let expected = vec![text("email", "a@b.example"), text("firstName", "June Anne"), text("x", "")];
        assert_eq!(parsed.unwrap(), Node::Object(expected));
    }

    #[test]
    fn what_is_neither_json_nor_a_form_is_read_as_an_empty_object() {
        for (content_type, body) in
            [(None, "{"), (Some(ContentType::Plain), "x"), (Some(ContentType::JSON), "")]
        {
            let parsed = Pm415Rules::parse(content_type.as_ref(), body.as_bytes());
            assert_eq!(parsed.unwrap(), Node::Object(Vec::new()), "{content_type:?}");
        }
    }
}
