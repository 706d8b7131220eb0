//! `If-Match` (RFC 9110 §13.1.1): which versions of a resource a change may be made to.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use crate::domain::expected::Expected;
use crate::web::answer::entity_tag;

/// What the header says; without it a change may be made to any version.
pub struct IfMatch(pub Expected);

#[async_trait]
impl<'r> FromRequest<'r> for IfMatch {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let tags: Vec<&str> = request.headers().get("If-Match").flat_map(|value| value.split(',')).collect();
        Outcome::Success(Self(expected(&tags)))
    }
}

/// What is no tag of ours names no version, so that nothing matches it: weak ones do not either, by the standard.
fn expected(tags: &[&str]) -> Expected {
    let mut tags = tags.iter().map(|tag| tag.trim()).peekable();
    if tags.peek().is_none() || tags.clone().any(|tag| tag == "*") {
        return Expected::Any;
    }
    Expected::OneOf(tags.filter_map(version).collect())
}

fn version(tag: &str) -> Option<i64> {
    let version = tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()?;
    (entity_tag(version) == tag).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_versions_and_what_is_none_matches_nothing() {
        assert_eq!(expected(&[]), Expected::Any);
        assert_eq!(expected(&["*"]), Expected::Any);
        assert_eq!(expected(&["\"7\""]), Expected::OneOf(vec![7]));
        assert_eq!(expected(&["\"7\"", " \"8\" "]), Expected::OneOf(vec![7, 8]));
        for none in ["", "7", "W/\"7\"", "\"07\"", "\"+7\"", "\"x\"", "\"", "\"99999999999999999999\""] {
            assert_eq!(expected(&[none]), Expected::OneOf(Vec::new()), "{none}");
        }
    }
}
