//! The address of a page that letters lead to.

use super::ValueError;

const MAX_BYTES: usize = 2000;

/// Why a text is no address of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageUrlError {
    /// Longer than browsers and mail programs agree on.
    #[error("An address has at most {MAX_BYTES} characters.")]
    TooLong,
    /// Not `https://host/path`, or with parts that a page for letters can't have.
    #[error("Write it like `https://app.example.com/welcome`, without a user name and without `#`.")]
    Malformed,
}

impl ValueError for PageUrlError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::Malformed => "url_malformed",
        }
    }
}

/// The address of a page, absolute, by `https` or `http`. A token is appended to it as a query parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageUrl(String);

impl PageUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, PageUrlError> {
        if text.len() > MAX_BYTES {
            return Err(PageUrlError::TooLong);
        }
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let authority = rest.and_then(|rest| rest.split(['/', '?']).next()).unwrap_or_default();
        // What browsers take for a slash, or pass over, is in no address that means what it says.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\#<>\"`{}|^".contains(&byte));
        let is_host = !authority.is_empty() && !authority.contains('@') && !authority.starts_with(':');
        if is_plain && is_host { Ok(Self(text.to_owned())) } else { Err(PageUrlError::Malformed) }
    }

    /// The address.
    pub fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pages_are_taken_and_nothing_else_is() {
        for text in ["https://app.example.com/welcome", "http://localhost:3000", "https://a.example/x?y=1"] {
            assert_eq!(PageUrl::parse(text).unwrap().into_string(), text);
        }
        for text in [
            "",
            "app.example.com",
            "//app.example.com",
            "javascript:alert(1)",
            "https://",
            "https:///welcome",
            "https://june@evil.example/",
            "https://a.example/#top",
            "https://a.example\\@evil.example",
            "https://a.example/ b",
            "https://a.example/\n",
            "HTTPS://a.example",
        ] {
            assert_eq!(PageUrl::parse(text), Err(PageUrlError::Malformed), "{text}");
        }
    }
}
