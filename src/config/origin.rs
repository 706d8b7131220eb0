//! Web origins, `scheme://host[:port]` (RFC 6454), and the public URL, which is one.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use idna::AsciiDenyList;
use serde::Deserialize;

/// An `http` or `https` origin in the form in which browsers send it: lower case, the host in ASCII, and no port
/// where it is the scheme's own (RFC 6454, section 6.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Origin(String);

/// Why a text is not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// Another scheme, or none.
    #[error("must begin with `https://` or `http://`")]
    Scheme,
    /// A user name or password before the host.
    #[error("must not carry a user name or password")]
    Userinfo,
    /// A query.
    #[error("must not carry a query (`?`)")]
    Query,
    /// A fragment.
    #[error("must not carry a fragment (`#`)")]
    Fragment,
    /// A path. Links, cookies and the host-only cookie prefix all start at the root.
    #[error("must not carry a path, because the service answers at the root of its host name")]
    Path,
    /// A `*`. Each origin is named, because each of them may read what people see.
    #[error("must name one host, because `*` is not understood")]
    Wildcard,
    /// Nothing that could be a host.
    #[error("must name a host, such as `https://accounts.example.com`")]
    Host,
    /// A port that is no number from 1 to 65535.
    #[error("must have a port from 1 to 65535 after the colon, or none")]
    Port,
}

impl Origin {
    /// The origin as a browser's `Origin` header gives it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Origin {
    type Error = OriginError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (scheme, rest) = text.split_once("://").ok_or(OriginError::Scheme)?;
        let (scheme, default_port) = match scheme.to_ascii_lowercase().as_str() {
            "https" => ("https", 443),
            "http" => ("http", 80),
            _ => return Err(OriginError::Scheme),
        };
        for (sign, error) in [
            ('@', OriginError::Userinfo),
            ('*', OriginError::Wildcard),
            ('?', OriginError::Query),
            ('#', OriginError::Fragment),
            ('/', OriginError::Path),
            ('\\', OriginError::Path),
        ] {
            if rest.contains(sign) {
                return Err(error);
            }
        }
        let (host, port) = split_port(rest)?;
        let host = host_of(host)?;
        Ok(Self(match port {
            Some(port) if port != default_port => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        }))
    }
}

fn split_port(authority: &str) -> Result<(&str, Option<u16>), OriginError> {
    // The colons of a bracketed IPv6 address are not the port's.
    let after_address =
        if authority.starts_with('[') { authority.find(']').ok_or(OriginError::Host)? } else { 0 };
    let Some(colon) = authority[after_address..].find(':').map(|at| at + after_address) else {
        return Ok((authority, None));
    };
    let digits = &authority[colon + 1..];
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(OriginError::Port);
    }
    match digits.parse::<u16>() {
        Ok(port) if port > 0 => Ok((&authority[..colon], Some(port))),
        _ => Err(OriginError::Port),
    }
}

/// Brings a host into the one spelling that browsers use for it (WHATWG URL, host parsing).
fn host_of(host: &str) -> Result<String, OriginError> {
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']').ok_or(OriginError::Host)?;
        let address: Ipv6Addr = address.parse().map_err(|_| OriginError::Host)?;
        return Ok(format!("[{address}]"));
    }
    let host = idna::domain_to_ascii_cow(host.as_bytes(), AsciiDenyList::URL)
        .map_err(|_| OriginError::Host)?
        .into_owned();
    let labels = host.strip_suffix('.').unwrap_or(&host);
    if labels.is_empty() || labels.split('.').any(str::is_empty) {
        return Err(OriginError::Host);
    }
    // A host whose last label is a number is an IPv4 address or nothing.
    let last = labels.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) && host.parse::<Ipv4Addr>().is_err() {
        return Err(OriginError::Host);
    }
    Ok(host)
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The address at which people reach the service, without a trailing slash: links in letters are made from it,
/// and the cookie follows its scheme.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl(Origin);

impl PublicUrl {
    /// The address of a service that only this machine reaches.
    pub fn localhost(port: u16) -> Self {
        Self(Origin(match port {
            80 => "http://localhost".to_owned(),
            port => format!("http://localhost:{port}"),
        }))
    }

    /// The URL, to which a path beginning with `/` can be added.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Tells whether people reach the service over TLS, so that its cookie can be `Secure`.
    pub fn is_https(&self) -> bool {
        self.as_str().starts_with("https://")
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = OriginError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let text = text.trim();
        Origin::try_from(text.strip_suffix('/').unwrap_or(text).to_owned()).map(Self)
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Result<String, OriginError> {
        Origin::try_from(text.to_owned()).map(|origin| origin.to_string())
    }

    #[test]
    fn an_origin_takes_the_form_in_which_browsers_send_it() {
        for (text, form) in [
            ("https://app.example.com", "https://app.example.com"),
            ("HTTPS://App.Example.COM:443", "https://app.example.com"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://app.example.com:443", "http://app.example.com:443"),
            ("https://bücher.example", "https://xn--bcher-kva.example"),
            ("http://[0:0::1]:3000", "http://[::1]:3000"),
            ("http://192.0.2.7", "http://192.0.2.7"),
            ("http://my_host", "http://my_host"),
        ] {
            assert_eq!(origin(text).as_deref(), Ok(form), "{text}");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused_with_its_reason() {
        for (text, error) in [
            ("*", OriginError::Scheme),
            ("null", OriginError::Scheme),
            ("app.example.com", OriginError::Scheme),
            ("ftp://app.example.com", OriginError::Scheme),
            ("https://user:pass@app.example.com", OriginError::Userinfo),
            ("https://app.example.com?x", OriginError::Query),
            ("https://app.example.com#x", OriginError::Fragment),
            ("https://app.example.com/", OriginError::Path),
            ("https://", OriginError::Host),
            ("https://a b", OriginError::Host),
            ("https://a..b", OriginError::Host),
            ("https://*.example.com", OriginError::Wildcard),
            ("https://1.2.3", OriginError::Host),
            ("https://[::1", OriginError::Host),
            ("https://[::1]x", OriginError::Host),
            ("https://a:0", OriginError::Port),
            ("https://a:", OriginError::Port),
            ("https://a:65536", OriginError::Port),
            ("https://a:+80", OriginError::Port),
        ] {
            assert_eq!(origin(text), Err(error), "{text}");
        }
    }

    #[test]
    fn the_public_url_loses_its_trailing_slash_and_refuses_a_path() {
        let url = |text: &str| PublicUrl::try_from(text.to_owned());
        assert_eq!(url("https://a.example/").unwrap().as_str(), "https://a.example");
        assert!(url("https://a.example").unwrap().is_https());
        assert!(!PublicUrl::localhost(8000).is_https());
        assert_eq!(url("https://a.example/accounts"), Err(OriginError::Path));
    }
}
