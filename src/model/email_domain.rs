//! Domains of email addresses: the whole of what stands after the `@`.

use super::{EmailAddress, ValueError};

/// The domain of an email address, in lower case and ASCII, so that equal domains are equal texts. A
/// subdomain is another one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmailDomain(String);

/// No address can have this domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This is not the domain of an email address. Write it like `example.com`, without `@` and without wildcards."
)]
pub struct EmailDomainError;

impl ValueError for EmailDomainError {
    fn code(&self) -> &'static str {
        "email_domain_malformed"
    }
}

impl EmailDomain {
    /// Reads a domain as it is read in an address.
    ///
    /// # Errors
    /// No address can have this domain.
    pub fn parse(text: &str) -> Result<Self, EmailDomainError> {
        let address = EmailAddress::parse(&format!("name@{}", text.trim())).map_err(|_| EmailDomainError)?;
        Ok(Self(address.domain().to_owned()))
    }

    /// The domain, such as `example.com` or `xn--bcher-kva.example`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an address is at this very domain.
    pub fn has(&self, address: &EmailAddress) -> bool {
        self.0 == address.domain()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_read_as_in_an_address() {
        let address = EmailAddress::parse("June@BÜCHER.example").unwrap();
        let domain = EmailDomain::parse(" Bücher.Example ").unwrap();
        assert_eq!(domain.as_str(), "xn--bcher-kva.example");
        assert!(domain.has(&address));
    }

    #[test]
    fn a_subdomain_and_a_look_alike_are_other_domains() {
        let domain = EmailDomain::parse("acme.example").unwrap();
        for other in ["a@mail.acme.example", "a@notacme.example", "a@acme.example.evil.example"] {
            assert!(!domain.has(&EmailAddress::parse(other).unwrap()), "{other}");
        }
    }

    #[test]
    fn what_is_no_domain_is_refused() {
        for text in
            ["", "@acme.example", "*.acme.example", "a b", "acme..example", "a@acme.example", "[127.0.0.1]"]
        {
            assert_eq!(EmailDomain::parse(text), Err(EmailDomainError), "{text}");
        }
    }
}
