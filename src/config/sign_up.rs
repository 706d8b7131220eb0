//! Who may make an account without being invited.

use serde::Deserialize;

use super::section::{Kind, Validate, section};

section! {
    /// Sign-up without an invitation.
    #[section("default.gatepost.sign_up")]
    pub struct SignUp {
        /// Whether anyone may sign up. Where not, people join by invitation.
        #[setting(Kind::Boolean, default = "true")]
        pub open: bool,
        /// The domains that email addresses may have at sign-up, such as `example.com`. Without any, all may.
        #[setting(Kind::List, default = "")]
        pub email_domains: Vec<EmailDomain>,
    }
}

impl Validate for SignUp {}

/// The domain of an email address, in lower case and ASCII, so that equal domains are equal texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct EmailDomain(String);

/// Why a text is not an [`EmailDomain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must list domains such as `example.com`, each without `@` and without wildcards")]
pub struct EmailDomainError;

impl EmailDomain {
    /// The domain, such as `example.com` or `xn--bcher-kva.example`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EmailDomain {
    type Error = EmailDomainError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        idna::domain_to_ascii_strict(&text).map(Self).map_err(|_| EmailDomainError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_kept_in_lower_case_ascii() {
        for (text, kept) in [("Example.COM", "example.com"), ("bücher.example", "xn--bcher-kva.example")] {
            assert_eq!(EmailDomain::try_from(text.to_owned()).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_is_no_domain_is_refused() {
        for text in ["", "@example.com", "*.example.com", "a b", "example..com", "a@b.example"] {
            assert!(EmailDomain::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
