//! The address of somebody else's app, which links lead to.

use serde::Deserialize;

use super::origin::{Origin, OriginError};

/// An `http` or `https` URL, perhaps with a path, without a slash at its end: paths and queries are added to it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct BaseUrl(String);

/// Why a text is not a [`BaseUrl`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// What stands before the path is no origin.
    #[error(transparent)]
    Origin(#[from] OriginError),
    /// The path is not written as it goes into a link.
    #[error(
        "must have a path of letters, digits and `-._~%/` alone: percent-encode what else there is, and give no query or fragment"
    )]
    Path,
}

impl BaseUrl {
    /// The URL, to which a path beginning with `/` can be added.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = BaseUrlError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let text = text.trim();
        let host_at = text.find("://").map_or(0, |at| at + 3);
        let path_at = text[host_at..].find('/').map_or(text.len(), |at| host_at + at);
        let (origin, path) = text.split_at(path_at);
        let origin = Origin::try_from(origin.to_owned())?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/".contains(&byte);
        if !path.bytes().all(is_plain) {
            return Err(BaseUrlError::Path);
        }
        Ok(Self(format!("{origin}{}", path.trim_end_matches('/'))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_may_have_a_path_and_loses_its_trailing_slash() {
        for (text, kept) in [
            ("https://App.example.com", "https://app.example.com"),
            ("https://app.example.com/", "https://app.example.com"),
            ("http://localhost:3000/desk/", "http://localhost:3000/desk"),
        ] {
            assert_eq!(BaseUrl::try_from(text.to_owned()).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_can_not_stand_before_a_link_is_refused() {
        for text in [
            "app.example.com",
            "javascript://x/%0aalert(1)",
            "https://a.example/?next=",
            "https://a.example/#",
            "https://a.example/a b",
            "https://u:p@a.example/x",
        ] {
            assert!(BaseUrl::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
