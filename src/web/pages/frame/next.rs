//! Where to return to after a sign-in: a path of ours, or nowhere.

use rocket::http::uri::Origin;

/// A path of this service, with or without a query. What a browser could read as another site's address is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next(String);

impl Next {
    /// Reads one; `None` for anything but a path of ours.
    pub fn parse(text: &str) -> Option<Self> {
        // A browser reads a backslash as a slash, and two slashes as the beginning of another host.
        let is_ours = text.len() <= 1024
            && text.starts_with('/')
            && !text.starts_with("//")
            && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
            && !text.contains("//");
        (is_ours && Origin::parse(text).is_ok()).then(|| Self(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as the value of a query parameter.
    pub fn encoded(&self) -> String {
        form_urlencoded::byte_serialize(self.0.as_bytes()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t34_only_a_path_of_ours_is_returned_to() {
        for ours in ["/", "/settings", "/invitation?token=a_b-c", "/orgs/01/members?search=x&cursor=y"] {
            assert_eq!(Next::parse(ours).as_ref().map(Next::as_str), Some(ours));
        }
        for other in [
            "",
            "settings",
            "//evil.example",
            "/\\evil.example",
            "\\evil.example",
            "\\\\evil.example",
            "/a//evil.example",
            "https://evil.example",
            "HTTPS://EVIL.example",
            "javascript:alert(1)",
            "/\tevil",
            "/a\r\nSet-Cookie: b=c",
            "/ evil",
            "/ä",
            "@evil.example",
        ] {
            assert_eq!(Next::parse(other), None, "{other:?}");
        }
    }
}
