//! Email addresses: what is accepted, and which two spellings are the same mailbox.
//!
//! Look-alikes have cost other products accounts (a Unicode "@", a letter that folds to another),
//! so a local part is ASCII alone and an international domain is kept in its ASCII form (IDNA,
//! UTS 46). Letters go to the stored address, never to what a request spelled.

use std::fmt;

use email_address::Options;

use super::ValueError;

/// RFC 5321 §4.5.3.1.3: a path is at most 256 octets with its angle brackets.
const MAX_BYTES: usize = 254;

/// A mailbox that a letter can be sent to: dot-atom local part, `@`, ASCII domain.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress {
    address: String,
    normalized: String,
}

/// Why a text is not an email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailAddressError {
    /// Longer than RFC 5321 allows.
    #[error("An email address has at most {MAX_BYTES} characters.")]
    TooLong,
    /// Not `local@domain`, or with characters that mail servers do not accept unquoted.
    #[error("This is not an email address. Write it like `name@example.com`.")]
    Malformed,
    /// Letters outside ASCII before the `@`.
    #[error("Before the `@`, an email address can have only unaccented letters, digits and punctuation.")]
    NotAscii,
}

impl ValueError for EmailAddressError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::Malformed => "email_address_malformed",
            Self::NotAscii => "email_address_not_ascii",
        }
    }
}

impl EmailAddress {
    /// Reads `local@domain`; surrounding white space is dropped.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, EmailAddressError> {
        let text = text.trim();
        if text.len() > MAX_BYTES {
            return Err(EmailAddressError::TooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(EmailAddressError::Malformed)?;
        if !local.is_ascii() {
            return Err(EmailAddressError::NotAscii);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| EmailAddressError::Malformed)?;
        let address = format!("{local}@{domain}");
        let options = Options::default().without_display_text().without_domain_literal();
        if local.contains('"') || email_address::EmailAddress::parse_with_options(&address, options).is_err()
        {
            return Err(EmailAddressError::Malformed);
        }
        if address.len() > MAX_BYTES {
            return Err(EmailAddressError::TooLong);
        }
        let normalized = address.to_ascii_lowercase();
        Ok(Self { address, normalized })
    }

    /// The address as its owner spelled it: where letters go.
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// The form that is compared: two addresses with the same one are the same person's.
    pub fn normalized(&self) -> &str {
        &self.normalized
    }

    /// What comes after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.normalized.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// A form fit for logs: `j***@example.com`.
    pub fn masked(&self) -> String {
        mask(&self.address)
    }
}

/// Masks the local part of an address for logs: `j***@example.com`.
pub fn mask(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first = local.chars().next().map(String::from).unwrap_or_default();
    format!("{first}***@{domain}")
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_of_letters_does_not_make_another_mailbox() {
        let one = EmailAddress::parse(" June.Doe@Example.COM ").unwrap();
        let other = EmailAddress::parse("june.doe@example.com").unwrap();
        assert_eq!(one.normalized(), other.normalized());
        assert_eq!(one.as_str(), "June.Doe@example.com");
    }

    #[test]
    fn an_international_domain_rests_in_its_ascii_form() {
        let address = EmailAddress::parse("june@bücher.example").unwrap();
        assert_eq!(address.as_str(), "june@xn--bcher-kva.example");
        assert_eq!(EmailAddress::parse("june@BÜCHER.example").unwrap().normalized(), address.normalized());
    }

    #[test]
    fn look_alikes_and_lists_are_refused() {
        for text in [
            "june\u{ff20}example.com",
            "jun\u{e9}@example.com",
            "a@x.example,b@y.example",
            "a@x.example\r\nBcc: b@y.example",
            "June <june@example.com>",
            "\"june doe\"@example.com",
            "june@[127.0.0.1]",
            "june@",
            "@example.com",
            "june",
            "",
            "june@exa mple.com",
            "june@example..com",
            ".june@example.com",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "accepted {text:?}");
        }
    }

    #[test]
    fn an_overlong_address_is_refused() {
        let text = format!("{}@{}.example", "a".repeat(64), "b".repeat(250));
        assert_eq!(EmailAddress::parse(&text), Err(EmailAddressError::TooLong));
    }

    #[test]
    fn debug_output_does_not_tell_the_mailbox() {
        assert_eq!(format!("{:?}", EmailAddress::parse("june@example.com").unwrap()), "j***@example.com");
    }
}
